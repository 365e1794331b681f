// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Log.h"
#include "core/document/MigrationDocument.h"
#include "core/pipeline/Probe.h"
#include "core/pipeline/Source.h"
#include "core/pipeline/TopicReader.h"
#include "core/task/TaskSnapshot.h"
#include "core/validation/ValidationReport.h"

#include <QObject>
#include <QSharedPointer>

#include <vector>

namespace rowcast {

using RequestId = quint64;
using RecordBatch = QSharedPointer<const std::vector<TopicRecord>>;

// Where tasks run and connections are tested: verbs in, value snapshots out. One kind runs them in threads of this
// process; another may be a `rowcast-worker serve` behind a pipe, on this computer or in the network where the servers
// are. No page knows which, so everything that crosses is a plain value and no verb waits.
//
// All verbs are called and all signals are received on the thread that the object lives on (the main thread). A request
// gives an id at once; its answers carry that id and come later, never from inside the verb. A request ends with
// exactly one of its final signals, unless it was cancelled: then nothing more comes.
class ReplicationInstance : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString name() const = 0;

    // Tasks. The document is complete: secrets are filled in. Answers come as taskChanged.
    virtual void startTask(const MigrationDocument &document, StartType type) = 0;
    virtual void stopTask(const QString &taskIdentifier) = 0;
    // Stops every task and answers with stoppedAll; nothing is lost.
    virtual void stopAll() = 0;
    [[nodiscard]] virtual std::vector<TaskSnapshot> tasks() const = 0;

    // "Test connection": testStep for each change of a step, then testFinished.
    virtual RequestId testConnection(const EndpointSpec &endpoint) = 0;
    // Premigration assessment of a task's tables: answers as testConnection, or requestFailed.
    virtual RequestId assess(const MigrationDocument &document) = 0;
    // tablesListed or requestFailed.
    virtual RequestId listTables(const EndpointSpec &source) = 0;
    // topicsListed, topicDescribed, or requestFailed.
    virtual RequestId listTopics(const EndpointSpec &target) = 0;
    virtual RequestId describeTopic(const EndpointSpec &target, const QString &topic) = 0;
    // recordsArrived and tailProgress until cancelled; tailEnded when a query that does not follow is done;
    // requestFailed. The instance stops sending when eight batches were not yet acknowledged, so nothing piles up.
    virtual RequestId readTopic(const EndpointSpec &target, const TopicQuery &query) = 0;
    virtual void acknowledgeRecords(RequestId request) = 0;
    // Compares the tables of a task with its topics, beside the running task: validationProgress, then validated or
    // requestFailed.
    virtual RequestId validate(const MigrationDocument &document) = 0;
    // Ends any request; harmless for one that has ended.
    virtual void cancel(RequestId request) = 0;

Q_SIGNALS:
    void taskChanged(const rowcast::TaskSnapshot &snapshot);
    void logLines(const std::vector<rowcast::LogLine> &lines);
    void testStep(quint64 request, const rowcast::ProbeStep &step);
    void testFinished(quint64 request);
    void tablesListed(quint64 request, const std::vector<rowcast::TableSummary> &tables);
    void topicsListed(quint64 request, const std::vector<rowcast::TopicInfo> &topics);
    void topicDescribed(quint64 request, const rowcast::TopicInfo &topic);
    void recordsArrived(quint64 request, const rowcast::RecordBatch &records);
    void tailProgress(quint64 request, const rowcast::TailProgress &progress);
    void tailEnded(quint64 request);
    void validationProgress(quint64 request, const rowcast::ValidationProgress &progress);
    void validated(quint64 request, const rowcast::ValidationReport &report);
    void requestFailed(quint64 request, const rowcast::Failure &failure);
    void stoppedAll();
};

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/FixtureInstance.h"

#include <map>

namespace rowcast::ui::test {

// An instance whose topics and tasks the test feeds: real values through the real signals, no engine behind.
class FeedInstance : public FixtureInstance {
public:
    void startTask(const MigrationDocument &document, StartType type) override
    {
        started.push_back(document);
        startTypes.push_back(type);
    }
    void stopTask(const QString &task) override { stopped.append(task); }
    [[nodiscard]] std::vector<TaskSnapshot> tasks() const override
    {
        std::vector<TaskSnapshot> all;
        for (const auto &[identifier, snapshot] : snapshots) {
            all.push_back(snapshot);
        }
        return all;
    }
    RequestId listTopics(const EndpointSpec &) override { return lists = ++lastRequest; }
    RequestId describeTopic(const EndpointSpec &, const QString &topic) override
    {
        described = topic;
        return describes = ++lastRequest;
    }
    RequestId readTopic(const EndpointSpec &, const TopicQuery &asked) override
    {
        query = asked;
        unacknowledged = 0;
        return reading = ++lastRequest;
    }
    void acknowledgeRecords(RequestId request) override { unacknowledged -= request == reading ? 1 : 0; }

    // As an instance does it: never more than eight batches that were not acknowledged.
    bool feed(const RecordBatch &records)
    {
        if (unacknowledged >= 8) {
            return false;
        }
        ++unacknowledged;
        Q_EMIT recordsArrived(reading, records);
        return true;
    }
    void show(const TaskSnapshot &snapshot)
    {
        snapshots[snapshot.identifier] = snapshot;
        Q_EMIT taskChanged(snapshot);
    }

    RequestId lastRequest = 1000; // apart from the requests of the class below
    RequestId reading = 0;
    RequestId lists = 0;
    RequestId describes = 0;
    QString described;
    int unacknowledged = 0;
    TopicQuery query;
    std::vector<StartType> startTypes;
    QStringList stopped;
    std::map<QString, TaskSnapshot> snapshots;
};

} // namespace rowcast::ui::test

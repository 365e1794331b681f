// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/TopicMessageModel.h"

#include "core/document/EndpointSpec.h"

#include <QElapsedTimer>
#include <QThread>

#include <optional>

namespace rowcast::ui {

// What the counters line shows.
struct SessionCounters {
    uint64_t scanned = 0;
    uint64_t matched = 0; // since the reading began, or since the filter changed among what is kept
    double perSecond = 0; // scanned, over the last seconds
    int64_t behind = -1; // -1: unknown
    uint64_t controlRecords = 0; // offsets without a record
};

// One reading of one topic: the request to the instance, the thread that filters, the model that shows. The instance
// waits while too many rows are not shown yet, so nothing piles up and nothing is dropped. Main thread.
class TopicSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ended, Failed };
    explicit TopicSession(ReplicationInstance &instance, QObject *parent = nullptr);
    ~TopicSession() override;

    void start(const EndpointSpec &target, const TopicQuery &query);
    void stop();
    void setFilter(const MessageFilter &filter);
    void describe(const MessageRowPtr &row, bool isWhole, const MessageRowPtr &marked);
    // The model's mode; what waits is shown when it follows again.
    void setMode(TopicMessageModel::Mode mode);

    [[nodiscard]] TopicMessageModel &model() { return m_model; }
    [[nodiscard]] const SessionCounters &counters() const { return m_counters; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Failure &failure() const { return m_failure; }

Q_SIGNALS:
    void stateChanged();
    void countersChanged();
    void refiltered();
    void described(const rowcast::ui::MessageDetails &details);

private:
    void connectInstance();
    void takeBatch(quint64 generation, const SharedMessageRows &rows, int scanned);
    void takeRefiltered(quint64 generation, const SharedMessageRows &rows);
    void acknowledge();
    void measure(uint64_t scanned);
    void setState(State state);

    ReplicationInstance &m_instance;
    TopicMessageModel m_model;
    QThread m_thread;
    MessageWorker *m_worker;
    std::optional<RequestId> m_request;
    State m_state = State::Idle;
    Failure m_failure;
    SessionCounters m_counters;
    quint64 m_generation = 0; // of the filter; a new reading counts too
    quint64 m_reading = 0; // the generation that this reading began with
    int m_unacknowledged = 0; // batches that came back from the filter
    QElapsedTimer m_since;
    uint64_t m_scannedBefore = 0;
};

} // namespace rowcast::ui

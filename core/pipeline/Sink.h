// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/pipeline/Batch.h"
#include "core/pipeline/Probe.h"
#include "core/pipeline/Retention.h"
#include "core/pipeline/TopicReader.h"

#include <chrono>
#include <memory>
#include <stop_token>

// What the engine asks of a target.

namespace rowcast {

// Writes one task's messages and keeps its durable state, in the compacted checkpoint topic. Used by the writer thread
// alone. Exactly-once: everything between two commits is one Kafka transaction, the state records included. At least
// once: a commit waits for every acknowledgement and only then writes the records.
//
// Failures: "kafka.fenced" (a newer run of this task took over; final), retryable ones (the runner closes this sink,
// opens a new one and reopens the source at the state it returns), others are final.
class Sink {
public:
    virtual ~Sink() = default;
    // Takes the task over from any older writer and returns the state that was committed last (algorithms: init first,
    // then read to the end). A writer id of its own is committed before it returns.
    virtual Result<StateRecords> open(const std::stop_token &stop) = 0;
    // Hands the batch's messages to the producer, creating topics that are missing; waits while the producer is full.
    // The sink keeps the batch until the commit. Messages are sent in order per key.
    virtual Result<void> send(std::unique_ptr<Batch> batch, const std::stop_token &stop) = 0;
    // Makes everything sent since the last commit, and these records, durable; in exactly-once together or not at all.
    // After a failure nothing is known to be committed: the sink must be reopened.
    virtual Result<void> commit(const StateRecords &records, const std::stop_token &stop) = 0;
    // Serves the client's callbacks when there is nothing to send; reports what went wrong in the background.
    virtual Result<void> idle() = 0;
    // Ends an open transaction without committing it. Called once, also after failures; waits at most 2 s.
    virtual void close() = 0;
    // Bytes handed over and not yet confirmed.
    [[nodiscard]] virtual size_t pendingBytes() const = 0;
    // What the Kafka client of this build cannot do, for the log at the start; empty: nothing to say.
    [[nodiscard]] virtual QString limitations() const = 0;
};

struct SinkPlan {
    QString taskIdentifier;
    bool isExactlyOnce = true;
    std::vector<std::string> topics; // that are known before the start
};

// One configured target endpoint. Holds settings, no connection; any thread.
class SinkConnector {
public:
    virtual ~SinkConnector() = default;
    // "Test connection": writes nothing to the topics.
    virtual void probe(const ProbeReport &report, const std::stop_token &stop) = 0;
    virtual std::unique_ptr<Sink> sink(const SinkPlan &plan) = 0;
    virtual std::unique_ptr<TopicReader> topicReader() = 0;
    // How long these topics hold their records: one for each that exists, in their order. Reads only, on a connection
    // of its own.
    virtual Result<std::vector<Retention>> retentions(const std::vector<std::string> &, const std::stop_token &)
    {
        return std::vector<Retention>();
    }
    // The committed state of a task, read without taking it over: for the console, start decisions and removal.
    virtual Result<StateRecords> readState(const QString &taskIdentifier, const std::stop_token &stop) = 0;
    // Removes a task's records from the checkpoint topic (reload, deletion of the task).
    virtual Result<void> removeState(const QString &taskIdentifier, const std::stop_token &stop) = 0;
};

} // namespace rowcast

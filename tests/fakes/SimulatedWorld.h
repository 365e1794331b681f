// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Sink.h"
#include "core/pipeline/Source.h"
#include "core/task/Connectors.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace rowcast::tests {

// A source and a target that break by a seed: a log of transactions over small tables, and a topic with transactions
// and a checkpoint, both in memory. What survives a broken attempt is only what a real server would keep.
struct SimulatedWorld {
    struct RowChange {
        Operation operation = Operation::Insert;
        int key = 0;
        int value = 0;
    };
    using Transaction = std::vector<RowChange>;
    struct Record {
        std::string key;
        std::string value;
    };

    explicit SimulatedWorld(uint64_t seed_);

    // The source. Commits more transactions; the table's rows follow.
    void write(int transactions);
    void writeOne();

    // Draws whether something breaks now; never when calm.
    bool breaks(int oneIn);

    std::mutex mutex; // the task's threads share the world
    std::mt19937_64 random;
    bool isCalm = false;
    TableSchemaPtr schema;
    std::vector<Transaction> log;
    std::map<int, int> rows; // the table now
    int chunkKeys = 7;

    // The target: what a read_committed reader sees.
    std::vector<Record> committed;
    std::map<std::string, std::string> state;
    int openSinks = 0;
    int breakages = 0;
};

// Connectors of that world; the endpoints of the document do not matter.
class SimulatedConnectors final : public Connectors {
public:
    explicit SimulatedConnectors(SimulatedWorld &world)
        : m_world(world)
    {
    }
    Result<std::unique_ptr<SourceConnector>> source(const EndpointSpec &endpoint) const override;
    Result<std::unique_ptr<SinkConnector>> target(const EndpointSpec &endpoint) const override;

private:
    SimulatedWorld &m_world;
};

[[nodiscard]] Failure simulatedFailure(const char *what);

} // namespace rowcast::tests

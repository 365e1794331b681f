// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/Connectors.h"
#include "tests/fakes/SimulatedServer.h"

#include <optional>
#include <string>
#include <vector>

namespace rowcast::tests {

// The broker as a read_committed reader sees it, and what it knows of the task's producers.
struct SimulatedBroker {
    struct Record {
        std::string key;
        std::string value;
    };
    std::vector<Record> committed;
    std::map<std::string, std::string> state; // the checkpoint topic, compacted
    int epoch = 0; // of the newest producer
    // Until then another task's open transaction stands on the checkpoint partition.
    std::optional<std::chrono::steady_clock::time_point> hangsUntil;
    // To prove that the checks see it: commits apply the state and forget the messages, or the other way round.
    enum class Flaw : uint8_t { None, LosesMessages, LosesState } flaw = Flaw::None;
};

// Everything outside of a task, and how often it breaks. All of it follows from the seed.
struct SimulatedWorld {
    explicit SimulatedWorld(uint64_t seed)
        : threads(seed)
        , server(threads, seed ^ 0x9E3779B97F4A7C15ULL)
    {
    }
    // Draws whether something breaks now; never when calm.
    [[nodiscard]] bool breaks(uint64_t oneIn);
    // Somewhere in the way of a call: others go on, time passes, and sometimes the server lives on.
    void pass();

    SeededThreads threads;
    SimulatedServer server;
    SimulatedBroker broker;
    bool isCalm = false;
    int breakages = 0;
    size_t loadedAt = 0; // length of the log when the load was complete: all that follows must come as changes
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

// "simulated": retryable.
[[nodiscard]] Failure simulatedFailure(const char *what);

} // namespace rowcast::tests

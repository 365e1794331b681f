// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedWorld.h"

namespace rowcast::tests {

namespace {

// A Kafka of one process: a transaction becomes visible at its commit, with the state, or not at all; the answer to a
// commit may get lost on either side of it.
class SimulatedSink final : public Sink {
public:
    explicit SimulatedSink(SimulatedWorld &world)
        : m_world(world)
    {
    }
    Result<StateRecords> open(const std::stop_token &) override
    {
        std::lock_guard lock(m_world.mutex);
        ++m_world.openSinks;
        StateRecords records;
        for (const auto &[key, value] : m_world.state) {
            records.push_back({key, value});
        }
        return records;
    }
    Result<void> send(std::unique_ptr<Batch> batch, const std::stop_token &) override
    {
        for (const EncodedMessage &message : batch->messages) {
            m_open.push_back({std::string(batch->key(message)), std::string(batch->value(message))});
        }
        std::lock_guard lock(m_world.mutex);
        return m_world.breaks(40) ? Result<void>{simulatedFailure("the broker refused")} : Result<void>{};
    }
    Result<void> commit(const StateRecords &records, const std::stop_token &) override
    {
        std::lock_guard lock(m_world.mutex);
        if (m_world.breaks(20)) {
            return simulatedFailure("the commit failed");
        }
        m_world.committed.insert(m_world.committed.end(), m_open.begin(), m_open.end());
        m_open.clear();
        for (const StateRecord &record : records) {
            if (record.value) {
                m_world.state[record.key] = *record.value;
            } else {
                m_world.state.erase(record.key);
            }
        }
        return m_world.breaks(20) ? Result<void>{simulatedFailure("the answer to the commit got lost")}
                                  : Result<void>{};
    }
    Result<void> idle() override { return {}; }
    void close() override { m_open.clear(); }
    size_t pendingBytes() const override { return m_open.size(); }
    QString limitations() const override { return {}; }

private:
    SimulatedWorld &m_world;
    std::vector<SimulatedWorld::Record> m_open;
};

class SimulatedSinkConnector final : public SinkConnector {
public:
    explicit SimulatedSinkConnector(SimulatedWorld &world)
        : m_world(world)
    {
    }
    void probe(const ProbeReport &, const std::stop_token &) override { }
    std::unique_ptr<Sink> sink(const SinkPlan &) override { return std::make_unique<SimulatedSink>(m_world); }
    std::unique_ptr<TopicReader> topicReader() override { return nullptr; }
    Result<StateRecords> readState(const QString &, const std::stop_token &) override
    {
        return simulatedFailure("not asked for");
    }
    Result<void> removeState(const QString &, const std::stop_token &) override
    {
        return simulatedFailure("not asked for");
    }

private:
    SimulatedWorld &m_world;
};

} // namespace

Result<std::unique_ptr<SinkConnector>> SimulatedConnectors::target(const EndpointSpec &) const
{
    return {std::make_unique<SimulatedSinkConnector>(m_world)};
}

} // namespace rowcast::tests

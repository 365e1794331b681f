// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedWorld.h"

namespace rowcast::tests {

namespace {

constexpr std::chrono::seconds kTransactionTimeout{60}; // transaction.timeout.ms
constexpr std::chrono::seconds kPatience{15}; // with another's open transaction

Failure fencedFailure()
{
    Failure failure = simulatedFailure("fenced by a newer run of this task");
    failure.code = QStringLiteral("kafka.fenced");
    failure.retryable = false;
    return failure;
}

// A transaction becomes visible at its commit, with the state, or not at all; the answer to a commit may get lost on
// either side of it, take longer than the broker keeps a transaction open, or come from a newer producer's fence.
class SimulatedSink final : public Sink {
public:
    explicit SimulatedSink(SimulatedWorld &world)
        : m_world(world)
        , m_broker(world.broker)
    {
    }
    Result<StateRecords> open(const std::stop_token &stop) override
    {
        m_world.pass();
        m_epoch = ++m_broker.epoch; // initTransactions: whoever was there before is fenced, its transaction aborted
        if (m_world.breaks(12)) {
            m_broker.hangsUntil = m_world.threads.steady() + std::chrono::milliseconds(m_world.server.draw(30'000));
        }
        if (auto readable = waitForOthers(stop); !readable) {
            return readable.error();
        }
        m_world.pass();
        if (m_world.breaks(12)) {
            return simulatedFailure("the coordinator moved");
        }
        if (m_broker.epoch != m_epoch) {
            return fencedFailure();
        }
        StateRecords records;
        for (const auto &[key, value] : m_broker.state) {
            records.push_back({key, value});
        }
        return records;
    }
    Result<void> send(std::unique_ptr<Batch> batch, const std::stop_token &stop) override
    {
        m_world.pass();
        if (m_open.empty()) {
            m_begun = m_world.threads.steady();
        }
        for (const EncodedMessage &message : batch->messages) {
            m_open.push_back({std::string(batch->key(message)), std::string(batch->value(message))});
        }
        if (m_world.breaks(60)) { // the leader moves, and the client finds the new one
            m_world.threads.sleep(std::chrono::milliseconds(m_world.server.draw(5000)), stop);
        }
        if (m_world.breaks(60)) {
            return simulatedFailure("the broker refused");
        }
        return owned();
    }
    Result<void> commit(const StateRecords &records, const std::stop_token &stop) override
    {
        m_world.pass();
        if (m_world.breaks(40)) {
            return simulatedFailure("the commit did not arrive");
        }
        if (m_world.breaks(40)) {
            m_world.threads.sleep(std::chrono::milliseconds(m_world.server.draw(90'000)), stop);
        }
        if (auto mine = owned(); !mine) {
            return mine;
        }
        const bool isFresh = m_open.empty();
        if (!isFresh && m_world.threads.steady() - m_begun > kTransactionTimeout) {
            m_open.clear();
            return simulatedFailure("the transaction timed out and was aborted");
        }
        apply(records);
        m_world.pass();
        return m_world.breaks(40) ? Result<void>{simulatedFailure("the answer to the commit got lost")} : owned();
    }
    Result<void> idle() override
    {
        m_world.pass();
        return owned();
    }
    void close() override { m_open.clear(); }
    size_t pendingBytes() const override { return m_open.size(); }
    QString limitations() const override { return {}; }

private:
    Result<void> owned() const { return m_broker.epoch == m_epoch ? Result<void>{} : Result<void>{fencedFailure()}; }

    // The end of the checkpoint topic cannot be read beyond what another task has not yet committed.
    Result<void> waitForOthers(const std::stop_token &stop)
    {
        const auto begun = m_world.threads.steady();
        while (!m_world.isCalm && m_broker.hangsUntil && m_world.threads.steady() < *m_broker.hangsUntil) {
            if (m_world.threads.steady() - begun > kPatience) {
                return simulatedFailure("the checkpoint topic is blocked");
            }
            if (!m_world.threads.sleep(std::chrono::milliseconds(100), stop)) {
                return stoppedFailure();
            }
        }
        m_broker.hangsUntil.reset();
        return {};
    }

    void apply(const StateRecords &records)
    {
        if (m_broker.flaw != SimulatedBroker::Flaw::LosesMessages || m_world.isCalm) {
            m_broker.committed.insert(m_broker.committed.end(), m_open.begin(), m_open.end());
        }
        m_open.clear();
        if (m_broker.flaw == SimulatedBroker::Flaw::LosesState && !m_world.isCalm && m_world.server.draw(2) == 0) {
            return;
        }
        for (const StateRecord &record : records) {
            if (record.value) {
                m_broker.state[record.key] = *record.value;
            } else {
                m_broker.state.erase(record.key);
            }
        }
    }

    SimulatedWorld &m_world;
    SimulatedBroker &m_broker;
    std::vector<SimulatedBroker::Record> m_open;
    std::chrono::steady_clock::time_point m_begun;
    int m_epoch = 0;
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

Failure simulatedFailure(const char *what)
{
    return {.code = QStringLiteral("simulated"),
        .cause = QString::fromLatin1(what),
        .remedy = {},
        .detail = {},
        .retryable = true};
}

bool SimulatedWorld::breaks(uint64_t oneIn)
{
    if (isCalm || server.draw(oneIn) != 0) {
        return false;
    }
    ++breakages;
    return true;
}

void SimulatedWorld::pass()
{
    threads.step();
    if (!isCalm && server.draw(4) == 0) {
        server.live();
    }
    if (breaks(400)) {
        threads.jumpWallClock(std::chrono::seconds(int64_t(server.draw(200'000)) - 100'000));
    }
}

Result<std::unique_ptr<SinkConnector>> SimulatedConnectors::target(const EndpointSpec &) const
{
    return {std::make_unique<SimulatedSinkConnector>(m_world)};
}

} // namespace rowcast::tests

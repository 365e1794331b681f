// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedWorld.h"

#include <set>
#include <thread>

namespace rowcast::tests {

namespace {

struct Place {
    size_t transaction = 0; // next one to be read
    size_t done = 0; // row changes of it that were handed over
};

std::string placeText(const Place &place)
{
    return std::to_string(place.transaction) + ':' + std::to_string(place.done);
}

Place placeOf(const std::string &text)
{
    const size_t colon = text.find(':');
    return {std::stoul(text.substr(0, colon)), std::stoul(text.substr(colon + 1))};
}

// Chunk n covers keys [n*size, (n+1)*size); value: the log's length when it was read.
using Chunks = std::map<int, size_t>;

class SimulatedSession;

class SimulatedLoader final : public TableLoader {
public:
    explicit SimulatedLoader(SimulatedSession &session)
        : m_session(session)
    {
    }
    Result<std::optional<Chunk>> loadNext(const TableId &, ChangeHandler &handler, const std::stop_token &) override;

private:
    SimulatedSession &m_session;
};

class SimulatedChanges final : public ChangeSource {
public:
    SimulatedChanges(SimulatedWorld &world, Place place, Chunks chunks)
        : m_world(world)
        , m_place(place)
        , m_chunks(std::move(chunks))
    {
    }

    Result<Progress> poll(ChangeHandler &handler, const std::stop_token &stop) override
    {
        std::unique_lock lock(m_world.mutex);
        if (m_world.breaks(60)) {
            return simulatedFailure("the stream broke");
        }
        if (m_place.transaction >= m_world.log.size()) {
            lock.unlock();
            std::this_thread::yield();
            return stop.stop_requested() ? Result<Progress>{stoppedFailure()} : Result<Progress>{Progress::Quiet};
        }
        const auto &transaction = m_world.log[m_place.transaction];
        const SimulatedWorld::RowChange row = transaction[m_place.done];
        const TransactionInfo info{.id = m_place.transaction + 1, .commitMicros = 1};
        const bool isLast = m_place.done + 1 == transaction.size();
        const size_t position = m_place.transaction;
        m_place = isLast ? Place{position + 1, 0} : Place{position, m_place.done + 1};
        lock.unlock();
        if (isInChunk(row.key, position)) {
            return Progress::Changes;
        }
        auto handed = hand(handler, row, info);
        return handed ? Result<Progress>{Progress::Changes} : Result<Progress>{handed.error()};
    }

    bool isAtTransactionEnd() const override { return m_place.done == 0; }
    StateRecords takeState() override { return {{"position", placeText(m_place)}}; }
    bool hasReached(const std::string &target) const override
    {
        return m_place.transaction >= placeOf(target).transaction;
    }
    std::string displayPosition() const override { return placeText(m_place); }
    int64_t lastEventMicros() const override { return 1; }

private:
    bool isInChunk(int key, size_t position) const
    {
        const auto chunk = m_chunks.find(key / m_world.chunkKeys);
        return chunk != m_chunks.end() && position < chunk->second;
    }
    Result<void> hand(ChangeHandler &handler, const SimulatedWorld::RowChange &row, const TransactionInfo &info)
    {
        const Cell cells[] = {Cell::integer(row.key), Cell::integer(row.value)};
        Change change;
        change.operation = row.operation;
        change.schema = m_world.schema.get();
        change.transaction = &info;
        change.before = row.operation == Operation::Insert ? RowView{} : RowView(cells);
        change.after = row.operation == Operation::Delete ? RowView{} : RowView(cells);
        return handler.change(change);
    }

    SimulatedWorld &m_world;
    Place m_place;
    const Chunks m_chunks;
};

class SimulatedSession final : public SourceSession {
public:
    explicit SimulatedSession(SimulatedWorld &world)
        : m_world(world)
    {
    }
    Result<void> startWithLoad(const std::stop_token &) override
    {
        std::lock_guard lock(m_world.mutex);
        m_place = {m_world.log.size(), 0};
        m_state = {{"position", placeText(m_place)}};
        return m_world.breaks(8) ? Result<void>{simulatedFailure("the start broke")} : Result<void>{};
    }
    Result<void> startWithChanges(const CdcStart &, const std::stop_token &stop) override
    {
        return startWithLoad(stop);
    }
    Result<void> resume(const StateRecords &state, const std::stop_token &) override
    {
        for (const StateRecord &record : state) {
            if (record.key == "position") {
                m_place = placeOf(*record.value);
            } else if (record.key.starts_with("load/")) {
                m_chunks[std::stoi(record.key.substr(5))] = std::stoul(*record.value);
            }
            m_isLoaded = m_isLoaded || record.key == "loaded";
        }
        std::lock_guard lock(m_world.mutex);
        return m_world.breaks(8) ? Result<void>{simulatedFailure("the resume broke")} : Result<void>{};
    }
    std::vector<SelectedTable> tables() const override { return {{m_world.schema, 10, m_isLoaded}}; }
    StateRecords takeState() override { return std::exchange(m_state, {}); }
    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &) override
    {
        return {std::make_unique<SimulatedLoader>(*this)};
    }
    StateRecords finishTable(const TableId &) override { return {{"loaded", "1"}}; }
    Result<std::unique_ptr<ChangeSource>> changes(const std::stop_token &) override
    {
        return {std::make_unique<SimulatedChanges>(m_world, m_place, m_chunks)};
    }
    Result<std::string> tail(const std::stop_token &) override
    {
        std::lock_guard lock(m_world.mutex);
        return placeText({m_world.log.size(), 0});
    }
    Result<bool> covers(const StateRecords &, const std::string &) const override
    {
        return internalFailure(QStringLiteral("nothing is validated in the simulation"));
    }
    QString description() const override { return QStringLiteral("simulated"); }

    Result<std::optional<TableLoader::Chunk>> loadNext(ChangeHandler &handler)
    {
        std::lock_guard lock(m_world.mutex);
        if (m_world.breaks(10)) {
            return simulatedFailure("the load broke");
        }
        int number = 0;
        while (m_chunks.contains(number) || m_taken.contains(number)) {
            ++number;
        }
        if (number * m_world.chunkKeys >= 60) {
            return std::optional<TableLoader::Chunk>{};
        }
        m_taken.insert(number);
        TableLoader::Chunk chunk;
        const auto end = m_world.rows.lower_bound((number + 1) * m_world.chunkKeys);
        for (auto row = m_world.rows.lower_bound(number * m_world.chunkKeys); row != end; ++row) {
            const Cell cells[] = {Cell::integer(row->first), Cell::integer(row->second)};
            Change change;
            change.schema = m_world.schema.get();
            change.after = cells;
            if (auto handed = handler.change(change); !handed) {
                return handed.error();
            }
            ++chunk.rows;
        }
        const size_t high = m_world.log.size();
        chunk.records = {{"load/" + std::to_string(number), std::to_string(high)}};
        m_chunks[number] = high;
        m_world.writeOne(); // the source lives on beside the load
        return std::optional<TableLoader::Chunk>{std::move(chunk)};
    }

private:
    SimulatedWorld &m_world;
    Place m_place;
    Chunks m_chunks;
    std::set<int> m_taken;
    StateRecords m_state;
    bool m_isLoaded = false;
};

Result<std::optional<TableLoader::Chunk>> SimulatedLoader::loadNext(
    const TableId &, ChangeHandler &handler, const std::stop_token &)
{
    return m_session.loadNext(handler);
}

class SimulatedSourceConnector final : public SourceConnector {
public:
    explicit SimulatedSourceConnector(SimulatedWorld &world)
        : m_world(world)
    {
    }
    void probe(const ProbeReport &, const std::stop_token &) override { }
    void assess(const AssessmentPlan &, const ProbeReport &, const std::stop_token &) override { }
    Result<std::unique_ptr<Catalog>> catalog(const std::stop_token &) override
    {
        return simulatedFailure("no catalogue here");
    }
    std::unique_ptr<SourceSession> session(const SourcePlan &) override
    {
        return std::make_unique<SimulatedSession>(m_world);
    }

private:
    SimulatedWorld &m_world;
};

} // namespace

Result<std::unique_ptr<SourceConnector>> SimulatedConnectors::source(const EndpointSpec &) const
{
    return {std::make_unique<SimulatedSourceConnector>(m_world)};
}

} // namespace rowcast::tests

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedSession.h"

namespace rowcast::tests {

namespace {

using Kind = SimulatedServer::Transaction::Kind;

constexpr std::chrono::milliseconds kHeartbeat{100};

// The binlog from a position on, row by row: what stands in it, visible or not, in its order. What was loaded already
// is left out by the real HandOverFilter.
class SimulatedStream final : public ChangeSource {
public:
    SimulatedStream(
        SimulatedSession &session, SimulatedPosition position, std::unique_ptr<mysql::HandOverFilter> filter)
        : m_session(session)
        , m_world(session.world())
        , m_server(m_world.server)
        , m_position(std::move(position))
        , m_filter(std::move(filter))
    {
    }

    Result<Progress> poll(ChangeHandler &handler, const std::stop_token &stop) override
    {
        m_world.pass();
        if (auto connected = m_session.isConnected(); !connected) {
            return std::move(connected).error();
        }
        if (m_world.breaks(150)) {
            return simulatedFailure("the stream broke");
        }
        while (m_index < m_server.log().size() && SimulatedServer::isIn(m_position.gtids, m_index)) {
            ++m_index;
        }
        if (m_index == m_server.log().size()) {
            const bool isAwake = m_world.threads.sleep(kHeartbeat, stop);
            return isAwake ? Result<Progress>{Progress::Quiet} : Result<Progress>{stoppedFailure()};
        }
        auto handed = handOver(m_server.log()[m_index], handler, stop);
        return handed ? Result<Progress>{Progress::Changes} : Result<Progress>{std::move(handed).error()};
    }

    bool isAtTransactionEnd() const override { return m_position.done == 0; }
    StateRecords takeState() override
    {
        StateRecords records = m_filter->takeState();
        records.push_back({"position", m_position.text()});
        return records;
    }
    bool hasReached(const std::string &target) const override
    {
        const size_t end = std::stoul(target);
        size_t index = m_index; // all before it was handed over
        while (index < end && SimulatedServer::isIn(m_position.gtids, index)) {
            ++index;
        }
        return index >= end;
    }
    std::string displayPosition() const override { return m_position.text(); }
    int64_t lastEventMicros() const override { return 1; }

private:
    Result<void> handOver(
        const SimulatedServer::Transaction &transaction, ChangeHandler &handler, const std::stop_token &stop)
    {
        const TransactionInfo info{.id = m_index + 1, .commitMicros = 1};
        const size_t done = size_t(m_position.done);
        Result<void> handed;
        if (transaction.kind == Kind::AddColumn) {
            SchemaChange change;
            change.kind = SchemaChangeKind::AddColumn;
            change.table = SimulatedServer::idOf(transaction.table);
            change.before = m_server.definition(transaction.table, m_index)->layout->schema;
            change.after = m_server.definition(transaction.table, m_index + 1)->layout->schema;
            change.transaction = &info;
            handed = handler.schemaChange(change);
        } else if (done < transaction.changes.size()) {
            handed = row(transaction.changes[done], info, handler, stop);
        }
        if (done + 1 < transaction.changes.size()) {
            ++m_position.done;
        } else {
            m_position.done = 0;
            m_position.gtids.add(SimulatedServer::gtidOf(m_index));
        }
        return handed;
    }

    Result<void> row(const SimulatedServer::RowChange &row, const TransactionInfo &info, ChangeHandler &handler,
        const std::stop_token &stop)
    {
        const TableSchemaPtr schema = m_server.definition(row.table, m_index)->layout->schema;
        const std::vector<Cell> before = cellsOf(row.before, row.isPartial);
        const std::vector<Cell> after = cellsOf(row.after, row.isPartial);
        const auto place = m_server.place(m_index);
        m_filter->moveTo({m_server.identity(), place.file, place.offset, SimulatedServer::gtidOf(m_index).text()});
        mysql::HandOver decision = mysql::HandOver::Send;
        if (!m_filter->isEmpty() && m_filter->concerns(schema->id)) {
            const mysql::RowImages images{before, after};
            const auto decided = m_filter->decide(schema->id, *schema, std::span(&images, 1), stop);
            if (!decided) {
                return decided.error();
            }
            decision = decided->front();
        }
        if (decision == mysql::HandOver::Drop) {
            return {};
        }
        Change change;
        change.schema = schema.get();
        change.transaction = &info;
        change.before = decision == mysql::HandOver::SendAsInsert ? RowView{} : RowView(before);
        change.after = decision == mysql::HandOver::SendAsDelete ? RowView{} : RowView(after);
        change.operation = change.before.empty() ? Operation::Insert
            : change.after.empty()               ? Operation::Delete
                                                 : Operation::Update;
        return handler.change(change);
    }

    SimulatedSession &m_session;
    SimulatedWorld &m_world;
    SimulatedServer &m_server;
    SimulatedPosition m_position;
    std::unique_ptr<mysql::HandOverFilter> m_filter;
    size_t m_index = 0;
};

} // namespace

std::unique_ptr<ChangeSource> simulatedChanges(
    SimulatedSession &session, SimulatedPosition position, std::unique_ptr<mysql::HandOverFilter> filter)
{
    return std::make_unique<SimulatedStream>(session, std::move(position), std::move(filter));
}

} // namespace rowcast::tests

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/MySqlTableLoader.h"

#include "core/base/Clock.h"
#include "core/mysql/load/CurrentDefinition.h"
#include "core/mysql/load/LoadFailures.h"
#include "core/mysql/load/TableLoad.h"
#include "core/mysql/server/GrantRemedy.h"

namespace rowcast::mysql {

namespace {

constexpr auto kRefreshEvery = std::chrono::milliseconds(500);
constexpr auto kPause = std::chrono::milliseconds(50); // before a chunk is read again; doubled each time
constexpr auto kLongestPause = std::chrono::milliseconds(2000);
constexpr auto kPatience = std::chrono::minutes(3);

// What a DDL in the middle of a read may look like.
bool mayBeDdl(const Failure &failure)
{
    return failure.code == QLatin1String("mysql.table.changed")
        || failure.code == QLatin1String("mysql.value.unexpected");
}

// Failures of one table, which need not end the task.
bool isOfTable(const Failure &failure)
{
    constexpr const char *kCodes[] = {"mysql.table.missing", "mysql.grant.missing", "mysql.value.unexpected",
        "mysql.type.unknown", "mysql.load.key-changed", "mysql.load.unsteady", "mysql.load.keyless-busy"};
    return std::any_of(
        std::begin(kCodes), std::end(kCodes), [&](const char *code) { return failure.code == QLatin1String(code); });
}

} // namespace

MySqlTableLoader::MySqlTableLoader(std::shared_ptr<LoadRegistry> registry, std::unique_ptr<Connection> connection)
    : m_registry(std::move(registry))
    , m_connection(std::move(connection))
    , m_reader(*m_registry, *m_connection)
{
}

MySqlTableLoader::~MySqlTableLoader() = default;

Result<std::optional<TableLoader::Chunk>> MySqlTableLoader::loadNext(
    const TableId &table, ChangeHandler &handler, const std::stop_token &stop)
{
    TableLoad *load = m_registry->find(table);
    if (load == nullptr) {
        return internalFailure(QStringLiteral("load of a table that was not added: ") + table.text());
    }
    const auto loadOnce = [&]() -> Result<std::optional<Chunk>> {
        if (const auto begun = m_keyless.find(table); begun != m_keyless.end()) {
            return nextPart(*begun->second, *load, handler, stop);
        }
        if (auto refreshed = refreshSometimes(*load, stop); !refreshed) {
            return std::move(refreshed).error();
        }
        auto task = load->take(*m_connection, stop);
        if (!task) {
            return std::move(task).error();
        }
        return *task ? loadTask(*load, std::move(**task), handler, stop) : Result<std::optional<Chunk>>(std::nullopt);
    };
    auto chunk = loadOnce();
    if (chunk || !isOfTable(chunk.error())) {
        return chunk;
    }
    m_keyless.erase(table);
    load->abandon();
    Failure failure = chunk.error();
    const bool isRead = failure.remedy.contains(QLatin1String("GRANT SELECT")); // not the dump of its changes
    if (failure.code == QLatin1String("mysql.grant.missing") && isRead) {
        failure.remedy = grantOfTable(table, m_connection->settings());
    }
    if (auto suspended = handler.tableFailed(table, failure); !suspended) {
        return std::move(suspended).error();
    }
    return std::optional<Chunk>();
}

Result<std::optional<TableLoader::Chunk>> MySqlTableLoader::loadTask(
    TableLoad &load, ChunkTask task, ChangeHandler &handler, const std::stop_token &stop)
{
    if (!task.table->key) {
        auto connection = Connection::open(m_registry->settings().connection, stop);
        if (!connection) {
            return std::move(connection).error();
        }
        auto &reader = m_keyless[task.table->id()];
        reader = std::make_unique<KeylessReader>(*m_registry, std::move(*connection), std::move(task));
        return nextPart(*reader, load, handler, stop);
    }
    const auto outcome = readSteadily(load, task, handler, stop);
    if (!outcome) {
        return outcome.error();
    }
    load.noteSize(outcome->record.rows, outcome->bytes);
    if (outcome->kind == ChunkReader::Outcome::Kind::TooLarge) {
        load.giveBack(task);
        auto smaller = load.take(*m_connection, stop);
        if (!smaller) {
            return std::move(smaller).error();
        }
        return *smaller ? loadTask(load, std::move(**smaller), handler, stop)
                        : Result<std::optional<Chunk>>(std::nullopt);
    }
    load.finish(outcome->record);
    const LoadRecordKey key{task.table->id(), task.order};
    return std::optional(Chunk{{{key.text(), outcome->record.toJson()}}, outcome->record.rows});
}

// Reads the chunk as often as it takes to get it as of one moment, with the definition of that moment.
Result<ChunkReader::Outcome> MySqlTableLoader::readSteadily(
    TableLoad &load, ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop)
{
    const auto deadline = std::chrono::steady_clock::now() + m_registry->settings().commitTime + kPatience;
    auto pause = kPause;
    for (;;) {
        auto outcome = m_reader.read(task, handler, stop);
        const bool isAgain = outcome && outcome->kind == ChunkReader::Outcome::Kind::Again;
        const bool isAltered
            = !outcome && mayBeDdl(outcome.error()) && m_reader.handedOver() == 0 && m_connection->isAlive();
        if (!isAgain && !isAltered) {
            return outcome;
        }
        const auto refreshed = refresh(load, stop);
        if (!refreshed) {
            return refreshed.error();
        }
        const bool isInTime = std::chrono::steady_clock::now() < deadline;
        if (isAltered && !*refreshed
            && (!isInTime || outcome.error().code == QLatin1String("mysql.value.unexpected"))) {
            return outcome;
        }
        if (!isInTime) {
            return unsteadyFailure(task.table->id());
        }
        task.table = load.table();
        if (!SystemClock().sleep(pause, stop)) {
            return stoppedFailure();
        }
        pause = std::min(pause * 2, kLongestPause);
    }
}

Result<std::optional<TableLoader::Chunk>> MySqlTableLoader::nextPart(
    KeylessReader &reader, TableLoad &load, ChangeHandler &handler, const std::stop_token &stop)
{
    const TableId id = load.table()->id();
    const auto record = reader.nextPart(load, handler, stop);
    if (!record) {
        return record.error();
    }
    if (!*record) {
        m_keyless.erase(id);
        return std::optional<Chunk>();
    }
    const uint64_t rows = reader.rowsOfPart();
    if (!(*record)->isPartial) {
        load.finish(**record);
    }
    return std::optional(Chunk{{{LoadRecordKey{id, (*record)->order}.text(), (*record)->toJson()}}, rows});
}

Result<bool> MySqlTableLoader::refresh(TableLoad &load, const std::stop_token &stop)
{
    // a read that failed in a snapshot has left it open
    if (auto closed = m_connection->execute("ROLLBACK", stop); !closed) {
        return std::move(closed).error();
    }
    m_refreshed[load.table()->id()] = std::chrono::steady_clock::now();
    return redefineWhereChanged(load, *m_connection, stop);
}

Result<void> MySqlTableLoader::refreshSometimes(TableLoad &load, const std::stop_token &stop)
{
    const auto last = m_refreshed.find(load.table()->id());
    if (last != m_refreshed.end() && std::chrono::steady_clock::now() - last->second < kRefreshEvery) {
        return {};
    }
    const auto refreshed = refresh(load, stop);
    return refreshed ? Result<void>() : Result<void>(refreshed.error());
}

} // namespace rowcast::mysql

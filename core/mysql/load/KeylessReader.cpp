// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/KeylessReader.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/mysql/load/BinlogWindow.h"
#include "core/mysql/load/ChunkSql.h"
#include "core/mysql/load/CurrentDefinition.h"
#include "core/mysql/load/LoadFailures.h"

namespace rowcast::mysql {

namespace {

constexpr auto kPause = std::chrono::milliseconds(20); // between snapshots; doubled each time
constexpr auto kLongestPause = std::chrono::milliseconds(1000);
constexpr auto kPatience = std::chrono::minutes(2);

} // namespace

KeylessReader::KeylessReader(LoadRegistry &registry, std::unique_ptr<Connection> connection, ChunkTask task)
    : m_registry(registry)
    , m_connection(std::move(connection))
    , m_task(std::move(task))
{
}

Result<std::optional<ChunkRecord>> KeylessReader::nextPart(
    TableLoad &load, ChangeHandler &handler, const std::stop_token &stop)
{
    if (m_isAtEnd) {
        return std::optional<ChunkRecord>();
    }
    if (!m_cursor) {
        if (auto opened = open(load, stop); !opened) {
            return std::move(opened).error();
        }
        m_rows = std::make_unique<DirectRows>(m_task.table);
    }
    const uint64_t rowsBefore = m_rows->rows();
    const uint64_t bytesBefore = m_rows->bytes();
    while (!m_isAtEnd && m_rows->bytes() - bytesBefore < m_registry.settings().chunkBytes) {
        const auto row = m_cursor->next(stop);
        if (!row) {
            return row.error();
        }
        m_isAtEnd = !*row;
        if (m_isAtEnd) {
            break;
        }
        if (auto taken = m_rows->take(**row, handler); !taken) {
            return std::move(taken).error();
        }
    }
    m_rows->noteReplaced(handler);
    m_rowsOfPart = m_rows->rows() - rowsBefore;
    if (m_isAtEnd) {
        m_cursor.reset();
        if (auto released = m_connection->execute("COMMIT", stop); !released) {
            return std::move(released).error();
        }
    }
    return std::optional(ChunkRecord{.order = m_task.order,
        .key = {},
        .kinds = {},
        .bounds = {},
        .moment = m_point->moment(),
        .rows = m_rows->rows(),
        .isPartial = !m_isAtEnd});
}

Result<void> KeylessReader::open(TableLoad &load, const std::stop_token &stop)
{
    if (load.rowsSentBefore() > 0) {
        qCWarning(lcSourceUnload).noquote() << m_task.table->id().text() << "has no key: its load starts over, and"
                                            << load.rowsSentBefore() << "rows are sent again";
    }
    const auto deadline = std::chrono::steady_clock::now() + m_registry.settings().commitTime + kPatience;
    auto pause = kPause;
    for (;;) {
        const auto taken = takeSnapshot(stop);
        if (!taken) {
            return taken.error();
        }
        const auto current = isCurrent(load, stop);
        if (!current) {
            return current.error();
        }
        if (*taken && *current) {
            break;
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return keylessBusyFailure(m_task.table->id());
        }
        if (!SystemClock().sleep(pause, stop)) {
            return stoppedFailure();
        }
        pause = std::min(pause * 2, kLongestPause);
    }
    auto cursor = m_connection->cursor(wholeTableSql(*m_task.table), stop);
    if (!cursor) {
        return std::move(cursor).error();
    }
    m_cursor = std::move(*cursor);
    return {};
}

Result<bool> KeylessReader::takeSnapshot(const std::stop_token &stop)
{
    m_point = std::make_unique<ReadPoint>(m_registry, *m_connection);
    if (auto begun = m_point->begin(stop); !begun) {
        return std::move(begun).error();
    }
    if (m_point->method() == ReadPoint::Method::Snapshot) {
        return true;
    }
    // (ends the snapshot of an earlier attempt)
    if (auto opened = m_connection->execute("START TRANSACTION WITH CONSISTENT SNAPSHOT", stop); !opened) {
        return std::move(opened).error();
    }
    if (auto ended = m_point->end(stop); !ended) {
        return std::move(ended).error();
    }
    return m_point->method() == ReadPoint::Method::Plain ? Result<bool>(true) : isQuiet(stop);
}

// False: the table has another definition than that which was known before the snapshot, and is read by it from now on.
Result<bool> KeylessReader::isCurrent(TableLoad &load, const std::stop_token &stop)
{
    const auto isRedefined = redefineWhereChanged(load, *m_connection, stop);
    if (!isRedefined) {
        return isRedefined.error();
    }
    m_task.table = load.table();
    return !*isRedefined;
}

Result<bool> KeylessReader::isQuiet(const std::stop_token &stop)
{
    const auto start = m_point->window();
    if (!start) {
        m_point->noteSeen({});
        return true;
    }
    BinlogWindow window(m_registry.windowRequest(*start, *m_point, m_task.table));
    bool hasRows = false;
    const auto verdict = window.read(
        [&](RowView, RowView) {
            hasRows = true;
            return Result<void>();
        },
        [&] { hasRows = false; }, stop);
    if (!verdict) {
        return verdict.error();
    }
    if (*verdict == BinlogWindow::Verdict::ReadAgain || hasRows) {
        return false;
    }
    m_point->noteSeen(window.gtids());
    return true;
}

} // namespace rowcast::mysql

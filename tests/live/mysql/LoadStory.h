// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/MySqlConnector.h"
#include "tests/live/mysql/LoadKeys.h"
#include "tests/live/mysql/LoadState.h"
#include "tests/live/mysql/RowFold.h"
#include "tests/live/mysql/TableWriter.h"
#include "tests/live/support/ServerPool.h"

#include <QObject>

#include <memory>

namespace rowcast {

// A test class whose functions load one table, shop.t, from a real server, follow its changes and compare.
class LoadStory : public QObject {
protected:
    static inline const TableId kTable{"shop", "t"};

    void begin(); // of a test function
    enum class Run : uint8_t { Whole, SomeChunks };
    void createTable(const LoadKeys &keys, int rows);
    [[nodiscard]] TableWriter::Shape shapeOf(const LoadKeys &keys, int rows) const;
    [[nodiscard]] std::unique_ptr<SourceSession> session(bool areChangesWanted = true);
    void load(SourceSession &session, Run run = Run::Whole);
    void follow(SourceSession &session);
    void compare(const LoadKeys &keys);
    Result<void> startServer(MySqlFlavour flavour, const QStringList &arguments = {});
    [[nodiscard]] mysql::ConnectionSettings connection() const;

    ServerPool m_pool;
    LiveServers *m_servers = nullptr;
    std::unique_ptr<RowFold> m_fold;
    std::unique_ptr<LoadState> m_state;
};

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/BinlogFile.h"
#include "tests/live/support/ServerLogin.h"

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/schema/DefinitionReader.h"

#include <QFile>

namespace rowcast::bench {

using namespace mysql;

namespace {

constexpr size_t kMagicBytes = 4;
constexpr size_t kSizeAt = 9; // event_size in the header of an event
constexpr size_t kHeaderBytes = 19;

TableMappings everything()
{
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    rule.table = QStringLiteral("%");
    return TableMappings(std::vector<SelectionRule>{rule});
}

Failure unreadable(const QString &what)
{
    return {QStringLiteral("bench.binlog"), QStringLiteral("The recorded binlog cannot be read."), {}, what, false};
}

} // namespace

BinlogFile::BinlogFile(const SchemaFacts &facts)
    : m_mappings(everything())
    , m_history(facts.rules)
    , m_rules{facts.rules.dialect, facts.collations, facts.hasTimestampDefaults, false}
{
}

Result<std::unique_ptr<BinlogFile>> BinlogFile::record(MySqlServer &server, const QByteArray &statements)
{
    auto connection = Connection::open(loginOf(server), {});
    if (!connection) {
        return connection.error();
    }
    const auto info = ServerInfo::read(**connection, {});
    if (!info) {
        return info.error();
    }
    const auto facts = SchemaFacts::read(**connection, *info, {});
    if (!facts) {
        return facts.error();
    }
    std::unique_ptr<BinlogFile> file(new BinlogFile(*facts));
    const auto snapshot = DefinitionReader(**connection, *info, *facts, file->m_mappings).read({});
    if (!snapshot) {
        return snapshot.error();
    }
    for (const TrackedTable &table : snapshot->tables) {
        file->m_history.add(table);
    }
    auto sql = SqlClient::connect(server.host(), server.port());
    if (!sql) {
        return sql.error();
    }
    if (auto flushed = sql->execute("FLUSH BINARY LOGS"); !flushed) {
        return flushed.error();
    }
    const auto end = readBinlogEnd(**connection, *info, {});
    if (!end) {
        return end.error();
    }
    if (auto done = sql->execute(statements + "; FLUSH BINARY LOGS"); !done) {
        return done.error();
    }
    auto read = file->read(server.dataFolder() + QLatin1Char('/') + QString::fromStdString(end->file));
    return read ? Result<std::unique_ptr<BinlogFile>>(std::move(file)) : read.error();
}

Result<void> BinlogFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(file.errorString());
    }
    const QByteArray bytes = file.readAll();
    m_bytes.assign(bytes.begin(), bytes.end());
    return {};
}

Result<void> BinlogFile::replay(ChangeHandler &handler)
{
    BinlogParser parser;
    EventDelivery delivery(m_history, m_mappings, false, m_rules);
    GroupContext group;
    group.place.file = "recorded";
    for (size_t at = kMagicBytes; at + kHeaderBytes <= m_bytes.size();) {
        const std::span<const uint8_t> rest(m_bytes.data() + at, m_bytes.size() - at);
        const size_t size = rest[kSizeAt] | rest[kSizeAt + 1] << 8 | rest[kSizeAt + 2] << 16
            | static_cast<size_t>(rest[kSizeAt + 3]) << 24;
        if (size < kHeaderBytes || size > rest.size()) {
            return unreadable(QStringLiteral("an event at %1 ends behind the file").arg(at));
        }
        const auto event = parser.parse(rest.first(size));
        if (!event) {
            return event.error();
        }
        if (std::holds_alternative<XidEvent>(event->body)) {
            group.transaction.id += 1;
            delivery.rows().beginGroup(0);
        }
        if (auto done = delivery.deliver(*event, {at, at + size}, group, handler, {}); !done) {
            return done;
        }
        at += size;
    }
    return {};
}

} // namespace rowcast::bench

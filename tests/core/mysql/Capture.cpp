// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/mysql/Capture.h"

#include "core/mysql/row/CellFromText.h"
#include "core/mysql/row/RowDecoder.h"
#include "core/mysql/row/TypeMap.h"
#include "tests/core/mysql/Bytes.h"

#include <QFile>

#include <array>
#include <cstdio>
#include <cstring>

namespace rowcast {

namespace {

// printf keeps the sign of zero.
std::string realText(const char *format, double value)
{
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), format, value);
    return {text.data(), size_t(length)};
}

} // namespace

std::string cellText(const Cell &cell)
{
    const std::string text(cell.text);
    switch (cell.kind) {
    case CellKind::Absent:
        return "absent";
    case CellKind::Null:
        return "NULL";
    case CellKind::Boolean:
        return cell.i != 0 ? "true" : "false";
    case CellKind::Int:
        return std::to_string(cell.i).insert(0, 1, 'i');
    case CellKind::UInt:
        return std::to_string(cell.u).insert(0, 1, 'u');
    case CellKind::Float:
        return realText("f%.9g", double(cell.f));
    case CellKind::Double:
        return realText("d%.17g", cell.d);
    case CellKind::Number:
        return "n:" + text;
    case CellKind::Plain:
        return "p:" + text;
    case CellKind::Text:
        return "t:" + text;
    case CellKind::Json:
        return "j:" + text;
    case CellKind::Bytes:
        return "0x" + QByteArray::fromStdString(text).toHex().toStdString();
    }
    return "?";
}

} // namespace rowcast

namespace rowcast::mysql {

namespace {

QString pathOf(const QString &name, const char *suffix)
{
    return qEnvironmentVariable("ROWCAST_SOURCE_DIR", QStringLiteral(".")) + QStringLiteral("/tests/data/mysql/") + name
        + QLatin1String(suffix);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s is missing", qPrintable(path));
    }
    return file.readAll();
}

QList<QByteArrayList> linesOf(const QString &path)
{
    QList<QByteArrayList> lines;
    for (const QByteArray &line : contentOf(path).split('\n')) {
        if (!line.isEmpty()) {
            lines.append(line.split('\t'));
        }
    }
    return lines;
}

std::vector<std::string> textsOf(RowView row)
{
    std::vector<std::string> texts;
    for (const Cell &cell : row) {
        texts.push_back(cellText(cell));
    }
    return texts;
}

std::string keyOf(const TableLayout &layout, const std::vector<std::string> &row)
{
    std::string key;
    for (const uint16_t column : layout.schema->key) {
        key += row[column] + ' ';
    }
    return key;
}

} // namespace

Capture::Capture(const QString &name)
    : m_name(name)
{
    const QByteArray bytes = contentOf(pathOf(name, ".binlog"));
    m_binlog.assign(bytes.begin(), bytes.end());
    readTables(pathOf(name, ".tables"));
    for (const auto &[table, definition] : m_definitions) {
        auto layout = layoutOf(definition);
        if (!layout) {
            m_complaints += layout.error().text();
            continue;
        }
        m_layouts[table] = std::make_shared<const TableLayout>(std::move(*layout));
    }
}

void Capture::readTables(const QString &path)
{
    for (const QByteArrayList &line : linesOf(path)) {
        TableDefinition &definition = m_definitions[line[0].toStdString()];
        definition.id = {"orc", line[0].toStdString()};
        ColumnDefinition column;
        column.name = line[1].toStdString();
        column.type = line[2].toStdString();
        column.charset = line[3].toStdString();
        column.collation = line[4].toStdString();
        definition.columns.push_back(column);
        if (column.name == "id") {
            definition.primaryKey = {"id"};
        }
    }
}

Result<void> Capture::forEachEvent(const std::function<Result<void>(const BinlogEvent &, size_t)> &visit) const
{
    constexpr size_t kSizeOffset = 9;
    BinlogParser parser;
    for (size_t at = 4; at < m_binlog.size();) {
        uint32_t size = 0;
        std::memcpy(&size, m_binlog.data() + at + kSizeOffset, sizeof size);
        parser.setPlace(m_name.toStdString(), at);
        auto event = parser.parse(std::span(m_binlog).subspan(at, size));
        if (!event) {
            return event.error();
        }
        if (auto visited = visit(*event, at); !visited) {
            return visited.error();
        }
        const auto *payload = std::get_if<TransactionPayloadEvent>(&event->body);
        if (payload != nullptr) {
            PayloadReader reader(*payload);
            while (true) {
                const auto bytes = reader.next();
                if (!bytes) {
                    return bytes.error();
                }
                if (!*bytes) {
                    break;
                }
                auto inner = parser.parseInner(**bytes);
                if (!inner) {
                    return inner.error();
                }
                if (auto visited = visit(*inner, at); !visited) {
                    return visited.error();
                }
            }
        }
        at += size;
    }
    return {};
}

Capture::Rows Capture::selected()
{
    Rows rows;
    for (const QByteArrayList &line : linesOf(pathOf(m_name, ".select"))) {
        const std::string table = line[0].toStdString();
        const TableLayout &layout = *m_layouts.at(table);
        std::vector<std::string> row;
        for (qsizetype i = 1; i < line.size(); ++i) {
            Arena arena;
            const std::string bytes = QByteArray::fromHex(line[i]).toStdString();
            const auto text = line[i] == "NULL" ? std::nullopt : std::optional<std::string_view>(bytes);
            const auto cell = cellFromText(layout.columns[size_t(i - 1)], text, arena, m_replacedBySelect);
            row.push_back(cell ? cellText(*cell) : cell.error().text().toStdString());
        }
        rows[table][keyOf(layout, row)] = row;
    }
    return rows;
}

// Applies row images to rows in memory, and checks each before image against what is there.
class Capture::Replay {
public:
    explicit Replay(Capture &capture)
        : m_capture(capture)
    {
    }

    Result<void> see(const BinlogEvent &event)
    {
        if (const auto *map = std::get_if<TableMapEvent>(&event.body)) {
            return bind(*map);
        }
        const auto *changed = std::get_if<RowsEvent>(&event.body);
        return changed == nullptr ? Result<void>() : apply(*changed);
    }
    Rows rows;

private:
    struct Bound {
        std::string table;
        std::unique_ptr<RowDecoder> decoder;
    };

    Result<void> bind(const TableMapEvent &map)
    {
        const auto layout = m_capture.m_layouts.find(std::string(map.table));
        if (layout == m_capture.m_layouts.end()) {
            return {};
        }
        auto decoder = RowDecoder::create(layout->second, map);
        if (!decoder) {
            return decoder.error();
        }
        m_bound[map.tableId] = {layout->first, std::move(*decoder)};
        return {};
    }

    Result<void> apply(const RowsEvent &event)
    {
        const auto found = m_bound.find(event.tableId);
        if (found == m_bound.end()) {
            return {};
        }
        RowDecoder &decoder = *found->second.decoder;
        Arena arena;
        RowView before;
        RowView after;
        auto iterator = decoder.rows(event, arena);
        auto more = iterator.next(before, after);
        for (; more && *more; more = iterator.next(before, after)) {
            applyRow(found->second.table, textsOf(before), textsOf(after));
            arena.reset();
        }
        for (const ColumnLoss &loss : decoder.takeLosses()) {
            m_capture.m_lossesOfReplay += loss.count;
        }
        return more ? Result<void>() : Result<void>(more.error());
    }

    void applyRow(
        const std::string &table, const std::vector<std::string> &before, const std::vector<std::string> &after)
    {
        const TableLayout &layout = *m_capture.m_layouts.at(table);
        std::vector<std::string> row(layout.columns.size(), "?");
        if (!before.empty()) {
            auto stored = rows[table].extract(keyOf(layout, before));
            row = stored.empty() ? row : stored.mapped();
            for (size_t i = 0; i < row.size(); ++i) {
                if (before[i] != "absent" && row[i] != "?" && before[i] != row[i]) {
                    m_capture.m_complaints
                        += QStringLiteral("%1.%2 was %3, its before image has %4")
                               .arg(QString::fromStdString(table), QString::fromStdString(layout.columns[i].name),
                                   QString::fromStdString(row[i]), QString::fromStdString(before[i]));
                }
            }
        }
        for (size_t i = 0; i < after.size(); ++i) {
            row[i] = after[i] == "absent" ? row[i] : after[i];
        }
        if (!after.empty()) {
            rows[table][keyOf(layout, row)] = row;
        }
    }

    Capture &m_capture;
    std::map<uint64_t, Bound> m_bound;
};

Capture::Rows Capture::replayed()
{
    Replay replay(*this);
    const auto done = forEachEvent([&](const BinlogEvent &event, size_t) { return replay.see(event); });
    if (!done) {
        m_complaints += done.error().text();
    }
    return replay.rows;
}

} // namespace rowcast::mysql

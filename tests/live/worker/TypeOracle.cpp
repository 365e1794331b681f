// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/TypeOracle.h"

#include <QDate>

#include <charconv>
#include <set>

namespace rowcast::tests {

namespace {

// Text that its own character set cannot hold is no oracle: what a server shows of it is its own choice.
const QByteArray kInvalid = "(invalid)";

bool isOneOf(const QByteArray &type, std::initializer_list<const char *> types)
{
    return std::any_of(types.begin(), types.end(), [&](const char *one) { return type == one; });
}

QByteArray quoted(const QByteArray &name)
{
    return '`' + QByteArray(name).replace('`', "``") + '`';
}

QByteArray withoutZerosInFront(QByteArray digits)
{
    const bool isNegative = digits.startsWith('-');
    digits.remove(0, isNegative ? 1 : 0);
    while (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') {
        digits.remove(0, 1);
    }
    return isNegative ? '-' + digits : digits;
}

// "2021-02-30", "2021-00-00": dates that ALLOW_INVALID_DATES or an empty sql_mode lets in.
bool isInCalendar(const QByteArray &text)
{
    return QDate(text.mid(0, 4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt()).isValid()
        || text.startsWith("0000-"); // QDate has no year 0
}

template <typename Number> bool isShortestText(const QByteArray &server, const QByteArray &topic)
{
    const auto value = Number(server.toDouble());
    Number read{};
    const auto [end, error] = std::from_chars(topic.data(), topic.data() + topic.size(), read);
    char shortest[64];
    const auto printed = std::to_chars(shortest, shortest + sizeof shortest, value, std::chars_format::scientific);
    const auto digits = [](QByteArray text) {
        text = text.left(text.indexOf('e') < 0 ? text.size() : text.indexOf('e')).replace('.', "").replace('-', "");
        while (text.size() > 1 && text.startsWith('0')) {
            text.remove(0, 1);
        }
        while (text.size() > 1 && text.endsWith('0')) {
            text.chop(1);
        }
        return text;
    };
    // a large integer may be written in full where that is as short
    char plain[64];
    const auto size = std::to_chars(plain, plain + sizeof plain, value).ptr - plain;
    return error == std::errc() && end == topic.data() + topic.size() && read == value
        && (topic.size() <= size || digits(topic) == digits(QByteArray(shortest, qsizetype(printed.ptr - shortest))));
}

// MariaDB takes lone surrogates for characters, which no JSON can hold.
bool isNoText(const QByteArray &server)
{
    return server == kInvalid || QString::fromUtf8(server).contains(QChar::ReplacementCharacter);
}

QByteArray printed(const std::optional<QByteArray> &text)
{
    return text ? '"' + text->left(120) + '"' : QByteArray("NULL");
}

} // namespace

// facts: name, data type, column type, precision, scale, character set, extra
QByteArray TypeOracle::expressionOf(const QByteArray &name, const QByteArray &type, const SqlRow &facts)
{
    const QByteArray column = quoted(name);
    const QByteArray hex = "IF(LENGTH(" + column + ") = 0, '', CONCAT('0x', LOWER(HEX(" + column + "))))";
    if (isOneOf(type, {"tinyint", "smallint", "mediumint", "int", "bigint", "year"})) {
        return column + " + 0";
    }
    if (type == "bit") {
        const int bits = facts.value(3)->toInt();
        return bits == 1
            ? "CASE " + column + " + 0 WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
            : "CONCAT('0x', LOWER(LPAD(HEX(" + column + " + 0), " + QByteArray::number((bits + 7) / 8 * 2) + ", '0')))";
    }
    if (isOneOf(type, {"datetime", "timestamp"})) {
        return "CONCAT(REPLACE(CAST(" + column + " AS CHAR), ' ', 'T'), 'Z')";
    }
    if (isOneOf(type, {"char", "varchar", "tinytext", "text", "mediumtext", "longtext"})) {
        const QByteArray charset = facts.value(5).value_or("binary");
        return "CASE WHEN CAST(CONVERT(CONVERT(" + column + " USING utf8mb4) USING " + charset + ") AS BINARY) = CAST("
            + column + " AS BINARY) THEN CONVERT(" + column + " USING utf8mb4) WHEN " + column + " IS NOT NULL THEN '"
            + kInvalid + "' END";
    }
    if (isOneOf(type, {"json", "uuid", "inet4", "inet6", "enum", "set"})) {
        return "CAST(" + column + " AS CHAR CHARACTER SET utf8mb4)";
    }
    if (isOneOf(type, {"float", "double"})) {
        return facts.value(4) ? column : column + " * 1e0";
    }
    return isOneOf(type, {"decimal", "date", "time"}) ? column : hex;
}

TypeOracle::Column TypeOracle::columnOf(const SqlRow &facts)
{
    Column column;
    column.name = *facts.value(0);
    const QByteArray type = facts.value(1)->toLower();
    const bool isFixed = facts.value(4).has_value();
    column.rule = isOneOf(type, {"float", "double"}) && !isFixed ? (type == "float" ? Rule::Float : Rule::Double)
        : isOneOf(type, {"decimal", "float", "double"})          ? Rule::Digits
        : isOneOf(type, {"date", "datetime", "timestamp"})       ? Rule::Date
                                                                 : Rule::Text;
    column.expression = expressionOf(column.name, type, facts);
    column.isVirtual = facts.value(6)->toUpper().contains("VIRTUAL");
    return column;
}

Result<TypeOracle> TypeOracle::read(SqlClient &sql, const QByteArray &schema, const QByteArray &table)
{
    // as bytes: names may differ in case alone
    const QByteArray where = " WHERE table_schema = '" + schema + "' AND CAST(table_name AS BINARY) = CAST('"
        + QByteArray(table).replace('\\', "\\\\").replace('\'', "''") + "' AS BINARY)";
    const auto facts = sql.query("SELECT column_name, data_type, column_type, numeric_precision, numeric_scale, "
                                 "character_set_name, extra FROM information_schema.columns"
        + where + " ORDER BY ordinal_position");
    const auto keys = sql.query("SELECT column_name FROM information_schema.key_column_usage" + where
        + " AND constraint_name = 'PRIMARY' ORDER BY ordinal_position");
    if (!facts || !keys) {
        return facts ? keys.error() : facts.error();
    }
    TypeOracle oracle;
    QList<QByteArray> expressions;
    for (const SqlRow &row : *facts) {
        oracle.m_columns.append(columnOf(row));
        expressions.append(oracle.m_columns.last().expression);
    }
    for (const SqlRow &row : *keys) {
        oracle.m_key.append(*row.value(0));
    }
    if (oracle.m_key.isEmpty()) {
        oracle.m_key = oracle.columnNames();
    }
    auto rows = sql.query("SELECT " + expressions.join(", ") + " FROM " + quoted(schema) + '.' + quoted(table));
    if (!rows) {
        return rows.error();
    }
    oracle.m_rows = *std::move(rows);
    return oracle;
}

bool TypeOracle::isEqual(
    const Column &column, const std::optional<QByteArray> &server, const std::optional<QByteArray> &topic)
{
    if (!server) {
        return !topic;
    }
    switch (column.rule) {
    case Rule::Float:
        return topic && isShortestText<float>(*server, *topic);
    case Rule::Double:
        return topic && isShortestText<double>(*server, *topic);
    case Rule::Digits:
        return topic == withoutZerosInFront(*server);
    case Rule::Date:
        return server->startsWith("0000-00-00") ? !topic : topic == server || (!topic && !isInCalendar(*server));
    case Rule::Text:
        break;
    }
    return isNoText(*server) ? topic.has_value() : topic == server;
}

QList<QByteArray> TypeOracle::columnNames() const
{
    QList<QByteArray> names;
    for (const Column &column : m_columns) {
        names.append(column.name);
    }
    return names;
}

QStringList TypeOracle::differences(const TableFold &fold, Absences absences) const
{
    QStringList found;
    std::set<QByteArray> names;
    for (const SqlRow &row : m_rows) {
        RowTexts key;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            key[m_columns.at(i).name] = row.value(i);
        }
        QByteArray name = keyOf(key, m_key);
        while (!names.insert(name).second) {
            name += kAgain;
        }
        const auto folded = fold.rows.find(name);
        if (folded == fold.rows.end()) {
            found.append(QString::fromUtf8("row " + name + " is not in the topic"));
            continue;
        }
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &column = m_columns.at(i);
            const auto topic = folded->second.find(column.name);
            const bool isAbsent = topic == folded->second.end();
            const bool mayBeAbsent = column.isVirtual || absences == Absences::Allowed;
            if (isAbsent ? !mayBeAbsent : !isEqual(column, row.value(i), topic->second)) {
                found.append(QString::fromUtf8("row " + folded->first + " column " + column.name + ": server "
                    + printed(row.value(i)) + ", topic " + (isAbsent ? "(absent)" : printed(topic->second))));
            }
        }
    }
    if (size_t(m_rows.size()) < fold.rows.size()) {
        found.append(QStringLiteral("%1 rows at the server, %2 in the topic").arg(m_rows.size()).arg(fold.rows.size()));
    }
    return found;
}

} // namespace rowcast::tests

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedTopic.h"

#include <simdjson.h>

#include <set>

namespace rowcast::tests {

namespace {

using Json = simdjson::dom::element;
using Row = std::array<std::optional<int>, 5>; // NULL is left out, as DMS leaves it out

constexpr std::string_view kNames[] = {"k", "v", "w", "x", "y"};
constexpr size_t kKey = 0;
constexpr size_t kValue = 1;

int64_t numberOf(const simdjson::simdjson_result<Json> &json)
{
    return json.get_int64().value();
}

class Reading {
public:
    QString take(const std::string &text)
    {
        const Json json = m_parser.parse(text).value();
        if (json["data"].error() != simdjson::SUCCESS) {
            return {};
        }
        const Json meta = json["metadata"].value();
        m_table = meta["table-name"].get_string().value() == "a" ? 0 : 1;
        m_operation = meta["operation"].get_string().value();
        if (m_operation != "load") {
            const QString fault = takePlace(
                uint64_t(numberOf(meta["transaction-id"])), uint64_t(numberOf(meta["transaction-record-id"])));
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return takeRow(json);
    }

    [[nodiscard]] const std::map<int, Row> &rows(int table) const { return m_rows[size_t(table)]; }
    [[nodiscard]] const std::set<int> &values() const { return m_values; }
    [[nodiscard]] const std::set<std::pair<int, int>> &deleted() const { return m_deleted; }

private:
    QString takePlace(uint64_t transaction, uint64_t record)
    {
        const bool goesOn = transaction == m_transaction && record == m_record + 1;
        const bool isNext = transaction > m_transaction && record == 1;
        const QString fault = goesOn || isNext ? QString()
                                               : QStringLiteral("record %1 of transaction %2 follows %3 of %4")
                                                     .arg(record)
                                                     .arg(transaction)
                                                     .arg(m_record)
                                                     .arg(m_transaction);
        m_transaction = transaction;
        m_record = record;
        return fault;
    }

    QString takeRow(const Json &json)
    {
        Row row;
        const simdjson::dom::object columns = json["data"].get_object().value();
        for (const auto &[name, value] : columns) {
            if (!value.is_null()) {
                row.at(size_t(std::find(std::begin(kNames), std::end(kNames), name) - kNames))
                    = int(value.get_int64().value());
            }
        }
        const int key = row[kKey].value();
        const int value = row[kValue].value();
        std::map<int, Row> &rows = m_rows[size_t(m_table)];
        if (m_operation == "delete") {
            m_deleted.emplace(m_table, value);
            return rows.erase(key) == 1 ? QString() : saying("deletes a row that the topic never had", key, value);
        }
        if (!m_values.insert(value).second) {
            return saying("came twice", key, value);
        }
        const auto before = json["before-image"];
        const int old = before.error() == simdjson::SUCCESS ? int(numberOf(before["k"])) : key;
        if (m_operation == "update") {
            const auto found = rows.find(old);
            if (found == rows.end()) {
                return saying("updates a row that the topic never had", key, value);
            }
            if (found->second[kValue] > value) {
                return saying("goes back in time", key, value);
            }
            Row merged = found->second;
            for (size_t column = 0; column < row.size(); ++column) {
                merged[column] = row[column] ? row[column] : merged[column];
            }
            rows.erase(found);
            row = merged;
        }
        return rows.emplace(key, row).second ? QString() : saying("is inserted over a row", key, value);
    }

    [[nodiscard]] QString saying(const char *what, int key, int value) const
    {
        return QStringLiteral("table %1, key %2, value %3: %4 %5")
            .arg(m_table)
            .arg(key)
            .arg(value)
            .arg(QString::fromUtf8(m_operation.data(), qsizetype(m_operation.size())), QLatin1String(what));
    }

    simdjson::dom::parser m_parser;
    int m_table = 0;
    std::string_view m_operation; // of the message that is read
    uint64_t m_transaction = 0;
    uint64_t m_record = 0;
    std::array<std::map<int, Row>, SimulatedServer::kTables> m_rows;
    std::set<int> m_values;
    std::set<std::pair<int, int>> m_deleted;
};

Row rowOf(const SimulatedServer::Row &row)
{
    Row whole;
    std::copy(row.begin(), row.end(), whole.begin());
    return whole;
}

QString missingChange(const SimulatedWorld &world, const Reading &reading)
{
    for (size_t index = world.loadedAt; index < world.server.log().size(); ++index) {
        for (const SimulatedServer::RowChange &change : world.server.log()[index].changes) {
            const bool isThere = change.after.empty() ? reading.deleted().contains({change.table, *change.before[1]})
                                                      : reading.values().contains(*change.after[1]);
            if (!isThere) {
                return QStringLiteral("a change of transaction %1 is missing").arg(index + 1);
            }
        }
    }
    return {};
}

} // namespace

QString brokenPromise(const SimulatedWorld &world)
{
    Reading reading;
    for (const SimulatedBroker::Record &record : world.broker.committed) {
        if (const QString fault = reading.take(record.value); !fault.isEmpty()) {
            return fault;
        }
    }
    for (int table = 0; table < SimulatedServer::kTables; ++table) {
        std::map<int, Row> rows;
        for (const auto &[key, row] : world.server.rows(table)) {
            rows[key] = rowOf(row);
        }
        if (rows != reading.rows(table)) {
            return QStringLiteral("table %1: the folded topic differs").arg(table);
        }
    }
    return missingChange(world, reading);
}

} // namespace rowcast::tests

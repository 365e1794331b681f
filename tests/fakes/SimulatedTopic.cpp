// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedTopic.h"

#include <nlohmann/json.hpp>

#include <set>

namespace rowcast::tests {

namespace {

using Json = nlohmann::json;
using Row = std::map<std::string, int>; // NULL is left out, as DMS leaves it out

class Reading {
public:
    QString take(const std::string &text)
    {
        const Json json = Json::parse(text);
        if (!json.contains("data")) {
            return {};
        }
        const Json &meta = json["metadata"];
        m_table = meta["table-name"] == "a" ? 0 : 1;
        m_operation = meta["operation"];
        if (m_operation != "load") {
            if (auto fault = takePlace(meta["transaction-id"], meta["transaction-record-id"]); !fault.isEmpty()) {
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
        for (const auto &[name, value] : json["data"].items()) {
            if (!value.is_null()) {
                row[name] = value;
            }
        }
        const int key = row.at("k");
        const int value = row.at("v");
        std::map<int, Row> &rows = m_rows[size_t(m_table)];
        if (m_operation == "delete") {
            m_deleted.emplace(m_table, value);
            return rows.erase(key) == 1 ? QString() : saying("deletes a row that the topic never had", key, value);
        }
        if (!m_values.insert(value).second) {
            return saying("came twice", key, value);
        }
        const int old = json.contains("before-image") ? int(json["before-image"]["k"]) : key;
        if (m_operation == "update") {
            const auto found = rows.find(old);
            if (found == rows.end()) {
                return saying("updates a row that the topic never had", key, value);
            }
            if (found->second.at("v") > value) {
                return saying("goes back in time", key, value);
            }
            Row merged = found->second;
            for (const auto &[name, cell] : row) {
                merged[name] = cell;
            }
            rows.erase(found);
            row = std::move(merged);
        }
        return rows.emplace(key, std::move(row)).second ? QString() : saying("is inserted over a row", key, value);
    }

    [[nodiscard]] QString saying(const char *what, int key, int value) const
    {
        return QStringLiteral("table %1, key %2, value %3: %4 %5")
            .arg(m_table)
            .arg(key)
            .arg(value)
            .arg(QString::fromStdString(m_operation), QLatin1String(what));
    }

    int m_table = 0;
    std::string m_operation;
    uint64_t m_transaction = 0;
    uint64_t m_record = 0;
    std::array<std::map<int, Row>, SimulatedServer::kTables> m_rows;
    std::set<int> m_values;
    std::set<std::pair<int, int>> m_deleted;
};

Row rowOf(const SimulatedServer::Row &row)
{
    constexpr const char *kNames[] = {"k", "v", "w", "x", "y"};
    Row named;
    for (size_t column = 0; column < row.size(); ++column) {
        if (row[column]) {
            named[kNames[column]] = *row[column];
        }
    }
    return named;
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

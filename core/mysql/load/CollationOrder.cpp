// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/CollationOrder.h"

#include "core/mysql/ddl/Sql.h"

#include <vector>

namespace rowcast::mysql {

namespace {

constexpr size_t kAtOnce = 200; // weights in one statement
constexpr size_t kMostKept = 50'000; // of one collation

} // namespace

CollationOrder::CollationOrder(Connection &connection)
    : m_connection(connection)
{
}

Result<bool> CollationOrder::isPadded(const std::string &collation, const std::stop_token &stop)
{
    if (collation.find("nopad") != std::string::npos) { // MariaDB says it in the name
        return false;
    }
    if (!m_unpadded) {
        m_unpadded.emplace();
        const auto exists = m_connection.query("SELECT 1 FROM information_schema.columns WHERE table_schema ="
                                               " 'information_schema' AND table_name = 'COLLATIONS' AND column_name ="
                                               " 'PAD_ATTRIBUTE'",
            stop);
        if (!exists) {
            return exists.error();
        }
        if (!exists->isEmpty()) {
            const auto rows = m_connection.query(
                "SELECT collation_name FROM information_schema.collations WHERE pad_attribute = 'NO PAD'", stop);
            if (!rows) {
                return rows.error();
            }
            for (size_t row = 0; row < rows->size(); ++row) {
                m_unpadded->insert(rows->at(row, size_t(0)).value_or(""));
            }
        }
    }
    return !m_unpadded->contains(collation);
}

// Weights of a collation that ignores blanks at the end are compared as of texts filled up with blanks.
std::string CollationOrder::weightsSql(const KeyColumn &column, bool isPadded, std::span<const std::string> texts)
{
    const std::string length = isPadded ? " AS CHAR(" + std::to_string(std::max(column.layout.length, 1U)) + ')' : "";
    std::string sql = "SELECT ";
    for (const std::string &text : texts) {
        sql += (sql.size() > 7 ? ", " : "") + std::string("WEIGHT_STRING((CONVERT(_utf8mb4 ") + hexLiteral(text)
            + " USING " + column.charset + ") COLLATE " + column.collation + ')' + length + ')';
    }
    return sql;
}

Result<void> CollationOrder::learn(
    const KeyColumn &column, Weights &known, const std::set<std::string> &texts, const std::stop_token &stop)
{
    const auto padded = isPadded(column.collation, stop);
    if (!padded) {
        return padded.error();
    }
    const std::vector<std::string> all(texts.begin(), texts.end());
    for (size_t begin = 0; begin < all.size(); begin += kAtOnce) {
        const auto part = std::span(all).subspan(begin, std::min(kAtOnce, all.size() - begin));
        const auto weights = m_connection.query(weightsSql(column, *padded, part), stop);
        if (!weights) {
            return weights.error();
        }
        for (size_t i = 0; i < part.size(); ++i) {
            known[part[i]] = weights->at(0, i).value_or("");
        }
    }
    return {};
}

Result<void> CollationOrder::rank(const ChunkKey &key, std::span<KeyValue> values, const std::stop_token &stop)
{
    for (size_t i = 0; i < key.columns().size(); ++i) {
        const KeyColumn &column = key.columns()[i];
        if (!column.isText()) {
            continue;
        }
        Weights &known = m_known[column.collation + '/' + std::to_string(column.layout.length)];
        if (known.size() > kMostKept) {
            known.clear();
        }
        std::set<std::string> missing;
        for (const KeyValue &value : values) {
            if (!known.contains(value[i].text)) {
                missing.insert(value[i].text);
            }
        }
        if (auto learnt = learn(column, known, missing, stop); !learnt) {
            return learnt;
        }
        for (KeyValue &value : values) {
            value[i].text = known.at(value[i].text);
        }
    }
    return {};
}

std::strong_ordering compareKeys(const ChunkKey &key, const KeyValue &a, const KeyValue &b)
{
    for (size_t i = 0; i < key.columns().size(); ++i) {
        const auto order = key.columns()[i].compare(a[i], b[i]);
        if (order != 0) {
            return order;
        }
    }
    return std::strong_ordering::equal;
}

} // namespace rowcast::mysql

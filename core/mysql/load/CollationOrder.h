// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/load/ChunkKey.h"
#include "core/mysql/server/Connection.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>

namespace rowcast::mysql {

// The order of texts, which only the server knows: it is asked for the weights of many at once, and answers are kept.
// Used by one thread, with a connection that is idle during the calls.
class CollationOrder {
public:
    explicit CollationOrder(Connection &connection);

    // Puts the weights in the place of all texts of these keys, so that KeyColumn::compare tells the server's order.
    // Keys without texts cost nothing.
    Result<void> rank(const ChunkKey &key, std::span<KeyValue> values, const std::stop_token &stop);

    // The statement that asks for the weights of these texts, one column for each; for tests.
    [[nodiscard]] static std::string weightsSql(
        const KeyColumn &column, bool isPadded, std::span<const std::string> texts);

private:
    using Weights = std::unordered_map<std::string, std::string>; // by text
    Result<void> learn(
        const KeyColumn &column, Weights &known, const std::set<std::string> &texts, const std::stop_token &stop);
    Result<bool> isPadded(const std::string &collation, const std::stop_token &stop);

    Connection &m_connection;
    std::map<std::string, Weights> m_known; // by collation and length
    std::optional<std::set<std::string>> m_unpadded; // collations that do not ignore blanks at the end
};

[[nodiscard]] std::strong_ordering compareKeys(const ChunkKey &key, const KeyValue &a, const KeyValue &b);

} // namespace rowcast::mysql

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/validation/RowSpill.h"
#include "core/validation/ValidationReport.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rowcast {

// Folds the messages of one bucket by key, as a consumer would, and compares them with the rows of the table. Used by
// one thread.
//
// An update of a partial image (binlog_row_image MINIMAL, NOBLOB) cannot be told from one whose null columns were left
// out, so both readings are kept: the row replaced, and the row overlaid. A source row that equals either is right.
class BucketFold {
public:
    using ColumnNames = std::set<std::string, std::less<>>;

    // columns: what each table has now, by its index; a column that was dropped since is no difference. Outlives the
    // fold. Empty: every column counts.
    explicit BucketFold(std::span<const ColumnNames> columns = {});

    void applyMessage(const SpilledRow &message);
    void addSourceRow(const SpilledRow &row);

    // Counts into the tables (by their index), which have to be there. found: each key that does not agree.
    void compare(std::vector<TableValidation> &tables, const std::function<void(RowDifference)> &found) const;

private:
    using Key = std::pair<uint16_t, std::string>; // table, key

    // What the topic has for a key at one moment.
    struct State {
        bool isThere = false;
        std::string replaced;
        std::string overlaid;

        bool operator==(const State &) const = default;
    };
    struct Versions {
        State now;
        std::vector<State> earlier; // that were true since the window began
        int32_t partition = 0;
        int64_t timestampMillis = 0;
    };
    struct Clearing {
        int32_t partition = 0;
        int64_t timestampMillis = 0;
    };
    void clear(const SpilledRow &message);
    [[nodiscard]] bool isCleared(const SpilledRow &message) const;
    [[nodiscard]] static State next(const State &state, const SpilledRow &message);
    [[nodiscard]] static bool agrees(const std::string *source, const State &state, const ColumnNames *names);
    [[nodiscard]] static bool agrees(const std::string *source, const Versions &versions, const ColumnNames *names);
    [[nodiscard]] const ColumnNames *columnsOf(uint16_t table) const; // null: not known

    const std::span<const ColumnNames> m_columns;
    std::map<Key, Versions> m_topic;
    std::map<Key, std::string> m_source;
    std::map<uint16_t, std::vector<Clearing>> m_clearings;
};

} // namespace rowcast

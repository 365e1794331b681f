// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace rowcast {

// One key whose rows do not agree. Values are JSON as messages show it.
struct RowDifference {
    enum class Kind : uint8_t {
        Differs, // columns have other values
        Missing, // the table has the row, the topic does not
        Extra, // the topic has a row that the table does not
    };
    Kind kind = Kind::Differs;
    TableId table;
    std::string key; // the key's values, joined by ", "
    std::vector<std::string> columns; // that differ: name=source / topic
};

// What became of one table.
struct TableValidation {
    enum class State : uint8_t {
        Validated,
        Mismatched,
        NoPrimaryKey, // rows cannot be told apart: not compared
        Failed, // the table could not be read
    };
    TableId table;
    State state = State::Validated;
    uint64_t sourceRows = 0;
    uint64_t topicRows = 0; // keys that the topic holds, each at the moment when its row was read at the source
    uint64_t differing = 0;
    uint64_t missing = 0;
    uint64_t extra = 0;
    QString remark; // translated; why it failed
};

// DMS's words: "Validated", "Mismatched records", "No primary key", "Table error".
[[nodiscard]] QString validationStateName(TableValidation::State state);

struct ValidationReport {
    std::vector<TableValidation> tables; // in the order of their names
    std::vector<RowDifference> differences; // the first kMostDifferences
    uint64_t differenceCount = 0;
    uint64_t foreignMessages = 0; // values in the topics that are no message of a selected table
    // Everything committed at the source before the tables had been read was delivered when the topics were read.
    // False: the task does not run or lags, and differences may be changes that are still to come.
    bool isCaughtUp = true;

    static constexpr size_t kMostDifferences = 1000;

    // No table was found to differ, and each that has a key could be compared.
    [[nodiscard]] bool isClean() const;
};

struct ValidationProgress {
    enum class Phase : uint8_t { ReadingTables, ReadingTopics, Comparing, Waiting };
    Phase phase = Phase::ReadingTables;
    uint64_t done = 0; // rows, messages, buckets
    uint64_t expected = 0; // 0: not known
};

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::ValidationReport)
Q_DECLARE_METATYPE(rowcast::ValidationProgress)

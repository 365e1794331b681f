// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/StateRecord.h"

#include <cstdint>
#include <string>

namespace rowcast {

// The engine's own part of a task's durable state (StateRecord key ""); the source keeps its position and definitions
// in records of its own beside it. JSON, with a format version so that an older or newer Rowcast knows what it reads.
struct TaskRecord {
    static constexpr int kFormat = 1;

    enum class Phase : uint8_t {
        FullLoad, // the load is not complete
        CachedChanges, // loaded; the changes that happened meanwhile are being sent
        Cdc,
        Loaded, // a task of existing data only, complete
    };
    Phase phase = Phase::FullLoad;
    int64_t freshStartMicros = 0; // when this run of the task began anew
    // Of the change written last, for prev-transaction-id and for record ids that go on inside a cut transaction.
    uint64_t lastTransactionId = 0;
    uint64_t lastRecordId = 0;

    [[nodiscard]] StateRecord encode() const;
    // Fails with "checkpoint.damaged" or "checkpoint.newer-format".
    [[nodiscard]] static Result<TaskRecord> decode(const std::string &value);
    bool operator==(const TaskRecord &) const = default;
};

// The record with that key, or null.
[[nodiscard]] const std::string *findRecord(const StateRecords &records, const std::string &key);

} // namespace rowcast

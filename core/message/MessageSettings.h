// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace rowcast {

enum class KeyRule : uint8_t {
    Dms, // load: primary key; changes: schema.table, or the primary key with ParallelApply
    PrimaryKey, // the primary key, in every phase
};

enum class ImageFilter : uint8_t { PkOnly, NonLob, All };

// BeforeImageSettings of the task: an object of its own on update messages.
struct BeforeImageRule {
    bool isEnabled = false;
    std::string fieldName;
    ImageFilter filter = ImageFilter::PkOnly;
};

// Everything that shapes a message, gathered from the endpoint and the task. All texts are UTF-8. A plain value; the
// defaults are those of DMS except where the contract differs.
struct MessageSettings {
    std::string taskIdentifier;
    bool isFormatted = true; // MessageFormat json; false: json-unformatted
    bool includeTransactionDetails = false;
    bool includePartitionValue = false;
    bool partitionIncludeSchemaTable = false;
    bool includeTableAlterOperations = false;
    bool includeControlDetails = false;
    bool handlesDroppedTables = true; // ChangeProcessingDdlHandlingPolicy; false: no message of what the source drops
    bool handlesAlteredTables = true; // likewise of what it alters
    bool includeNullAndEmpty = false;
    bool noHexPrefix = false;
    bool useLargeIntegerValue = true; // false only where the user set it
    bool isParallelApply = false; // ParallelApplyThreads > 0
    KeyRule keyRule = KeyRule::Dms;
    BeforeImageRule beforeImage;
    bool supportLobs = true; // false leaves LOB columns out
    std::optional<uint64_t> lobMaxBytes; // longer LOBs are cut; none: written whole
    bool headers = false;
    bool tombstones = false; // only behind messages whose key is the primary key
    std::string topic; // for every table, unless there is a pattern
    std::string topicPattern; // with ${schema} and ${table}; empty: none
    std::string checkpointTopic; // where no message may go

    // Whether sources have to supply Change::streamPosition.
    [[nodiscard]] bool needsStreamPosition() const { return includeTransactionDetails || headers; }
};

} // namespace rowcast

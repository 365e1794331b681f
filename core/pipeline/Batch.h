// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"
#include "core/change/TableId.h"
#include "core/message/MessageEncoder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// What one table contributed to a batch.
struct TableCounts {
    TableId table;
    uint64_t loads = 0;
    uint64_t inserts = 0;
    uint64_t updates = 0;
    uint64_t deletes = 0;
    uint64_t ddls = 0;
    uint64_t losses = 0; // values repaired or cut, see ChangeHandler::noteLoss
};

// Finished bytes on their way from the reader or a loader to the writer. Progress rides with the data: committing the
// messages together with `state` lets a new session go on exactly behind this batch, so the writer may end a Kafka
// transaction after any batch and never inside one.
struct Batch : EncodedMessages {
    std::string bytes; // keys, values and header values that the messages point into
    std::vector<std::string> topics; // EncodedMessage::topic is an index into it
    std::vector<TableCounts> tables;
    std::vector<TableId> finishedTables; // whose load is complete with this batch
    StateRecords state;
    bool isTransactionEnd = true; // no source transaction is cut by ending here
    int64_t oldestCommitMicros = 0; // source time of the oldest change inside; 0: none (loads)
    int64_t newestCommitMicros = 0;
    std::string displayPosition;
    int64_t positionMicros = 0; // the source's time of that position, changes of other tables included; 0: not known

    [[nodiscard]] std::string_view key(const EncodedMessage &message) const
    {
        return std::string_view(bytes).substr(message.keyBegin, message.keySize);
    }
    [[nodiscard]] std::string_view value(const EncodedMessage &message) const
    {
        return std::string_view(bytes).substr(message.valueBegin, message.valueSize);
    }
    // What the queue's bound counts.
    [[nodiscard]] size_t memory() const
    {
        return bytes.capacity() + messages.capacity() * sizeof(EncodedMessage)
            + headers.capacity() * sizeof(EncodedHeader);
    }
};

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"
#include "core/change/TableId.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// One finished message: where its parts lie in the batch's bytes.
struct MessageSpan {
    uint32_t topic = 0; // index into Batch::topics
    uint32_t table = 0; // index into Batch::tables
    size_t keyBegin = 0;
    size_t keySize = 0;
    size_t valueBegin = 0;
    size_t valueSize = 0;
    bool hasKey = true;
    bool hasValue = true; // false: a tombstone
    uint32_t headersBegin = 0; // index into Batch::headers
    uint32_t headersCount = 0;
};

struct HeaderSpan {
    std::string_view name; // a constant of the program
    size_t valueBegin = 0;
    size_t valueSize = 0;
};

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
struct Batch {
    std::string bytes;
    std::vector<MessageSpan> messages;
    std::vector<HeaderSpan> headers;
    std::vector<std::string> topics;
    std::vector<TableCounts> tables;
    StateRecords state;
    bool isTransactionEnd = true; // no source transaction is cut by ending here
    int64_t oldestCommitMicros = 0; // source time of the oldest change inside; 0: none (loads)
    int64_t newestCommitMicros = 0;
    std::string displayPosition;

    [[nodiscard]] std::string_view key(const MessageSpan &message) const
    {
        return std::string_view(bytes).substr(message.keyBegin, message.keySize);
    }
    [[nodiscard]] std::string_view value(const MessageSpan &message) const
    {
        return std::string_view(bytes).substr(message.valueBegin, message.valueSize);
    }
    // What the queue's bound counts.
    [[nodiscard]] size_t memory() const
    {
        return bytes.capacity() + messages.capacity() * sizeof(MessageSpan) + headers.capacity() * sizeof(HeaderSpan);
    }
};

} // namespace rowcast

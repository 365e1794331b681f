// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/Change.h"
#include "core/message/MessageSettings.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// Where one message lies in the bytes it was appended to.
struct EncodedMessage {
    uint32_t topic = 0; // index into MessageEncoder::topics()
    size_t keyBegin = 0;
    size_t keySize = 0;
    size_t valueBegin = 0;
    size_t valueSize = 0;
    bool hasValue = true; // false: a tombstone
    uint32_t headersBegin = 0; // index into EncodedMessages::headers
    uint32_t headersCount = 0;
};

struct EncodedHeader {
    std::string_view name; // a constant of the program
    size_t valueBegin = 0;
    size_t valueSize = 0;
};

// A LOB that was cut to LobMaxSize: DataTruncationErrorPolicy decides what it means.
struct CutValue {
    size_t message = 0; // index into EncodedMessages::messages
    uint16_t column = 0; // of the schema
    uint64_t bytes = 0; // before the cut
};

// What the calls since the last clear() appended, in order.
struct EncodedMessages {
    std::vector<EncodedMessage> messages;
    std::vector<EncodedHeader> headers;
    std::vector<CutValue> cutValues;

    void clear()
    {
        messages.clear();
        headers.clear();
        cutValues.clear();
    }
};

// A record's place in the stream, counted by the caller, who keeps it over restarts.
struct EncodeContext {
    uint64_t transactionRecordId = 0; // ordinal of the row in its transaction, from 1
    uint64_t previousTransactionId = 0; // of the change written before; 0: there was none
    uint64_t previousTransactionRecordId = 0;
};

// Turns changes into messages. It keeps nothing that a resumed task would need, only prepared plans per table. Used by
// one thread at a time; a loader thread has an encoder of its own.
class MessageEncoder {
public:
    virtual ~MessageEncoder() = default;
    // Called before the first encode() of a batch: nowMicros (microseconds since 1970 UTC) is the time that its
    // messages show. Schemas of earlier batches may be gone from here on.
    virtual void beginBatch(int64_t nowMicros) = 0;
    // Appends the change's message, and what belongs to it (a tombstone), to bytes and out. On failure both are as
    // before: "message.key.missing" (the row image lacks a key column), "message.row.mismatch" (cells do not fit the
    // schema).
    virtual Result<void> encode(
        const Change &change, const EncodeContext &context, std::string &bytes, EncodedMessages &out)
        = 0;
    // Appends the control message of a change of definition; nothing where the settings or DMS know none.
    virtual Result<void> encodeControl(const SchemaChange &change, std::string &bytes, EncodedMessages &out) = 0;
    // Names of the topics met so far; indices stay what they are.
    [[nodiscard]] virtual const std::vector<std::string> &topics() const = 0;
};

// The encoder that the settings ask for: DMS's JSON.
[[nodiscard]] std::unique_ptr<MessageEncoder> makeMessageEncoder(const MessageSettings &settings);

} // namespace rowcast

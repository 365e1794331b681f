// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct ZSTD_DCtx_s;

namespace rowcast::mysql {

enum class PayloadCompression : uint8_t { Zstd = 0, None = 255 };

// TRANSACTION_PAYLOAD: the events of one transaction, compressed. Views into the event.
struct TransactionPayloadEvent {
    PayloadCompression compression = PayloadCompression::Zstd;
    uint64_t uncompressedBytes = 0;
    std::span<const uint8_t> payload;
};

Result<TransactionPayloadEvent> parseTransactionPayload(std::span<const uint8_t> body);

// The events inside a TRANSACTION_PAYLOAD, one after the other, however large the whole is: only the current one is
// held in memory. They carry no checksum and no positions: the outer event's are theirs (BinlogParser::parseInner). The
// outer event's bytes must stay while this lives. Used by one thread.
class PayloadReader {
public:
    explicit PayloadReader(const TransactionPayloadEvent &event);
    ~PayloadReader();
    PayloadReader(const PayloadReader &) = delete;
    PayloadReader &operator=(const PayloadReader &) = delete;

    // Header and body of the next event, valid until the next call; empty at the end.
    Result<std::optional<std::span<const uint8_t>>> next();

private:
    struct FreeContext {
        void operator()(ZSTD_DCtx_s *context) const;
    };
    [[nodiscard]] const uint8_t *data() const;
    Result<bool> fill(size_t bytes);
    Result<bool> decompressMore();

    TransactionPayloadEvent m_event;
    std::unique_ptr<ZSTD_DCtx_s, FreeContext> m_context;
    std::vector<uint8_t> m_buffer;
    size_t m_begin = 0; // of what is decompressed and not yet handed out
    size_t m_end = 0;
    size_t m_consumed = 0; // of the payload
    bool m_isFrameOpen = false; // more compressed bytes must come
};

} // namespace rowcast::mysql

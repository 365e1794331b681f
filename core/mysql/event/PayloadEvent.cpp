// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/PayloadEvent.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/event/EventHeader.h"

#include <zstd.h>

#include <algorithm>
#include <cstring>

namespace rowcast::mysql {

namespace {

// Fields in front of the payload (MySQL: Transaction_payload_event).
enum class Field : uint8_t { End = 0, Size = 1, Compression = 2, UncompressedSize = 3 };

constexpr size_t kSizeOffset = 9; // of the event's length in its header
constexpr size_t kKeepBytes = 4 * 1024 * 1024; // a buffer grown beyond it by one giant event is given back

bool readField(Field field, ByteReader value, TransactionPayloadEvent &event, uint64_t &payloadBytes)
{
    switch (field) {
    case Field::Size:
        payloadBytes = value.lengthEncoded();
        break;
    case Field::Compression: {
        const uint64_t kind = value.lengthEncoded();
        event.compression = static_cast<PayloadCompression>(kind);
        return value.ok() && (kind == uint64_t(PayloadCompression::Zstd) || kind == uint64_t(PayloadCompression::None));
    }
    case Field::UncompressedSize:
        event.uncompressedBytes = value.lengthEncoded();
        break;
    default:
        break; // a field of a newer server
    }
    return value.ok();
}

} // namespace

Result<TransactionPayloadEvent> parseTransactionPayload(std::span<const uint8_t> body)
{
    ByteReader reader(body);
    TransactionPayloadEvent event;
    uint64_t payloadBytes = 0;
    while (reader.ok()) {
        const auto field = static_cast<Field>(reader.lengthEncoded());
        if (field == Field::End) {
            break;
        }
        ByteReader value(reader.bytes(reader.lengthEncoded()));
        if (reader.ok() && !readField(field, value, event, payloadBytes)) {
            return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD event of an unknown compression"));
        }
    }
    event.payload = reader.bytes(payloadBytes);
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD event ends early"));
    }
    return event;
}

void PayloadReader::FreeContext::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

PayloadReader::PayloadReader(const TransactionPayloadEvent &event)
    : m_event(event)
{
    if (event.compression == PayloadCompression::Zstd) {
        m_context.reset(ZSTD_createDCtx());
    }
}

PayloadReader::~PayloadReader() = default;

Result<std::optional<std::span<const uint8_t>>> PayloadReader::next()
{
    auto hasHeader = fill(EventHeader::kBytes);
    if (!hasHeader) {
        return hasHeader.error();
    }
    if (!*hasHeader) {
        if (m_end != m_begin) {
            return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD ends inside an event's header"));
        }
        return std::optional<std::span<const uint8_t>>();
    }
    ByteReader size(std::span(data() + m_begin + kSizeOffset, 4));
    const size_t bytes = size.u32();
    if (bytes < EventHeader::kBytes) {
        return corruptFailure(QStringLiteral("event of %1 bytes in a TRANSACTION_PAYLOAD").arg(bytes));
    }
    auto hasEvent = fill(bytes);
    if (!hasEvent) {
        return hasEvent.error();
    }
    if (!*hasEvent) {
        return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD ends inside an event of %1 bytes").arg(bytes));
    }
    const std::span<const uint8_t> event(data() + m_begin, bytes);
    m_begin += bytes;
    return std::optional(event);
}

const uint8_t *PayloadReader::data() const
{
    return m_context ? m_buffer.data() : m_event.payload.data();
}

// Makes the next bytes of the plain text available from m_begin on; false when fewer are left.
Result<bool> PayloadReader::fill(size_t bytes)
{
    if (!m_context) {
        m_end = m_event.payload.size();
        return m_end - m_begin >= bytes;
    }
    if (m_end - m_begin < bytes && m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
        if (m_buffer.size() > kKeepBytes && bytes < kKeepBytes && m_end < kKeepBytes) {
            m_buffer.resize(kKeepBytes);
            m_buffer.shrink_to_fit();
        }
    }
    while (m_end - m_begin < bytes) {
        auto more = decompressMore();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return false;
        }
    }
    return true;
}

// Appends some plain bytes; false at the end of the payload. The buffer grows with what really comes, so that a size
// that an event merely claims allocates nothing.
Result<bool> PayloadReader::decompressMore()
{
    if (m_buffer.size() - m_end < ZSTD_DStreamOutSize()) {
        m_buffer.resize(std::max(m_buffer.size() + m_buffer.size() / 2, m_end + ZSTD_DStreamOutSize()));
    }
    ZSTD_outBuffer out{m_buffer.data() + m_end, m_buffer.size() - m_end, 0};
    ZSTD_inBuffer in{m_event.payload.data(), m_event.payload.size(), m_consumed};
    const size_t status = ZSTD_decompressStream(m_context.get(), &out, &in);
    if (ZSTD_isError(status) != 0) {
        return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD cannot be decompressed: %1")
                                  .arg(QString::fromUtf8(ZSTD_getErrorName(status))));
    }
    const bool hasMoved = out.pos > 0 || in.pos > m_consumed;
    if (!hasMoved && m_isFrameOpen) {
        return corruptFailure(QStringLiteral("TRANSACTION_PAYLOAD ends early"));
    }
    m_isFrameOpen = status != 0;
    m_consumed = in.pos;
    m_end += out.pos;
    return hasMoved;
}

} // namespace rowcast::mysql

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/BinlogPosition.h"

#include "core/mysql/event/BinlogEvent.h"

#include <QCoreApplication>

#include <charconv>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kFirstEvent = 4;
constexpr uint64_t kLow32 = 0xFFFFFFFFU;

std::string_view numberSuffix(std::string_view file)
{
    const size_t dot = file.rfind('.');
    const std::string_view suffix = dot == std::string_view::npos ? std::string_view() : file.substr(dot + 1);
    return suffix.find_first_not_of("0123456789") == std::string_view::npos ? suffix : std::string_view();
}

std::optional<uint64_t> numberOf(std::string_view digits)
{
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole = error == std::errc() && end == digits.data() + digits.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

} // namespace

Result<BinlogPosition> BinlogPosition::parse(std::string_view text)
{
    const size_t colon = text.rfind(':');
    const std::string_view file = text.substr(0, colon);
    const auto offset = colon == std::string_view::npos ? std::optional(kFirstEvent) : numberOf(text.substr(colon + 1));
    if (!offset || numberSuffix(file).empty()) {
        return Failure{QStringLiteral("mysql.binlog.position"),
            QCoreApplication::translate("Binlog", "\"%1\" is no position in a binlog.")
                .arg(QString::fromUtf8(text.data(), qsizetype(text.size()))),
            QCoreApplication::translate("Binlog",
                "Give file and offset as `SHOW MASTER STATUS` prints them (MySQL 8.4 and newer: `SHOW BINARY LOG "
                "STATUS`), "
                "for example `mysql-bin.000024:373`."),
            {}, false};
    }
    return BinlogPosition{std::string(file), std::max(*offset, kFirstEvent)};
}

uint64_t BinlogPosition::fileNumber() const
{
    return numberOf(numberSuffix(file)).value_or(0);
}

std::string_view BinlogPosition::base() const
{
    return numberSuffix(file).empty() ? std::string_view(file) : std::string_view(file).substr(0, file.rfind('.'));
}

std::strong_ordering BinlogPosition::operator<=>(const BinlogPosition &other) const
{
    if (const auto order = fileNumber() <=> other.fileNumber(); order != std::strong_ordering::equal) {
        return order;
    }
    return offset <=> other.offset;
}

bool BinlogPosition::operator==(const BinlogPosition &other) const
{
    return (*this <=> other) == std::strong_ordering::equal;
}

PositionTracker::PositionTracker(BinlogPosition start)
    : m_position(std::move(start))
    , m_begin(m_position.offset)
{
}

void PositionTracker::see(const BinlogEvent &event)
{
    switch (event.header.type()) {
    case EventType::Rotate:
        return seeRotate(event);
    case EventType::Heartbeat:
    case EventType::HeartbeatV2:
        return seeHeartbeat(event);
    default:
        break;
    }
    if (event.header.isArtificial()) {
        return;
    }
    if (event.header.logPosition != 0) {
        return moveTo(event.header.logPosition, event.header.eventBytes);
    }
    // A FORMAT_DESCRIPTION that only tells how to read comes without a place. Other events without one follow right
    // behind the event before them (MariaDB 11.4 and newer, within a group).
    if (event.header.type() != EventType::FormatDescription) {
        m_begin = m_position.offset;
        m_position.offset += event.header.eventBytes;
    }
}

// Both the real one, which ends a file, and the artificial one, which begins a dump, name the file that follows.
void PositionTracker::seeRotate(const BinlogEvent &event)
{
    const auto *rotate = std::get_if<RotateEvent>(&event.body);
    if (rotate == nullptr) {
        return;
    }
    // A dump asked for an offset beyond 4 GB starts with a ROTATE to it, but MariaDB and MySQL send its low bits only.
    const bool isSame
        = rotate->isArtificial && rotate->file == m_position.file && (m_position.offset & kLow32) == rotate->position;
    if (!isSame) {
        m_position = {std::string(rotate->file), rotate->position};
    }
    m_begin = m_position.offset;
}

void PositionTracker::seeHeartbeat(const BinlogEvent &event)
{
    const auto *heartbeat = std::get_if<HeartbeatEvent>(&event.body);
    if (heartbeat == nullptr || heartbeat->file != m_position.file) {
        return;
    }
    if (heartbeat->is64Bit) {
        m_position.offset = std::max(m_position.offset, heartbeat->position);
        m_begin = m_position.offset;
    } else if (heartbeat->position != 0) {
        moveTo(uint32_t(heartbeat->position), 0);
    }
}

// Positions of one file only grow: a smaller one has passed another 4 GB.
void PositionTracker::moveTo(uint32_t logPosition, uint32_t eventBytes)
{
    uint64_t high = m_position.offset & ~kLow32;
    if (logPosition < (m_position.offset & kLow32)) {
        high += kLow32 + 1;
    }
    m_position.offset = high | logPosition;
    m_begin = m_position.offset >= eventBytes ? m_position.offset - eventBytes : 0;
}

} // namespace rowcast::mysql

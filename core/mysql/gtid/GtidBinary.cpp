// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/ArchiveReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/gtid/GtidText.h"

#include <algorithm>

// The binary forms of GTID sets (MySQL: Gtid_set::encode). Without tags: count of sources, then each uuid with its
// intervals, ends excluded. With tags the count stands between two bytes of 1, and each uuid has its tag behind it.
namespace rowcast::mysql {

namespace {

constexpr uint8_t kTagged = 1;
constexpr size_t kUuidBytes = 16;

void appendNumber(std::string &out, uint64_t number)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out += char(uint8_t(number >> shift));
    }
}

bool readIntervals(ByteReader &reader, const GtidSource &source, GtidSet &set)
{
    const uint64_t count = reader.u64();
    for (uint64_t i = 0; i < count && reader.ok(); ++i) {
        const uint64_t first = reader.u64();
        const uint64_t end = reader.u64();
        if (!reader.ok() || first == 0 || end <= first || end > kMostGtidNumber + 1) {
            return false;
        }
        set.add(source, {first, end - 1});
    }
    return reader.ok();
}

} // namespace

Result<GtidSet> GtidSet::fromBinary(std::span<const uint8_t> bytes)
{
    constexpr unsigned kFormatShift = 56;
    ByteReader reader(bytes);
    GtidSet set;
    uint64_t count = reader.u64();
    const bool isTagged = (count >> kFormatShift) == kTagged;
    if (isTagged) {
        count = (count << 8U) >> 16U;
    }
    bool isRight = reader.ok();
    for (uint64_t i = 0; i < count && isRight; ++i) {
        GtidSource source;
        const auto uuid = reader.bytes(kUuidBytes);
        std::copy(uuid.begin(), uuid.end(), source.uuid.begin());
        if (isTagged) {
            source.tag = ArchiveReader(reader).text();
        }
        isRight = (source.tag.empty() || isGtidTag(source.tag)) && readIntervals(reader, source, set);
    }
    if (!isRight || !reader.atEnd()) {
        return corruptFailure(QStringLiteral("GTID set in binary form is wrong"));
    }
    return set;
}

std::string GtidSet::binary() const
{
    constexpr unsigned kFormatShift = 56;
    const bool isTagged = hasTags();
    std::string out;
    const uint64_t count = m_sources.size();
    appendNumber(out, isTagged ? kTagged | count << 8U | uint64_t(kTagged) << kFormatShift : count);
    for (const auto &[source, intervals] : m_sources) {
        out.append(reinterpret_cast<const char *>(source.uuid.data()), source.uuid.size());
        if (isTagged) {
            out += char(source.tag.size() << 1U); // at most 32: one byte of the serialization's number
            out += source.tag;
        }
        appendNumber(out, intervals.size());
        for (const Interval &interval : intervals) {
            appendNumber(out, interval.first);
            appendNumber(out, interval.last + 1);
        }
    }
    return out;
}

} // namespace rowcast::mysql

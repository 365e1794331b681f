// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/AgedPosition.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/SafePoints.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/server/ServerInfo.h"

#include <optional>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kMostScanned = 64 * 1024 * 1024; // bytes of binlog looked through for a commit time
constexpr uint32_t kCommitTimesSince = 80001;

// From where to look: as far back as may be scanned.
struct ScanStart {
    BinlogPosition place;
    bool isFirstOfAll = false; // nothing was ever before it, or it was purged long ago
};

std::optional<ScanStart> scanStart(const std::vector<BinlogFile> &files)
{
    uint64_t bytes = 0;
    for (size_t i = files.size(); i-- > 0;) {
        bytes += files[i].bytes;
        if (bytes > kMostScanned) {
            return i + 1 < files.size() ? std::optional<ScanStart>({{files[i + 1].name, 4}, false}) : std::nullopt;
        }
    }
    return files.empty() ? std::nullopt : std::optional<ScanStart>({{files.front().name, 4}, true});
}

// The begin of the first transaction that was committed after `micros`, or the end of the binlog.
struct ScanEnd {
    BinlogPosition place;
    bool hasOlder = false; // at least one transaction before it is older
};
Result<ScanEnd> firstCommittedAfter(
    LoadRegistry &registry, const BinlogPosition &from, uint64_t micros, const std::stop_token &stop)
{
    const auto stream
        = BinlogStream::open(registry.settings().connection, {}, BinlogStart::at(from.file, from.offset), stop);
    if (!stream) {
        return stream.error();
    }
    BinlogParser parser;
    parser.expectChecksums(registry.settings().server.binlogChecksum != "NONE");
    PositionTracker place(from);
    ScanEnd end;
    for (;;) {
        const auto bytes = (*stream)->next(stop);
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            end.place = place.position();
            return end;
        }
        const auto event = parser.parse(**bytes);
        if (!event) {
            return event.error();
        }
        place.see(*event);
        const auto *gtid = std::get_if<GtidEvent>(&event->body);
        if (gtid != nullptr && (gtid->immediateCommitMicros == 0 || gtid->immediateCommitMicros > micros)) {
            end.place = {place.file(), place.begin()};
            return end;
        }
        end.hasOlder = end.hasOlder || gtid != nullptr;
    }
}

// Empty: the binlog does not tell.
Result<std::optional<BinlogPosition>> scannedPosition(
    LoadRegistry &registry, Connection &connection, const std::stop_token &stop)
{
    const auto now = connection.value("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)", stop);
    if (!now) {
        return now.error();
    }
    const auto files = readBinlogFiles(connection, stop);
    if (!files) {
        return files.error();
    }
    const auto start = scanStart(*files);
    if (!start) {
        return std::optional<BinlogPosition>();
    }
    if (registry.settings().server.versionNumber < kCommitTimesSince) {
        return start->isFirstOfAll ? std::optional(start->place) : std::nullopt;
    }
    const uint64_t micros = std::strtoull(now->value_or("0").c_str(), nullptr, 10)
        - uint64_t(std::chrono::microseconds(registry.settings().commitTime).count());
    auto found = firstCommittedAfter(registry, start->place, micros, stop);
    if (!found && found.error().code == QLatin1String("mysql.binlog.refused")) {
        return std::optional<BinlogPosition>(); // files from before gtid_mode was switched off are not sent
    }
    if (!found) {
        return std::move(found).error();
    }
    // where the first transaction of the scan is too young already, those before it may be so too
    return start->isFirstOfAll || found->hasOlder ? std::optional(std::move(found->place)) : std::nullopt;
}

} // namespace

Result<BinlogPosition> agedPosition(LoadRegistry &registry, Connection &connection, const std::stop_token &stop)
{
    const auto age = registry.settings().commitTime;
    const auto now = std::chrono::steady_clock::now();
    if (auto noted = registry.safePoints().notedBefore(now - age)) {
        return std::move(*noted);
    }
    if (!registry.safePoints().firstNoted()) {
        auto end = readBinlogEnd(connection, registry.settings().server, stop);
        if (!end) {
            return std::move(end).error();
        }
        registry.safePoints().note({end->file, end->offset}, now);
    }
    auto scanned = scannedPosition(registry, connection, stop);
    if (!scanned) {
        return std::move(scanned).error();
    }
    if (*scanned) {
        registry.safePoints().note(**scanned, now - age);
        return std::move(**scanned);
    }
    const auto due = *registry.safePoints().firstNoted() + age;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - now);
    qCInfo(lcSourceUnload) << "without GTIDs a read must begin behind a binlog position that is" << age.count()
                           << "s old; waiting" << wait.count() << "ms for one";
    if (!SystemClock().sleep(wait, stop)) {
        return stoppedFailure();
    }
    return *registry.safePoints().notedBefore(due);
}

} // namespace rowcast::mysql

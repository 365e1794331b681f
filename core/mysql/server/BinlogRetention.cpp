// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/BinlogRetention.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace rowcast::mysql {

namespace {

constexpr std::chrono::hours kWeek{7 * 24}; // the most that RDS takes
constexpr std::chrono::hours kMostOfAurora{90 * 24};

// Twice what it is, and a week at least.
std::chrono::hours longerThan(const ServerInfo &info)
{
    const auto twice = 2 * std::chrono::ceil<std::chrono::hours>(info.retention.value_or(std::chrono::seconds(0)));
    const auto most = info.flavour == Flavour::Aurora ? kMostOfAurora : info.isRds ? kWeek : twice;
    return std::max(kWeek, std::min(twice, most));
}

std::optional<uint64_t> roomLeft(uint64_t limit, const std::vector<BinlogFile> &files, std::string_view place)
{
    const auto name = place.substr(0, place.rfind(':'));
    const auto needed = std::ranges::find(files, name, &BinlogFile::name);
    if (needed == files.end()) {
        return std::nullopt;
    }
    const uint64_t used = std::accumulate(
        needed, files.end(), uint64_t(0), [](uint64_t sum, const BinlogFile &file) { return sum + file.bytes; });
    return limit - std::min(limit, used);
}

} // namespace

QString keepBinlogsSql(const ServerInfo &info, std::chrono::hours time)
{
    if (info.isRds) {
        return QStringLiteral("`CALL mysql.rds_set_configuration('binlog retention hours', %1);`").arg(time.count());
    }
    return info.isMariaDb()
        ? QStringLiteral("`SET GLOBAL expire_logs_days = %1;`").arg(std::chrono::ceil<std::chrono::days>(time).count())
        : QStringLiteral("`SET PERSIST binlog_expire_logs_seconds = %1;`").arg(std::chrono::seconds(time).count());
}

Retention binlogRetention(const ServerInfo &info, const std::vector<BinlogFile> &files, std::string_view place)
{
    Retention retention;
    retention.holder = Retention::Holder::Source;
    retention.name = QStringLiteral("binlog");
    retention.isKnown = info.isRetentionKnown;
    if (info.retention) {
        retention.heldSeconds = info.retention->count();
    }
    QString sql = keepBinlogsSql(info, longerThan(info));
    if (info.binlogSpaceLimit > 0) {
        retention.mostBytes = info.binlogSpaceLimit;
        retention.bytesLeft = roomLeft(info.binlogSpaceLimit, files, place);
        const char *name = info.isMariaDb() ? "max_binlog_total_size" : "binlog_space_limit";
        sql += QStringLiteral(", `SET GLOBAL %1 = %2;`").arg(QLatin1String(name)).arg(2 * info.binlogSpaceLimit);
    }
    retention.remedy = QCoreApplication::translate(
        "MySqlFailures", "Let the task run and catch up in time, or have the binlogs kept longer than its pauses: %1")
                           .arg(sql);
    return retention;
}

} // namespace rowcast::mysql

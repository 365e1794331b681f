// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/document/TaskSettings.h"
#include "core/mapping/TableMappings.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

enum class MigrationType : uint8_t { FullLoad, Cdc, FullLoadAndCdc };

// "full-load", "cdc", "full-load-and-cdc".
[[nodiscard]] QString migrationTypeName(MigrationType type);

// DMS's CdcStopPosition: "server_time:2018-02-09T12:12:12" or "commit_time:...".
struct CdcStop {
    bool isCommitTime = false;
    int64_t micros = 0; // since 1970 UTC
    bool operator==(const CdcStop &) const = default;
};

// A replication task as the person defined it; its endpoints are named beside it.
struct TaskSpec {
    QString identifier;
    MigrationType migrationType = MigrationType::FullLoadAndCdc;
    TableMappings mappings;
    TaskSettings settings;
    QString cdcStartPosition; // native "file:offset", "checkpoint:V1#...", or a GTID set; empty: now
    std::optional<int64_t> cdcStartMicros; // CdcStartTime, since 1970 UTC
    std::optional<CdcStop> cdcStop;

    [[nodiscard]] bool hasFullLoad() const { return migrationType != MigrationType::Cdc; }
    [[nodiscard]] bool hasCdc() const { return migrationType != MigrationType::FullLoad; }
    bool operator==(const TaskSpec &) const = default;
};

[[nodiscard]] Result<TaskSpec> parseTask(const QByteArray &json, const QString &path = QStringLiteral("$"));
[[nodiscard]] QByteArray taskJson(const TaskSpec &spec);

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::TaskSpec)

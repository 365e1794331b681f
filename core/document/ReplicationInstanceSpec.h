// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <span>

namespace rowcast {

// What a class of replication instance may use.
struct InstanceClass {
    const char *name; // "rowcast.medium"
    int threads; // loader threads of a task; reader and writer come on top
    int memoryMegabytes; // of queues and transactions held back; beyond it they wait or go to the storage folder
};

[[nodiscard]] std::span<const InstanceClass> instanceClasses();
// The class of that name; DMS's own names ("dms.r5.large") go by their size; rowcast.medium for any other.
[[nodiscard]] const InstanceClass &instanceClass(const QString &name);

// Where tasks run.
struct ReplicationInstanceSpec {
    QString identifier = QStringLiteral("this-computer");
    QString className = QStringLiteral("rowcast.medium");
    QString description;
    QString storageFolder; // for what spills to disk; empty: the platform's cache location
    bool operator==(const ReplicationInstanceSpec &) const = default;
};

[[nodiscard]] Result<ReplicationInstanceSpec> parseInstance(
    const QByteArray &json, const QString &path = QStringLiteral("$"));
[[nodiscard]] QByteArray instanceJson(const ReplicationInstanceSpec &spec);

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::ReplicationInstanceSpec)

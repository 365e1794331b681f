// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

class QSqlError;

namespace rowcast {

// One connection to the store's SQLite file, in WAL mode. Belongs to the thread that opened it.
//
// A file that cannot be used is left byte for byte as it was; the Failure's code says why:
//   "store.damaged"    not a database, or one with broken pages
//   "store.foreign"    another program's database
//   "store.newer"      made by a newer Rowcast
//   "store.read-only"  the file or its folder may not be written
//   "store.disk-full", "store.busy" (another program holds it), "store.io"
class Database {
public:
    struct Options {
        int64_t mostBytes = int64_t(4) << 30; // of the file; reaching it is told like a full disk
        int version = 0; // the newest schema version that the caller knows
    };
    static Result<std::unique_ptr<Database>> open(const QString &file, const Options &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<void> execute(const QString &sql, const QVariantList &values = {});
    Result<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    // All of it or nothing: rolled back where work fails.
    Result<void> transaction(const std::function<Result<void>()> &work);

    [[nodiscard]] Result<int> version();
    Result<void> setVersion(int version);

private:
    explicit Database(QString file);
    Result<void> connect(const QString &openOptions);
    Result<void> check(int newestVersion);
    Result<void> configure(const Options &options);
    [[nodiscard]] Failure failure(const QSqlError &error, const QString &sql) const;

    const QString m_file;
    const QString m_name; // of the connection among Qt's
    QSqlDatabase m_database;
};

} // namespace rowcast

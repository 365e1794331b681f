// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace rowcast {

namespace {

constexpr int kApplicationId = 0x52774373; // "RwCs", in the file's header
constexpr int kPageBytes = 4096;
const QString kBusyTimeout = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");

struct Explained {
    const char *code;
    QString cause;
    QString remedy;
    bool retryable = false;
};

// SQLite's result codes: https://sqlite.org/rescode.html
Explained explain(int resultCode, const QString &file)
{
    switch (resultCode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {"store.busy",
            QCoreApplication::translate("Store", "Another program keeps the file %1 locked.").arg(file),
            QCoreApplication::translate(
                "Store", "Close the other window of Rowcast, or start with another folder: `rowcast --data-dir DIR`."),
            true};
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
    case 23: // SQLITE_AUTH
        return {"store.read-only",
            QCoreApplication::translate("Store", "The file %1 or its folder may not be written.").arg(file),
            QCoreApplication::translate("Store",
                "Give yourself the right to write there, or start with another folder: `rowcast --data-dir DIR`.")};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {"store.damaged", QCoreApplication::translate("Store", "The file %1 is damaged.").arg(file),
            QCoreApplication::translate(
                "Store", "Bring it back from a backup, or move it away and start anew: `mv '%1' '%1.damaged'`.")
                .arg(file)};
    case 13: // SQLITE_FULL
        return {"store.disk-full",
            QCoreApplication::translate("Store", "There is no room left to write the file %1.").arg(file),
            QCoreApplication::translate(
                "Store", "Free some space on that disk; nothing that was saved before is lost."),
            true};
    case 10: // SQLITE_IOERR
        return {"store.io", QCoreApplication::translate("Store", "The file %1 could not be read or written.").arg(file),
            QCoreApplication::translate("Store", "Check the disk that it lies on."), true};
    default:
        return {"store.sql", QCoreApplication::translate("Store", "The file %1 refused a statement.").arg(file),
            QCoreApplication::translate("Store", "Report it with the details.")};
    }
}

Failure foreignFailure(const QString &file)
{
    return {.code = QStringLiteral("store.foreign"),
        .cause = QCoreApplication::translate("Store", "The file %1 is the database of another program.").arg(file),
        .remedy = QCoreApplication::translate("Store", "Start with another folder: `rowcast --data-dir DIR`."),
        .detail = {},
        .retryable = false};
}

Failure newerFailure(const QString &file, int version, int known)
{
    return {.code = QStringLiteral("store.newer"),
        .cause = QCoreApplication::translate("Store", "The file %1 was written by a newer Rowcast.").arg(file),
        .remedy = QCoreApplication::translate(
            "Store", "Start that newer Rowcast, or use another folder with this one: `rowcast --data-dir DIR`."),
        .detail = QStringLiteral("schema version %1, this program knows up to %2").arg(version).arg(known),
        .retryable = false};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &file, const Options &options)
{
    std::unique_ptr<Database> database(new Database(file));
    if (!QDir().mkpath(QFileInfo(file).path())) {
        return database->failure(QSqlError(QString(), QString(), QSqlError::ConnectionError, QStringLiteral("14")), {});
    }
    if (QFileInfo(file).size() > 0) {
        // looked at without the right to write, so that what cannot be used stays as it is
        auto checked = database->connect(kBusyTimeout + QStringLiteral(";QSQLITE_OPEN_READONLY"));
        if (checked) {
            checked = database->check(options.version);
        }
        if (!checked) {
            return checked.error();
        }
    }
    auto opened = database->connect(kBusyTimeout);
    if (opened) {
        opened = database->configure(options);
    }
    if (!opened) {
        return opened.error();
    }
    return database;
}

Database::Database(QString file)
    : m_file(std::move(file))
    , m_name(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::connect(const QString &openOptions)
{
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(openOptions);
    if (!m_database.isValid()) {
        return Failure{.code = QStringLiteral("store.driver"),
            .cause = QCoreApplication::translate("Store", "Qt's SQLite driver is not installed."),
            .remedy = QCoreApplication::translate("Store", "Install it: `sudo apt-get install libqt6sql6-sqlite`."),
            .detail = m_database.lastError().text(),
            .retryable = false};
    }
    return m_database.open() ? Result<void>() : failure(m_database.lastError(), {});
}

Result<void> Database::check(int newestVersion)
{
    const auto application = rows(QStringLiteral("PRAGMA application_id"));
    const auto objects = rows(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    const auto found = version();
    for (const Failure *refused : {application ? nullptr : &application.error(), objects ? nullptr : &objects.error(),
             found ? nullptr : &found.error()}) {
        if (refused != nullptr) {
            return *refused;
        }
    }
    const bool isEmpty = objects->first().first().toInt() == 0;
    if (application->first().first().toInt() != kApplicationId && !isEmpty) {
        return foreignFailure(m_file);
    }
    if (*found > newestVersion) {
        return newerFailure(m_file, *found, newestVersion);
    }
    const auto checked = rows(QStringLiteral("PRAGMA quick_check(1)"));
    if (!checked) {
        return checked.error();
    }
    const QString verdict = checked->first().first().toString();
    if (verdict != QLatin1String("ok")) {
        return failure(QSqlError(QString(), verdict, QSqlError::StatementError, QStringLiteral("11")), {});
    }
    return {};
}

Result<void> Database::configure(const Options &options)
{
    for (const QString &statement : {QStringLiteral("PRAGMA journal_mode=WAL"),
             QStringLiteral("PRAGMA synchronous=NORMAL"), QStringLiteral("PRAGMA foreign_keys=ON"),
             QStringLiteral("PRAGMA max_page_count=%1").arg(options.mostBytes / kPageBytes),
             QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId),
             // fails here, and not at the first change, where the file may not be written
             QStringLiteral("BEGIN IMMEDIATE"), QStringLiteral("ROLLBACK")}) {
        const auto done = execute(statement);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> Database::execute(const QString &sql, const QVariantList &values)
{
    const auto result = rows(sql, values);
    return result ? Result<void>() : result.error();
}

Result<QList<QVariantList>> Database::rows(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(query.lastError(), sql);
    }
    for (const QVariant &value : values) {
        // a QString without content may be "null", which is no NULL here
        const bool isText = value.typeId() == QMetaType::QString;
        query.addBindValue(isText && value.toString().isNull() ? QVariant(QStringLiteral("")) : value);
    }
    if (!query.exec()) {
        return failure(query.lastError(), sql);
    }
    QList<QVariantList> found;
    const int columns = static_cast<int>(query.record().count());
    while (query.next()) {
        QVariantList row;
        for (int column = 0; column < columns; ++column) {
            row.append(query.value(column));
        }
        found.append(row);
    }
    return query.lastError().isValid() ? Result<QList<QVariantList>>(failure(query.lastError(), sql)) : found;
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    auto result = execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!result) {
        return result;
    }
    result = work();
    if (result) {
        result = execute(QStringLiteral("COMMIT"));
    }
    if (!result) {
        // SQLite may have rolled back by itself, then this one is refused, which changes nothing
        [[maybe_unused]] const auto rolledBack = execute(QStringLiteral("ROLLBACK"));
    }
    return result;
}

Result<int> Database::version()
{
    const auto found = rows(QStringLiteral("PRAGMA user_version"));
    return found ? Result<int>(found->first().first().toInt()) : found.error();
}

Result<void> Database::setVersion(int version)
{
    return execute(QStringLiteral("PRAGMA user_version=%1").arg(version));
}

Failure Database::failure(const QSqlError &error, const QString &sql) const
{
    const Explained explained = explain(error.nativeErrorCode().toInt(), QDir::toNativeSeparators(m_file));
    // the statement has no values in it, so nothing of the person's gets into logs
    return {.code = QString::fromLatin1(explained.code),
        .cause = explained.cause,
        .remedy = explained.remedy,
        .detail = QStringList({error.databaseText(), error.nativeErrorCode(), sql}).join(QLatin1String("; ")),
        .retryable = explained.retryable};
}

} // namespace rowcast

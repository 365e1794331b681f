// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/DefinitionTable.h"

#include "core/base/Random.h"

#include <QCoreApplication>

namespace rowcast {

namespace {

QString newUid()
{
    SystemRandom random;
    return QString::fromStdString(randomId(random));
}

Failure existsFailure(const QString &identifier)
{
    return {.code = QStringLiteral("store.exists"),
        .cause = QCoreApplication::translate("Store", "There is already one called %1.").arg(identifier),
        .remedy = QCoreApplication::translate("Store", "Choose another identifier."),
        .detail = {},
        .retryable = false};
}

Failure notFoundFailure(const QString &identifier)
{
    return {.code = QStringLiteral("store.not-found"),
        .cause = QCoreApplication::translate("Store", "There is none called %1 any more.").arg(identifier),
        .remedy = QCoreApplication::translate("Store", "It was removed meanwhile; make it again."),
        .detail = {},
        .retryable = false};
}

} // namespace

DefinitionTable::DefinitionTable(Database &database, QString name)
    : m_database(database)
    , m_name(std::move(name))
{
}

Result<DefinitionTable::Slot> DefinitionTable::slot(const QString &identifier, const QString &previous)
{
    const auto holder = find(identifier);
    if (!holder) {
        return holder.error();
    }
    if (previous.isEmpty()) {
        return *holder ? Result<Slot>(existsFailure(identifier)) : Result<Slot>(Slot{newUid(), true});
    }
    const auto edited = uidOf(previous);
    if (!edited) {
        return edited.error();
    }
    if (*holder && **holder != *edited) {
        return existsFailure(identifier);
    }
    return Slot{*edited, false};
}

Result<DefinitionTable::Slot> DefinitionTable::slotOf(const QString &identifier)
{
    const auto holder = find(identifier);
    if (!holder) {
        return holder.error();
    }
    return *holder ? Slot{**holder, false} : Slot{newUid(), true};
}

Result<bool> DefinitionTable::write(
    const Slot &slot, const QString &identifier, const QByteArray &document, int64_t now)
{
    const auto time = static_cast<qlonglong>(now);
    const QString text = QString::fromUtf8(document);
    if (slot.isNew) {
        const auto inserted = m_database.execute(
            sql("INSERT INTO %1 (uid, identifier, document, created, changed) VALUES (?, ?, ?, ?, ?)"),
            {slot.uid, identifier, text, time, time});
        return inserted ? Result<bool>(true) : inserted.error();
    }
    const auto same
        = m_database.rows(sql("SELECT 1 FROM %1 WHERE uid = ? AND identifier = ? COLLATE BINARY AND document = ?"),
            {slot.uid, identifier, text});
    if (!same) {
        return same.error();
    }
    const auto updated = same->isEmpty()
        ? m_database.execute(sql("UPDATE %1 SET identifier = ?, document = ?, changed = ? WHERE uid = ?"),
            {identifier, text, time, slot.uid})
        : Result<void>();
    return updated ? Result<bool>(same->isEmpty()) : updated.error();
}

Result<std::optional<QString>> DefinitionTable::find(const QString &identifier)
{
    const auto rows = m_database.rows(sql("SELECT uid FROM %1 WHERE identifier = ? AND deleted IS NULL"), {identifier});
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first().first().toString());
}

Result<QString> DefinitionTable::uidOf(const QString &identifier)
{
    const auto found = find(identifier);
    if (!found) {
        return found.error();
    }
    return *found ? Result<QString>(**found) : Result<QString>(notFoundFailure(identifier));
}

Result<void> DefinitionTable::remove(const QString &uid, int64_t now)
{
    return m_database.execute(sql("UPDATE %1 SET deleted = ? WHERE uid = ?"), {static_cast<qlonglong>(now), uid});
}

Result<void> DefinitionTable::undoRemove(const QString &identifier)
{
    const auto holder = find(identifier);
    if (!holder) {
        return holder.error();
    }
    if (*holder) {
        return existsFailure(identifier);
    }
    const auto removed = m_database.rows(
        sql("SELECT uid FROM %1 WHERE identifier = ? AND deleted IS NOT NULL ORDER BY deleted DESC LIMIT 1"),
        {identifier});
    if (!removed) {
        return removed.error();
    }
    return removed->isEmpty() ? Result<void>(notFoundFailure(identifier))
                              : m_database.execute(sql("UPDATE %1 SET deleted = NULL WHERE uid = ?"), removed->first());
}

} // namespace rowcast

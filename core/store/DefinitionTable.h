// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <optional>

namespace rowcast {

// What the tables of instances, endpoints and tasks have in common: rows with an id that stays, an identifier that is
// unique among the rows that are not removed, and removal that can be undone. Same thread as the database.
class DefinitionTable {
public:
    // name: of the table; constant text.
    DefinitionTable(Database &database, QString name);

    struct Slot {
        QString uid;
        bool isNew = false;
    };
    // Where to save: the row called `previous`, or a new one where that is empty. "store.exists", "store.not-found".
    Result<Slot> slot(const QString &identifier, const QString &previous);
    // The row called so, or a new one.
    Result<Slot> slotOf(const QString &identifier);
    // False where the row held exactly this already.
    Result<bool> write(const Slot &slot, const QString &identifier, const QByteArray &document, int64_t now);

    Result<std::optional<QString>> find(const QString &identifier);
    // "store.not-found" where there is none.
    Result<QString> uidOf(const QString &identifier);
    Result<void> remove(const QString &uid, int64_t now);
    // Brings back the one that was removed last under this identifier.
    Result<void> undoRemove(const QString &identifier);

private:
    // The table's name in place of %1.
    [[nodiscard]] QString sql(const char *text) const { return QString::fromLatin1(text).arg(m_name); }

    Database &m_database;
    const QString m_name;
};

} // namespace rowcast

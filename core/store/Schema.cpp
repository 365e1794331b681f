// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Schema.h"

#include <array>
#include <span>

namespace rowcast {

namespace {

// Version 1: definitions. Documents are the JSON of core/document; times are microseconds since 1970 UTC; a row with
// `deleted` is gone for the person and can be brought back for some seconds.
constexpr const char *kDefinitions[] = {
    R"(CREATE TABLE instances (
        uid TEXT PRIMARY KEY, identifier TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
        created INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER))",
    R"(CREATE TABLE endpoints (
        uid TEXT PRIMARY KEY, identifier TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
        secret_places TEXT NOT NULL DEFAULT '{}',
        created INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER))",
    R"(CREATE TABLE tasks (
        uid TEXT PRIMARY KEY, identifier TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
        instance TEXT NOT NULL REFERENCES instances(uid),
        source TEXT NOT NULL REFERENCES endpoints(uid),
        target TEXT NOT NULL REFERENCES endpoints(uid),
        created INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER))",
    "CREATE UNIQUE INDEX instances_identifier ON instances(identifier) WHERE deleted IS NULL",
    "CREATE UNIQUE INDEX endpoints_identifier ON endpoints(identifier) WHERE deleted IS NULL",
    "CREATE UNIQUE INDEX tasks_identifier ON tasks(identifier) WHERE deleted IS NULL",
    "CREATE INDEX tasks_source ON tasks(source)",
    "CREATE INDEX tasks_target ON tasks(target)",
    "CREATE INDEX tasks_instance ON tasks(instance)",
};

// Version 2: what tasks and connection tests came to, and events.
constexpr const char *kOutcomes[] = {
    R"(CREATE TABLE connection_tests (
        endpoint TEXT PRIMARY KEY REFERENCES endpoints(uid) ON DELETE CASCADE,
        tested INTEGER NOT NULL, document TEXT NOT NULL, steps TEXT NOT NULL))",
    "ALTER TABLE tasks ADD COLUMN status TEXT NOT NULL DEFAULT '{}'",
    R"(CREATE TABLE table_statistics (
        task TEXT NOT NULL REFERENCES tasks(uid) ON DELETE CASCADE,
        schema_name TEXT NOT NULL, table_name TEXT NOT NULL, counts TEXT NOT NULL,
        PRIMARY KEY (task, schema_name, table_name)) WITHOUT ROWID)",
    R"(CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, kind TEXT NOT NULL,
        source TEXT NOT NULL, detail TEXT NOT NULL))",
};

// Version 3: forms that were closed half filled.
constexpr const char *kDrafts[] = {
    "CREATE TABLE drafts (name TEXT PRIMARY KEY, content TEXT NOT NULL, changed INTEGER NOT NULL)",
};

// Version 4: who runs a task, so that one whose program died is told from one that another window runs. `session` is
// set while a task is active; `interrupted` is the last sign of life of a task that a crash ended, until it is started
// again or nobody wants to be asked. And what premigration assessments found.
constexpr const char *kSessions[] = {
    "CREATE TABLE sessions (uid TEXT PRIMARY KEY, started INTEGER NOT NULL, seen INTEGER NOT NULL)",
    "ALTER TABLE tasks ADD COLUMN session TEXT",
    "ALTER TABLE tasks ADD COLUMN interrupted INTEGER",
    R"(CREATE TABLE assessments (
        task TEXT PRIMARY KEY REFERENCES tasks(uid) ON DELETE CASCADE,
        assessed INTEGER NOT NULL, document TEXT NOT NULL, steps TEXT NOT NULL))",
};

constexpr std::array<std::span<const char *const>, 4> kSteps = {kDefinitions, kOutcomes, kDrafts, kSessions};

} // namespace

int schemaVersion()
{
    return static_cast<int>(kSteps.size());
}

Result<void> migrate(Database &database, int version)
{
    const auto found = database.version();
    if (!found) {
        return found.error();
    }
    if (*found >= version) {
        return {};
    }
    return database.transaction([&]() -> Result<void> {
        for (int step = *found; step < version; ++step) {
            for (const char *statement : kSteps.at(static_cast<size_t>(step))) {
                const auto done = database.execute(QString::fromLatin1(statement));
                if (!done) {
                    return done;
                }
            }
        }
        return database.setVersion(version);
    });
}

} // namespace rowcast

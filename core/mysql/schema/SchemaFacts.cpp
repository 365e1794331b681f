// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/SchemaFacts.h"

#include <utility>

namespace rowcast::mysql {

namespace {

Result<void> readCharsets(Connection &connection, SchemaFacts &facts, const std::stop_token &stop)
{
    const auto charsets
        = connection.query("SELECT character_set_name AS name, default_collate_name AS collation, maxlen AS bytes"
                           " FROM information_schema.character_sets",
            stop);
    if (!charsets) {
        return charsets.error();
    }
    for (size_t row = 0; row < charsets->size(); ++row) {
        facts.rules.charsets.set(
            charsets->text(row, "name"), charsets->text(row, "collation"), uint32_t(charsets->number(row, "bytes")));
    }
    // Collations of MariaDB that serve several character sets have no id of their own.
    const auto collations = connection.query("SELECT id AS id, collation_name AS name, character_set_name AS charset"
                                             " FROM information_schema.collations WHERE id IS NOT NULL",
        stop);
    if (!collations) {
        return collations.error();
    }
    for (size_t row = 0; row < collations->size(); ++row) {
        facts.collations.set(
            uint16_t(collations->number(row, "id")), collations->text(row, "name"), collations->text(row, "charset"));
    }
    return {};
}

Result<void> readDatabases(Connection &connection, SchemaFacts &facts, const std::stop_token &stop)
{
    const auto schemas = connection.query("SELECT schema_name AS name, default_character_set_name AS charset,"
                                          " default_collation_name AS collation FROM information_schema.schemata",
        stop);
    if (!schemas) {
        return schemas.error();
    }
    for (size_t row = 0; row < schemas->size(); ++row) {
        facts.databases[schemas->text(row, "name")] = {schemas->text(row, "charset"), schemas->text(row, "collation")};
    }
    return {};
}

Result<void> readSequences(Connection &connection, SchemaFacts &facts, const std::stop_token &stop)
{
    const auto sequences = connection.query("SELECT table_schema AS `schema`, table_name AS name"
                                            " FROM information_schema.tables WHERE table_type = 'SEQUENCE'",
        stop);
    if (!sequences) {
        return sequences.error();
    }
    for (size_t row = 0; row < sequences->size(); ++row) {
        facts.sequences.push_back({sequences->text(row, "schema"), sequences->text(row, "name")});
    }
    return {};
}

} // namespace

Result<SchemaFacts> SchemaFacts::read(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    SchemaFacts facts;
    facts.rules.dialect.isMariaDb = info.isMariaDb();
    facts.rules.dialect.version = info.versionNumber;
    facts.rules.dialect.lowersTableNames = info.lowerCaseTableNames == 1;
    facts.rules.lowerCaseTableNames = info.lowerCaseTableNames;
    auto read = readCharsets(connection, facts, stop);
    if (read) {
        read = readDatabases(connection, facts, stop);
    }
    if (read && info.isMariaDb()) {
        read = readSequences(connection, facts, stop);
    }
    if (!read) {
        return read.error();
    }
    const auto explicitDefaults = connection.value("SELECT @@global.explicit_defaults_for_timestamp", stop);
    if (!explicitDefaults) {
        return explicitDefaults.error();
    }
    facts.hasTimestampDefaults = explicitDefaults->value_or("1") == "0";
    return facts;
}

} // namespace rowcast::mysql

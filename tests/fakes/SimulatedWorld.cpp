// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedWorld.h"

namespace rowcast::tests {

namespace {

constexpr int kKeys = 60;

Column column(const char *name, bool isNullable)
{
    Column column;
    column.name = name;
    column.type = DmsType::Int4;
    column.nullable = isNullable;
    return column;
}

TableSchemaPtr simulatedSchema()
{
    TableSchema schema;
    schema.id = {"sim", "t"};
    schema.columns = {column("k", false), column("v", true)};
    schema.key = {0};
    return std::make_shared<const TableSchema>(schema);
}

} // namespace

Failure simulatedFailure(const char *what)
{
    return {.code = QStringLiteral("simulated"),
        .cause = QString::fromLatin1(what),
        .remedy = {},
        .detail = {},
        .retryable = true};
}

SimulatedWorld::SimulatedWorld(uint64_t seed_)
    : random(seed_)
    , schema(simulatedSchema())
{
}

void SimulatedWorld::write(int transactions)
{
    for (int i = 0; i < transactions; ++i) {
        writeOne();
    }
}

void SimulatedWorld::writeOne()
{
    Transaction transaction;
    const size_t changes = 1 + random() % 5;
    for (size_t i = 0; i < changes; ++i) {
        const int key = int(random() % kKeys);
        const int value = int(random() % 1'000'000);
        const auto row = rows.find(key);
        if (row == rows.end()) {
            rows[key] = value;
            transaction.push_back({Operation::Insert, key, value});
        } else if (random() % 3 == 0) {
            transaction.push_back({Operation::Delete, key, row->second});
            rows.erase(row);
        } else {
            row->second = value;
            transaction.push_back({Operation::Update, key, value});
        }
    }
    log.push_back(std::move(transaction));
}

bool SimulatedWorld::breaks(int oneIn)
{
    if (isCalm || random() % uint64_t(oneIn) != 0) {
        return false;
    }
    ++breakages;
    return true;
}

} // namespace rowcast::tests

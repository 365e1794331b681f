// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EngineText.h"

#include <QCoreApplication>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::Words)
};

} // namespace

QString engineText(Engine engine)
{
    switch (engine) {
    case Engine::Aurora:
        return QStringLiteral("Amazon Aurora MySQL");
    case Engine::MySql:
        return QStringLiteral("MySQL");
    case Engine::MariaDb:
        return QStringLiteral("MariaDB");
    case Engine::MongoDb:
        return QStringLiteral("MongoDB");
    case Engine::DocDb:
        return QStringLiteral("Amazon DocumentDB");
    case Engine::DynamoDb:
        return QStringLiteral("Amazon DynamoDB");
    case Engine::Kafka:
        return QStringLiteral("Apache Kafka");
    }
    return {};
}

QString roleText(EndpointRole role)
{
    return role == EndpointRole::Source ? Words::tr("Source") : Words::tr("Target");
}

QString migrationTypeText(MigrationType type)
{
    switch (type) {
    case MigrationType::FullLoad:
        return Words::tr("Migrate existing data");
    case MigrationType::Cdc:
        return Words::tr("Replicate data changes only");
    case MigrationType::FullLoadAndCdc:
        return Words::tr("Migrate existing data and replicate ongoing changes");
    }
    return {};
}

} // namespace rowcast::ui

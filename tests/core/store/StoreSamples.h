// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"

#include <QTest>

namespace rowcast {

inline const QString kDatabaseSecret = QStringLiteral("Tr0ub4dor-database");
inline const QString kBrokerSecret = QStringLiteral("Tr0ub4dor-broker");

// The migration that the tests of this folder keep, with secrets in it.
inline MigrationDocument sampleMigration()
{
    auto document = MigrationDocument::parse(R"({
        "ReplicationInstance": {"ReplicationInstanceIdentifier": "this-computer"},
        "SourceEndpoint": {"EndpointIdentifier": "shop", "EndpointType": "source", "EngineName": "aurora",
            "ServerName": "127.0.0.1", "Port": 3306, "Username": "dms", "Password": "Tr0ub4dor-database"},
        "TargetEndpoint": {"EndpointIdentifier": "bus", "EndpointType": "target", "EngineName": "kafka",
            "KafkaSettings": {"Broker": "127.0.0.1:9092", "Topic": "shop", "SecurityProtocol": "sasl-ssl",
                "SaslUsername": "app", "SaslPassword": "Tr0ub4dor-broker"}},
        "ReplicationTask": {"ReplicationTaskIdentifier": "shop-to-bus", "MigrationType": "full-load-and-cdc",
            "TableMappings": {"rules": [{"rule-type": "selection", "rule-id": "1", "rule-name": "1",
                "object-locator": {"schema-name": "shop", "table-name": "%"}, "rule-action": "include"}]}}})");
    if (!document) {
        qFatal("%s", qPrintable(document.error().text()));
    }
    return *document;
}

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"

#include <nlohmann/json.hpp>

#include <QTest>

namespace rowcast {

// The contract's document.
inline nlohmann::ordered_json sampleDocument()
{
    return nlohmann::ordered_json::parse(R"({
        "ReplicationInstance": {"ReplicationInstanceIdentifier": "this-computer"},
        "SourceEndpoint": {"EndpointIdentifier": "shop", "EndpointType": "source", "EngineName": "aurora",
            "ServerName": "127.0.0.1", "Port": 3306, "Username": "dms", "Password": "hunter2", "SslMode": "none",
            "MySQLSettings": {}, "RowcastSettings": {}},
        "TargetEndpoint": {"EndpointIdentifier": "bus", "EndpointType": "target", "EngineName": "kafka",
            "KafkaSettings": {"Broker": "127.0.0.1:9092", "Topic": "shop", "MessageFormat": "json-unformatted"},
            "RowcastSettings": {}},
        "ReplicationTask": {"ReplicationTaskIdentifier": "shop-to-bus", "MigrationType": "full-load-and-cdc",
            "TableMappings": {"rules": [{"rule-type": "selection", "rule-id": "1", "rule-name": "1",
                "rule-action": "include", "object-locator": {"schema-name": "shop", "table-name": "%"}}]},
            "ReplicationTaskSettings": {}, "CdcStartPosition": "", "RowcastSettings": {}}})");
}

inline QByteArray bytesOf(const nlohmann::ordered_json &json)
{
    return QByteArray::fromStdString(json.dump());
}

// The sample with the value at an RFC 6901 pointer replaced; the text is JSON, and empty removes the key.
inline QByteArray sampleWith(const char *pointer, const char *json)
{
    nlohmann::ordered_json document = sampleDocument();
    const nlohmann::ordered_json::json_pointer place{std::string(pointer)};
    if (*json == '\0') {
        document[place.parent_pointer()].erase(place.back());
    } else {
        document[place] = nlohmann::ordered_json::parse(json);
    }
    return bytesOf(document);
}

// Parsed, or a failed test.
inline MigrationDocument parsed(const QByteArray &json)
{
    Result<MigrationDocument> document = MigrationDocument::parse(json);
    if (!document) {
        qFatal("%s", qPrintable(document.error().text()));
    }
    return *std::move(document);
}

} // namespace rowcast

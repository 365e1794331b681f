// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/MigrationDocument.h"

#include "core/base/StrictJson.h"
#include "core/document/DocumentParts.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

const Json *neededPart(JsonReader &document, const char *key)
{
    const Json *found = document.value(key);
    if (found == nullptr) {
        document.missing(key,
            QCoreApplication::translate("Document",
                "A migration document has a `SourceEndpoint`, a `TargetEndpoint` and a `ReplicationTask`."));
    }
    return found;
}

void checkRoles(const MigrationDocument &document, JsonReader::Problem &problem)
{
    if (document.source.role != EndpointRole::Source) {
        problem = documentFailure(QStringLiteral("$.SourceEndpoint.EndpointType"),
            QCoreApplication::translate("Document", "This endpoint is a target."),
            QCoreApplication::translate(
                "Document", "Put the database into `SourceEndpoint` and Kafka into `TargetEndpoint`."));
    } else if (document.target.role != EndpointRole::Target) {
        problem = documentFailure(QStringLiteral("$.TargetEndpoint.EndpointType"),
            QCoreApplication::translate("Document", "This endpoint is a source."),
            QCoreApplication::translate(
                "Document", "Put the database into `SourceEndpoint` and Kafka into `TargetEndpoint`."));
    }
}

void checkTopics(const MigrationDocument &document, JsonReader::Problem &problem)
{
    const KafkaExtras &extras = document.target.kafkaExtras;
    const QString path = QStringLiteral("$.TargetEndpoint.RowcastSettings.");
    if (extras.checkpointTopic == document.target.kafka.topic) {
        problem = documentFailure(path + QStringLiteral("CheckpointTopic"),
            QCoreApplication::translate("Document", "The messages go to the topic `%1` too.")
                .arg(extras.checkpointTopic),
            QCoreApplication::translate("Document", "Give the checkpoints a topic of their own."));
    } else if (extras.checkpointTopic == extras.topicPattern) { // without ${...}: one topic for all tables
        problem = documentFailure(path + QStringLiteral("TopicPattern"),
            QCoreApplication::translate("Document", "The checkpoints go to the topic `%1` too.")
                .arg(extras.checkpointTopic),
            QCoreApplication::translate("Document", "Give the messages another topic."));
    } else if (extras.tombstones && !extras.isPrimaryKeyRule && !document.task.settings.isParallelApply()) {
        problem = documentFailure(path + QStringLiteral("Tombstones"),
            QCoreApplication::translate("Document", "Tombstones need messages whose key is the row's primary key."),
            QCoreApplication::translate("Document", "Add `\"KeyRule\": \"primary-key\"`."));
    }
}

} // namespace

Result<MigrationDocument> MigrationDocument::parse(const QByteArray &json)
{
    const QString root = QStringLiteral("$");
    const Result<Json> parsed = parseStrictJson(json, root);
    if (!parsed) {
        return parsed.error();
    }
    JsonReader::Problem problem;
    JsonReader reader(&*parsed, root, problem);
    MigrationDocument document;
    document.instance = readInstance(
        reader.value("ReplicationInstance"), reader.pathOf(QStringLiteral("ReplicationInstance")), problem);
    document.source = readEndpoint(neededPart(reader, "SourceEndpoint"),
        reader.pathOf(QStringLiteral("SourceEndpoint")), SecretCheck::Required, problem, EndpointRole::Source);
    document.target = readEndpoint(neededPart(reader, "TargetEndpoint"),
        reader.pathOf(QStringLiteral("TargetEndpoint")), SecretCheck::Required, problem, EndpointRole::Target);
    document.task
        = readTask(neededPart(reader, "ReplicationTask"), reader.pathOf(QStringLiteral("ReplicationTask")), problem);
    reader.finish();
    if (problem) {
        return *problem;
    }
    const Result<void> checked = document.check();
    if (!checked) {
        return checked.error();
    }
    return document;
}

Result<void> MigrationDocument::check() const
{
    JsonReader::Problem problem;
    checkRoles(*this, problem);
    if (!problem) {
        checkTopics(*this, problem);
    }
    if (problem) {
        return *problem;
    }
    return {};
}

QByteArray MigrationDocument::json() const
{
    const Json object = {{"ReplicationInstance", instanceObject(instance)}, {"SourceEndpoint", endpointObject(source)},
        {"TargetEndpoint", endpointObject(target)}, {"ReplicationTask", taskObject(task)}};
    return QByteArray::fromStdString(object.dump(2));
}

} // namespace rowcast

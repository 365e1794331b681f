// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/AwsImport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::AwsImport)
};

// The pasted objects, sorted by what they are.
struct Parts {
    QList<QJsonObject> endpoints;
    QList<QJsonObject> tasks;
    QList<QJsonObject> instances;
};

// Several outputs may stand one after the other: the JSON objects at the top level.
QList<QByteArray> topLevelObjects(const QByteArray &text)
{
    QList<QByteArray> objects;
    qsizetype begin = -1;
    int depth = 0;
    bool isText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (isText) {
            i += letter == '\\' ? 1 : 0;
            isText = letter != '"';
        } else if (letter == '"') {
            isText = true;
        } else if (letter == '{' && depth++ == 0) {
            begin = i;
        } else if (letter == '}' && depth > 0 && --depth == 0) {
            objects.append(text.mid(begin, i + 1 - begin));
        }
    }
    if (depth > 0) {
        objects.append(text.mid(begin));
    }
    return objects;
}

void sortInto(Parts &parts, const QJsonObject &object)
{
    const std::pair<const char *, QList<QJsonObject> Parts::*> kLists[] = {{"Endpoints", &Parts::endpoints},
        {"ReplicationTasks", &Parts::tasks}, {"ReplicationInstances", &Parts::instances}};
    const std::pair<const char *, QList<QJsonObject> Parts::*> kSingles[] = {{"Endpoint", &Parts::endpoints},
        {"SourceEndpoint", &Parts::endpoints}, {"TargetEndpoint", &Parts::endpoints},
        {"ReplicationTask", &Parts::tasks}, {"ReplicationInstance", &Parts::instances}};
    for (const auto &[name, list] : kLists) {
        for (const QJsonValue &entry : object.value(QLatin1String(name)).toArray()) {
            (parts.*list).append(entry.toObject());
        }
    }
    for (const auto &[name, list] : kSingles) {
        if (object.value(QLatin1String(name)).isObject()) {
            (parts.*list).append(object.value(QLatin1String(name)).toObject());
        }
    }
    if (object.contains(QLatin1String("EndpointIdentifier"))) {
        parts.endpoints.append(object);
    } else if (object.contains(QLatin1String("ReplicationTaskIdentifier"))) {
        parts.tasks.append(object);
    } else if (object.contains(QLatin1String("ReplicationInstanceIdentifier"))) {
        parts.instances.append(object);
    }
}

// The endpoint of that kind, by the ARN that the task names where it names one.
QJsonObject endpointOf(const Parts &parts, const char *type, const QString &arn)
{
    QJsonObject first;
    for (const QJsonObject &endpoint : parts.endpoints) {
        if (endpoint.value(QLatin1String("EndpointType")).toString().toLower() != QLatin1String(type)) {
            continue;
        }
        if (!arn.isEmpty() && endpoint.value(QLatin1String("EndpointArn")).toString() == arn) {
            return endpoint;
        }
        first = first.isEmpty() ? endpoint : first;
    }
    return first;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Parts> readParts(const QByteArray &text)
{
    Parts parts;
    for (const QByteArray &object : topLevelObjects(text)) {
        QJsonParseError error;
        const QJsonDocument parsed = QJsonDocument::fromJson(object, &error);
        if (!parsed.isObject()) {
            return Failure{.code = QStringLiteral("import.json"),
                .cause = Words::tr("The text is no valid JSON."),
                .remedy = Words::tr("Paste the output as the AWS CLI prints it with `--output json`."),
                .detail = QStringLiteral("%1 (at %2)").arg(error.errorString()).arg(error.offset),
                .retryable = false};
        }
        sortInto(parts, parsed.object());
    }
    if (parts.endpoints.isEmpty() && parts.tasks.isEmpty()) {
        return Failure{.code = QStringLiteral("import.nothing"),
            .cause = Words::tr("There is no DMS endpoint and no replication task in the text."),
            .remedy = Words::tr("Paste the output of `aws dms describe-endpoints` and `aws dms "
                                "describe-replication-tasks`, one after the other."),
            .detail = {},
            .retryable = false};
    }
    return parts;
}

} // namespace

Result<MigrationDocument> importFromAws(const QByteArray &text)
{
    const Result<Parts> read = readParts(text);
    if (!read) {
        return read.error();
    }
    MigrationDocument document;
    const QJsonObject task = read->tasks.value(0);
    if (!task.isEmpty()) {
        Result<TaskSpec> parsed = parseTask(bytes(task), QStringLiteral("$.ReplicationTask"));
        if (!parsed) {
            return parsed.error();
        }
        document.task = *parsed;
    }
    const struct {
        const char *type;
        const char *arn;
        const char *path;
        EndpointSpec MigrationDocument::*part;
    } kSides[] = {{"source", "SourceEndpointArn", "$.SourceEndpoint", &MigrationDocument::source},
        {"target", "TargetEndpointArn", "$.TargetEndpoint", &MigrationDocument::target}};
    for (const auto &side : kSides) {
        const QJsonObject found = endpointOf(*read, side.type, task.value(QLatin1String(side.arn)).toString());
        if (found.isEmpty()) {
            continue;
        }
        Result<EndpointSpec> parsed = parseEndpoint(bytes(found), SecretCheck::MayBeMissing, QLatin1String(side.path));
        if (!parsed) {
            return parsed.error();
        }
        document.*side.part = *parsed;
    }
    if (!read->instances.isEmpty()) {
        Result<ReplicationInstanceSpec> parsed
            = parseInstance(bytes(read->instances.front()), QStringLiteral("$.ReplicationInstance"));
        if (!parsed) {
            return parsed.error();
        }
        document.instance = *parsed;
    }
    return document;
}

} // namespace rowcast::ui

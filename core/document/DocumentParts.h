// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/base/StrictJson.h"
#include "core/document/EndpointSpec.h"
#include "core/document/ReplicationInstanceSpec.h"
#include "core/document/TaskSpec.h"

#include <nlohmann/json.hpp>

namespace rowcast {

// The readers and writers of the document's parts, for this room. What is wrong goes to problem; what was read until
// then is returned.

// What describe-... and create-... calls of the AWS CLI wrap around the object ({"Endpoints": [{...}]}, {"Endpoint":
// {...}}) is taken off; path follows.
[[nodiscard]] const nlohmann::ordered_json *unwrapped(const nlohmann::ordered_json *json, const char *singular,
    const char *plural, QString &path, JsonReader::Problem &problem);
// 1 to 255 letters, digits and - _ . with a letter first, no hyphen last or doubled.
[[nodiscard]] QString readIdentifier(JsonReader &reader, const char *key);

// place: which half of a migration document it stands in; none where it stands alone.
[[nodiscard]] EndpointSpec readEndpoint(const nlohmann::ordered_json *json, QString path, SecretCheck secrets,
    JsonReader::Problem &problem, std::optional<EndpointRole> place = std::nullopt);
[[nodiscard]] ReplicationInstanceSpec readInstance(
    const nlohmann::ordered_json *json, QString path, JsonReader::Problem &problem);
[[nodiscard]] TaskSpec readTask(const nlohmann::ordered_json *json, QString path, JsonReader::Problem &problem);

// A part that stands alone: read(json, path, problem) gives its value.
template <typename Read> auto parsePart(const QByteArray &json, const QString &path, Read read)
{
    using Part = decltype(read(nullptr, path, std::declval<JsonReader::Problem &>()));
    const Result<nlohmann::ordered_json> parsed = parseStrictJson(json, path);
    if (!parsed) {
        return Result<Part>(parsed.error());
    }
    JsonReader::Problem problem;
    Part part = read(&*parsed, path, problem);
    return problem ? Result<Part>(*problem) : Result<Part>(std::move(part));
}

[[nodiscard]] nlohmann::ordered_json endpointObject(const EndpointSpec &spec);
[[nodiscard]] nlohmann::ordered_json instanceObject(const ReplicationInstanceSpec &spec);
[[nodiscard]] nlohmann::ordered_json taskObject(const TaskSpec &spec);

// Parts of an endpoint. attributes: extra connection attributes, as an object of texts, or null.
void readKafka(JsonReader &settings, EndpointSpec &spec, SecretCheck secrets);
void readKafkaExtras(JsonReader &settings, KafkaExtras &extras);
void readMySql(JsonReader &settings, EndpointSpec &spec);
[[nodiscard]] SecretValue readSecret(JsonReader &reader, const char *key);
// Path of a file or PEM text; {"file": "PATH"} too. An ARN is refused where it is needed.
[[nodiscard]] QString readCertificate(JsonReader &reader, const char *key, bool isNeeded);
// The cause where a text is too long.
[[nodiscard]] QString tooLongText(qsizetype size, qsizetype most);

// "k=v;k=v" as an object; keys are spelled as in names, whatever their case.
[[nodiscard]] nlohmann::ordered_json connectionAttributes(const QString &text, const QStringList &names);

} // namespace rowcast

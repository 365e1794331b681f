// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/DmsMessageReader.h"

#include "core/message/PaddedJson.h"

namespace rowcast {

namespace json = simdjson::ondemand;

namespace {

bool readMetadata(json::object metadata, DmsMessageParts &message)
{
    for (auto member : metadata) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view *text = name == "record-type" ? &message.recordType
            : name == "operation"                      ? &message.operation
            : name == "partition-key-type"             ? &message.keyType
            : name == "schema-name"                    ? &message.schema
            : name == "table-name"                     ? &message.table
                                                       : nullptr;
        if (text != nullptr) {
            if (member.value().get_string().get(*text) != simdjson::SUCCESS) {
                return false;
            }
        } else if (name == "transaction-id"
            && member.value().get_uint64().get(message.transaction) != simdjson::SUCCESS) {
            message.transaction = 0;
        }
    }
    return true;
}

} // namespace

struct DmsMessageReader::Engine {
    PaddedJson json;

    // The same part of the value that was copied; raw_json() may end behind white space.
    [[nodiscard]] std::string_view original(std::string_view value, std::string_view part) const
    {
        return value.substr(json.offsetOf(part), part.find_last_of('}') + 1);
    }
};

DmsMessageReader::DmsMessageReader(std::string beforeField)
    : m_beforeField(std::move(beforeField))
    , m_engine(std::make_unique<Engine>())
{
}

DmsMessageReader::~DmsMessageReader() = default;

bool DmsMessageReader::read(std::string_view value, DmsMessageParts &message)
{
    message = {};
    json::object root;
    if (!m_engine->json.open(value, root)) {
        return false;
    }
    bool isSound = true;
    for (auto member : root) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return false;
        }
        const bool isBody = name == "data" || name == "control";
        const bool isMetadata = name == "metadata";
        const bool isBefore = !m_beforeField.empty() && name == m_beforeField;
        if (!isBody && !isMetadata && !isBefore) {
            continue;
        }
        json::object object;
        if (member.value().get_object().get(object) != simdjson::SUCCESS) {
            isSound = isSound && isBody;
            continue;
        }
        if (isMetadata) {
            if (!readMetadata(object, message)) {
                return false;
            }
            continue;
        }
        std::string_view part;
        if (object.raw_json().get(part) == simdjson::SUCCESS) {
            (isBody ? message.body : message.before) = m_engine->original(value, part);
        }
    }
    return isSound;
}

} // namespace rowcast

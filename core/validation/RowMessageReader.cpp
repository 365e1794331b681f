// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/RowMessageReader.h"

#include "core/message/PaddedJson.h"

#include <algorithm>

namespace rowcast {

namespace json = simdjson::ondemand;

namespace {

constexpr char kKeySeparator = '\x1f'; // no JSON text has it unescaped

RowMessage::Kind kindOf(const DmsMessageParts &message)
{
    using Kind = RowMessage::Kind;
    if (message.recordType != "data") {
        return message.operation == "drop-table" || message.operation == "truncate-table" ? Kind::Clear : Kind::Other;
    }
    if (message.operation == "update") {
        return Kind::Update;
    }
    return message.operation == "delete" ? Kind::Delete : Kind::Set;
}

bool isEscaped(const std::string &name)
{
    return std::any_of(
        name.begin(), name.end(), [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' '; });
}

// simdjson looks names up as they are written, escapes and all.
simdjson::error_code find(json::object &row, const std::string &name, json::value &value)
{
    if (!isEscaped(name)) {
        return row.find_field_unordered(name).get(value);
    }
    if (const auto begun = row.reset(); begun.error() != simdjson::SUCCESS) {
        return begun.error();
    }
    for (auto member : row) {
        std::string_view found;
        if (const auto error = member.unescaped_key().get(found); error != simdjson::SUCCESS) {
            return error;
        }
        if (found == name) {
            return member.value().get(value);
        }
    }
    return simdjson::NO_SUCH_FIELD;
}

} // namespace

struct RowMessageReader::Engine {
    PaddedJson json;
};

RowMessageReader::RowMessageReader(std::string beforeField)
    : m_messages(std::move(beforeField))
    , m_engine(std::make_unique<Engine>())
{
}

RowMessageReader::~RowMessageReader() = default;

std::optional<RowMessage> RowMessageReader::read(std::string_view value)
{
    DmsMessageParts message;
    const bool isSound = m_messages.read(value, message);
    const bool isData = message.recordType == "data";
    if (!isSound || (isData && message.body.empty())) {
        return std::nullopt;
    }
    return RowMessage{
        kindOf(message), message.schema, message.table, isData ? message.body : std::string_view{}, message.before};
}

std::optional<std::string> RowMessageReader::key(std::string_view object, const std::vector<std::string> &columns)
{
    json::object row;
    if (!m_engine->json.open(object, row)) {
        return std::nullopt;
    }
    std::string key;
    for (const std::string &column : columns) {
        json::value value;
        std::string_view text;
        if (find(row, column, value) != simdjson::SUCCESS
            || simdjson::to_json_string(value).get(text) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        key.append(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
        key += kKeySeparator;
    }
    return key;
}

std::string readableKey(std::string_view key)
{
    std::string text;
    for (const char c : key.substr(0, key.empty() ? 0 : key.size() - 1)) {
        if (c == kKeySeparator) {
            text += ", ";
        } else {
            text += c;
        }
    }
    return text;
}

} // namespace rowcast

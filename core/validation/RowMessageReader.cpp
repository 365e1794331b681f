// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/RowMessageReader.h"

#include <simdjson.h>

namespace rowcast {

namespace json = simdjson::ondemand;

namespace {

constexpr char kKeySeparator = '\x1f'; // no JSON text has it unescaped

struct Names {
    std::string_view recordType;
    std::string_view operation;
    std::string_view schema;
    std::string_view table;
};

RowMessage::Kind kindOf(const Names &names)
{
    using Kind = RowMessage::Kind;
    if (names.recordType != "data") {
        return names.operation == "drop-table" || names.operation == "truncate-table" ? Kind::Clear : Kind::Other;
    }
    if (names.operation == "update") {
        return Kind::Update;
    }
    return names.operation == "delete" ? Kind::Delete : Kind::Set;
}

bool readNames(json::object metadata, Names &names)
{
    for (auto member : metadata) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view *text = name == "record-type" ? &names.recordType
            : name == "operation"                      ? &names.operation
            : name == "schema-name"                    ? &names.schema
            : name == "table-name"                     ? &names.table
                                                       : nullptr;
        if (text != nullptr && member.value().get_string().get(*text) != simdjson::SUCCESS) {
            return false;
        }
    }
    return true;
}

std::string_view upToBrace(std::string_view object)
{
    return object.substr(0, object.find_last_of('}') + 1); // raw_json() may end behind white space
}

} // namespace

struct RowMessageReader::Engine {
    struct Text {
        json::parser parser;
        json::document document;
        std::string buffer; // the text with the padding that simdjson reads over

        bool open(std::string_view text, json::object &root)
        {
            buffer.reserve(text.size() + simdjson::SIMDJSON_PADDING);
            buffer.assign(text);
            return parser.iterate(buffer.data(), text.size(), buffer.capacity()).get(document) == simdjson::SUCCESS
                && document.get_object().get(root) == simdjson::SUCCESS;
        }
    };
    Text message;
    Text row;
};

RowMessageReader::RowMessageReader(std::string beforeField)
    : m_beforeField(std::move(beforeField))
    , m_engine(std::make_unique<Engine>())
{
}

RowMessageReader::~RowMessageReader() = default;

std::optional<RowMessage> RowMessageReader::read(std::string_view value)
{
    json::object root;
    if (!m_engine->message.open(value, root)) {
        return std::nullopt;
    }
    RowMessage message;
    Names names;
    for (auto member : root) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        const bool isBefore = !m_beforeField.empty() && name == m_beforeField;
        if (name != "data" && name != "metadata" && !isBefore) {
            continue;
        }
        json::object object;
        if (member.value().get_object().get(object) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        if (name == "metadata") {
            if (!readNames(object, names)) {
                return std::nullopt;
            }
            continue;
        }
        std::string_view text;
        if (object.raw_json().get(text) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        (isBefore ? message.before : message.data) = upToBrace(text);
    }
    message.kind = kindOf(names);
    message.schema = names.schema;
    message.table = names.table;
    if (names.recordType == "data" && message.data.empty()) {
        return std::nullopt;
    }
    return message;
}

std::optional<std::string> RowMessageReader::key(std::string_view object, const std::vector<std::string> &columns)
{
    json::object row;
    if (!m_engine->row.open(object, row)) {
        return std::nullopt;
    }
    std::string key;
    for (const std::string &column : columns) {
        json::value value;
        std::string_view text;
        if (row.find_field_unordered(column).get(value) != simdjson::SUCCESS
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

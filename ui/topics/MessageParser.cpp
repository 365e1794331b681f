// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageParser.h"

#include <simdjson.h>

#include <string>

namespace rowcast::ui {

namespace {

namespace json = simdjson::ondemand;

constexpr qsizetype kMostNames = 10'000;

MessageKind kindOf(std::string_view recordType, std::string_view operation)
{
    if (recordType == "control") {
        return MessageKind::Control;
    }
    if (operation == "load") {
        return MessageKind::Load;
    }
    if (operation == "insert") {
        return MessageKind::Insert;
    }
    if (operation == "update") {
        return MessageKind::Update;
    }
    return operation == "delete" ? MessageKind::Delete : MessageKind::Other;
}

struct Metadata {
    std::string_view recordType;
    std::string_view operation;
    std::string_view keyType;
    std::string_view schema;
    std::string_view table;
    uint64_t transaction = 0;
};

// Takes what it knows; false where the JSON is broken.
bool readMetadata(json::object object, Metadata &metadata)
{
    for (auto member : object) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view *text = name == "record-type" ? &metadata.recordType
            : name == "operation"                      ? &metadata.operation
            : name == "partition-key-type"             ? &metadata.keyType
            : name == "schema-name"                    ? &metadata.schema
            : name == "table-name"                     ? &metadata.table
                                                       : nullptr;
        if (text != nullptr) {
            if (member.value().get_string().get(*text) != simdjson::SUCCESS) {
                return false;
            }
        } else if (name == "transaction-id") {
            // one that is no number leaves the message without a transaction
            if (member.value().get_uint64().get(metadata.transaction) != simdjson::SUCCESS) {
                metadata.transaction = 0;
            }
        }
    }
    return true;
}

} // namespace

struct MessageParser::Engine {
    json::parser parser;
    json::document document;
    std::string buffer; // the text with the padding that simdjson reads over

    bool open(std::string_view text)
    {
        buffer.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        buffer.assign(text);
        return parser.iterate(buffer.data(), text.size(), buffer.capacity()).get(document) == simdjson::SUCCESS;
    }
};

MessageParser::MessageParser()
    : m_engine(std::make_unique<Engine>())
{
}

MessageParser::~MessageParser() = default;

QByteArray MessageParser::shared(std::string_view name)
{
    const auto found = m_names.constFind(QByteArray::fromRawData(name.data(), qsizetype(name.size())));
    if (found != m_names.constEnd()) {
        return *found;
    }
    if (m_names.size() >= kMostNames) {
        m_names.clear(); // names of a topic that is not what it seems
    }
    return *m_names.insert(QByteArray(name.data(), qsizetype(name.size())));
}

MessageRowPtr MessageParser::read(const TopicRecord &record)
{
    auto row = std::make_shared<MessageRow>();
    row->record = record;
    if (!record.value) {
        row->kind = MessageKind::Tombstone;
    } else if (record.value->startsWith('{')) {
        readFacts(*row);
    }
    return row;
}

void MessageParser::readFacts(MessageRow &row)
{
    const QByteArray &value = *row.record.value;
    json::object root;
    if (!m_engine->open({value.constData(), size_t(value.size())})
        || m_engine->document.get_object().get(root) != simdjson::SUCCESS) {
        return;
    }
    Metadata metadata;
    for (auto member : root) {
        std::string_view name;
        json::object object;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return;
        }
        const bool isBody = name == "data" || name == "control";
        const bool isMetadata = name == "metadata";
        if ((!isBody && !isMetadata) || member.value().get_object().get(object) != simdjson::SUCCESS) {
            continue;
        }
        if (isMetadata && !readMetadata(object, metadata)) {
            return;
        }
        std::string_view body;
        if (isBody && object.raw_json().get(body) == simdjson::SUCCESS) {
            row.bodyBegin = uint32_t(body.data() - m_engine->buffer.data());
            row.bodySize = uint32_t(body.size());
            while (row.bodySize > 0 && value[qsizetype(row.bodyBegin + row.bodySize - 1)] != '}') {
                --row.bodySize; // raw_json() may end behind white space
            }
        }
    }
    row.kind = kindOf(metadata.recordType, metadata.operation);
    row.isRowKey = metadata.keyType == "primary-key";
    row.operation = shared(metadata.operation);
    row.schema = shared(metadata.schema);
    row.table = shared(metadata.table);
    row.transaction = metadata.transaction;
}

std::optional<std::string_view> MessageParser::field(const MessageRow &row, const QByteArray &path)
{
    if (row.bodySize == 0 || !row.record.value
        || !m_engine->open({row.record.value->constData() + row.bodyBegin, row.bodySize})) {
        return std::nullopt;
    }
    json::value value;
    if (m_engine->document.get_value().get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    for (const QByteArray &name : path.split('.')) {
        json::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS
            || object.find_field_unordered(std::string_view(name.constData(), size_t(name.size()))).get(value)
                != simdjson::SUCCESS) {
            return std::nullopt;
        }
    }
    json::json_type type{};
    std::string_view text;
    if (value.type().get(type) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const bool isRead = type == json::json_type::string ? value.get_string().get(text) == simdjson::SUCCESS
        : type == json::json_type::object || type == json::json_type::array
        ? simdjson::to_json_string(value).get(text) == simdjson::SUCCESS
        : (text = value.raw_json_token(), true);
    while (isRead && !text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return isRead ? std::optional(text) : std::nullopt;
}

} // namespace rowcast::ui

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
    DmsMessageParts message;
    const bool isRead = m_reader.read({value.constData(), size_t(value.size())}, message);
    if (!message.body.empty()) {
        row.bodyBegin = uint32_t(message.body.data() - value.constData());
        row.bodySize = uint32_t(message.body.size());
    }
    if (!isRead) {
        return;
    }
    row.kind = kindOf(message.recordType, message.operation);
    row.isRowKey = message.keyType == "primary-key";
    row.operation = shared(message.operation);
    row.schema = shared(message.schema);
    row.table = shared(message.table);
    row.transaction = message.transaction;
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

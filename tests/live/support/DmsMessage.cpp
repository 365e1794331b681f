// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/DmsMessage.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

// Takes the two levels of a message apart and keeps numbers with every digit, which a DOM would round.
class MessageReader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::map<QByteArray, RowTexts> sections;

    bool null() override { return take(std::nullopt); }
    bool boolean(bool value) override { return take(QByteArray(value ? "true" : "false")); }
    bool number_integer(number_integer_t value) override { return take(QByteArray::number(qint64(value))); }
    bool number_unsigned(number_unsigned_t value) override { return take(QByteArray::number(quint64(value))); }
    bool number_float(number_float_t, const string_t &text) override { return take(QByteArray::fromStdString(text)); }
    bool string(string_t &value) override { return take(QByteArray::fromStdString(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return ++m_depth <= 2; }
    bool end_object() override
    {
        --m_depth;
        return true;
    }
    bool key(string_t &name) override
    {
        if (m_depth == 1) {
            m_section = QByteArray::fromStdString(name);
            sections[m_section];
        } else {
            m_column = QByteArray::fromStdString(name);
        }
        return true;
    }
    bool start_array(std::size_t) override { return false; }
    bool end_array() override { return false; }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    bool take(std::optional<QByteArray> text)
    {
        if (m_depth == 2) {
            sections[m_section][m_column] = std::move(text);
        }
        return m_depth > 0;
    }
    int m_depth = 0;
    QByteArray m_section;
    QByteArray m_column;
};

QByteArray textOf(const RowTexts &texts, const QByteArray &name)
{
    const auto found = texts.find(name);
    return found == texts.end() ? QByteArray() : found->second.value_or(QByteArray());
}

} // namespace

std::optional<DmsMessage> parseDmsMessage(const QByteArray &value)
{
    MessageReader reader;
    if (!nlohmann::json::sax_parse(value.begin(), value.end(), &reader) || reader.sections.count("metadata") == 0) {
        return std::nullopt;
    }
    DmsMessage message;
    message.metadata = reader.sections["metadata"];
    message.data = reader.sections["data"];
    message.beforeImage = reader.sections["before-image"];
    message.recordType = textOf(message.metadata, "record-type");
    message.operation = textOf(message.metadata, "operation");
    message.schema = textOf(message.metadata, "schema-name");
    message.table = textOf(message.metadata, "table-name");
    return message;
}

} // namespace rowcast

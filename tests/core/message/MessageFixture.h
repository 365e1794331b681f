// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/MessageEncoder.h"

#include <QDateTime>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace rowcast {

// Encodes one change at a time and keeps its texts.
class Encoded {
public:
    explicit Encoded(const MessageSettings &settings)
        : m_encoder(makeMessageEncoder(settings))
    {
    }

    Result<void> row(const Change &change, int64_t now = 0, const EncodeContext &context = {})
    {
        m_encoder->beginBatch(now);
        return m_encoder->encode(change, context, m_bytes, m_out);
    }
    Result<void> control(const SchemaChange &change, int64_t now = 0)
    {
        m_encoder->beginBatch(now);
        return m_encoder->encodeControl(change, m_bytes, m_out);
    }
    [[nodiscard]] const EncodedMessages &out() const { return m_out; }
    [[nodiscard]] QByteArray key(size_t message = 0) const
    {
        const EncodedMessage &at = m_out.messages.at(message);
        return QByteArray::fromStdString(m_bytes.substr(at.keyBegin, at.keySize));
    }
    [[nodiscard]] QByteArray value(size_t message = 0) const
    {
        const EncodedMessage &at = m_out.messages.at(message);
        return QByteArray::fromStdString(m_bytes.substr(at.valueBegin, at.valueSize));
    }
    [[nodiscard]] QByteArray topic(size_t message = 0) const
    {
        return QByteArray::fromStdString(m_encoder->topics().at(m_out.messages.at(message).topic));
    }
    // "name=value name=value"
    [[nodiscard]] QByteArray headers(size_t message = 0) const
    {
        QByteArrayList list;
        const EncodedMessage &at = m_out.messages.at(message);
        for (size_t i = at.headersBegin; i < at.headersBegin + at.headersCount; ++i) {
            const EncodedHeader &header = m_out.headers.at(i);
            list += QByteArray(header.name.data(), qsizetype(header.name.size())) + '='
                + QByteArray::fromStdString(m_bytes.substr(header.valueBegin, header.valueSize));
        }
        return list.join(' ');
    }
    [[nodiscard]] QByteArray data(size_t message = 0) const
    {
        const QByteArray all = value(message);
        const qsizetype end = all.indexOf("},\"metadata\"");
        return end < 0 ? all : all.mid(8, end - 7);
    }
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    MessageEncoder &encoder() { return *m_encoder; }

private:
    std::unique_ptr<MessageEncoder> m_encoder;
    std::string m_bytes;
    EncodedMessages m_out;
};

// json-unformatted, everything else at its default.
inline MessageSettings plain()
{
    MessageSettings settings;
    settings.taskIdentifier = "task";
    settings.topic = "t";
    settings.isFormatted = false;
    return settings;
}

template <typename Change> MessageSettings with(Change change)
{
    MessageSettings settings = plain();
    change(settings);
    return settings;
}

inline Column column(std::string name, DmsType type = DmsType::WString, bool isLob = false)
{
    Column made;
    made.name = std::move(name);
    made.type = type;
    made.isLob = isLob;
    return made;
}

inline TableSchema schemaOf(
    std::string schema, std::string table, std::vector<Column> columns, std::vector<uint16_t> key)
{
    return {{std::move(schema), std::move(table)}, std::move(columns), std::move(key), {}};
}

inline Cell text(std::string_view value)
{
    return Cell::view(CellKind::Text, value);
}

// 2020-11-26T13:27:02.482358Z and the like.
inline int64_t micros(const char *iso)
{
    const QDateTime time
        = QDateTime::fromString(QString::fromLatin1(iso).left(23) + QLatin1Char('Z'), Qt::ISODateWithMs);
    return time.toMSecsSinceEpoch() * 1000 + QByteArray(iso).mid(23, 3).toInt();
}

} // namespace rowcast

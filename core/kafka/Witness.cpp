// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Witness.h"

#include "core/base/Log.h"

#include <algorithm>

namespace rowcast::kafka {

namespace {

constexpr size_t kMostTexts = 50;
constexpr size_t kMostKeyBytes = 200;
constexpr int kSyslogError = 3;
constexpr int kSyslogWarning = 4;
constexpr int kSyslogInfo = 6;

} // namespace

void Witness::noteLog(int level, const char *facility, const char *text)
{
    const QString line = QString::fromUtf8(text);
    if (level <= kSyslogError) {
        qCWarning(lcTargetApply).noquote() << "librdkafka" << facility << line;
    } else if (level <= kSyslogWarning) {
        qCInfo(lcTargetApply).noquote() << "librdkafka" << facility << line;
    } else {
        qCDebug(lcTargetApply).noquote() << "librdkafka" << facility << line;
    }
    if (level <= kSyslogInfo) {
        keep(line);
    }
}

void Witness::noteError(rd_kafka_resp_err_t code, const char *text)
{
    keep(
        QString::fromUtf8(text) + QStringLiteral(" [") + QString::fromUtf8(rd_kafka_err2name(code)) + QLatin1Char(']'));
}

void Witness::noteDelivery(const rd_kafka_message_t &message)
{
    std::lock_guard lock(m_mutex);
    if (m_delivery) {
        return;
    }
    DeliveryError error;
    error.code = message.err;
    error.text = QString::fromUtf8(rd_kafka_message_errstr(&message));
    error.topic = message.rkt == nullptr ? QString() : QString::fromUtf8(rd_kafka_topic_name(message.rkt));
    if (message.key != nullptr) {
        error.key = QByteArray(
            static_cast<const char *>(message.key), static_cast<qsizetype>(std::min(message.key_len, kMostKeyBytes)));
    }
    error.bytes = message.len + message.key_len;
    m_delivery = std::move(error);
}

void Witness::keep(QString text)
{
    std::lock_guard lock(m_mutex);
    m_texts.push_back(std::move(text));
    if (m_texts.size() > kMostTexts) {
        m_texts.pop_front();
    }
}

std::vector<QString> Witness::texts() const
{
    std::lock_guard lock(m_mutex);
    return {m_texts.begin(), m_texts.end()};
}

QString Witness::lastText() const
{
    std::lock_guard lock(m_mutex);
    return m_texts.empty() ? QString() : m_texts.back();
}

std::optional<DeliveryError> Witness::deliveryError() const
{
    std::lock_guard lock(m_mutex);
    return m_delivery;
}

void Witness::forget()
{
    std::lock_guard lock(m_mutex);
    m_texts.clear();
    m_delivery.reset();
}

} // namespace rowcast::kafka

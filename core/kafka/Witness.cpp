// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Witness.h"

#include "core/base/Log.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowcast::kafka {

namespace {

constexpr size_t kMostTexts = 50;
constexpr std::chrono::minutes kMemory{2};
constexpr size_t kMostKeyBytes = 200;
constexpr int kSyslogCritical = 2;
constexpr int kSyslogError = 3;
constexpr int kSyslogWarning = 4;
constexpr int kSyslogInfo = 6;

} // namespace

void Witness::noteLog(int level, const char *facility, const char *text)
{
    const QString line = QString::fromUtf8(text);
    // brokers close idle connections every few minutes; what it means while connecting, the caller explains
    if (line.contains(QLatin1String("Disconnected")) && level > kSyslogCritical) {
        qCDebug(lcTargetApply).noquote() << "librdkafka" << facility << line;
    } else if (level <= kSyslogError) {
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

void Witness::noteStatistics(const QByteArray &json)
{
    std::vector<BrokerInfo> brokers;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).object().value(QLatin1String("brokers")).toObject()) {
        const QJsonObject broker = value.toObject();
        const QString name = broker.value(QLatin1String("nodename")).toString();
        const auto id = broker.value(QLatin1String("nodeid")).toInt(-1);
        const qsizetype colon = name.lastIndexOf(QLatin1Char(':'));
        if (id >= 0 && colon > 0) {
            brokers.push_back({id, name.left(colon), name.mid(colon + 1).toUShort()});
        }
    }
    std::lock_guard lock(m_mutex);
    m_brokers = std::move(brokers);
}

void Witness::keep(QString text)
{
    std::lock_guard lock(m_mutex);
    m_texts.push_back({std::chrono::steady_clock::now(), std::move(text)});
    if (m_texts.size() > kMostTexts) {
        m_texts.pop_front();
    }
}

std::vector<QString> Witness::texts() const
{
    const auto oldest = std::chrono::steady_clock::now() - kMemory;
    std::lock_guard lock(m_mutex);
    std::vector<QString> recent;
    for (const Text &text : m_texts) {
        if (text.at >= oldest) {
            recent.push_back(text.words);
        }
    }
    return recent;
}

QString Witness::lastText() const
{
    const auto recent = texts();
    return recent.empty() ? QString() : recent.back();
}

std::optional<DeliveryError> Witness::deliveryError() const
{
    std::lock_guard lock(m_mutex);
    return m_delivery;
}

std::vector<BrokerInfo> Witness::learnedBrokers() const
{
    std::lock_guard lock(m_mutex);
    return m_brokers;
}

} // namespace rowcast::kafka

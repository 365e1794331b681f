// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaTopicReader.h"

#include "core/kafka/StandIn.h"
#include "core/kafka/TopicTail.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowcast {

using namespace kafka;

KafkaTopicReader::~KafkaTopicReader()
{
    if (m_admin) {
        auto client = m_admin->client();
        m_admin.reset();
        Client::retire(std::move(client));
    }
}

Result<TopicAdmin *> KafkaTopicReader::admin()
{
    if (!m_admin) {
        auto client = Client::open(m_settings, {.role = ClientRole::AllReader});
        if (!client) {
            return client.error();
        }
        m_admin.emplace(std::move(*client));
    }
    return &*m_admin;
}

Result<std::vector<TopicInfo>> KafkaTopicReader::topics(const std::stop_token &stop)
{
    auto opened = admin();
    if (!opened) {
        return opened.error();
    }
    auto topics = (*opened)->topics(stop);
    if (!topics) {
        return topics;
    }
    std::ranges::sort(*topics, {}, &TopicInfo::name);
    if (auto filled = (*opened)->fillOffsets(*topics, stop); !filled) {
        return filled.error();
    }
    return topics;
}

Result<TopicInfo> KafkaTopicReader::describe(const QString &topic, const std::stop_token &stop)
{
    auto opened = admin();
    if (!opened) {
        return opened.error();
    }
    auto found = (*opened)->topic(topic, stop);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Failure{.code = QStringLiteral("kafka.topic.missing"),
            .cause = QCoreApplication::translate("Kafka", "There is no topic %1.").arg(topic),
            .remedy = QCoreApplication::translate("Kafka", "Choose another topic, or start the task that creates it."),
            .detail = {},
            .retryable = false};
    }
    std::vector<TopicInfo> topics{std::move(**found)};
    if (auto filled = (*opened)->fillOffsets(topics, stop); !filled) {
        return filled.error();
    }
    if (isStandIn(*(*opened)->client())) {
        return std::move(topics.front());
    }
    auto config = (*opened)->topicConfig(topic, stop);
    if (!config && isStopped(config.error())) {
        return config.error();
    }
    // who may read a topic may not always read its configuration
    for (auto it = config ? config->cbegin() : QMap<QString, QString>::const_iterator(); config && it != config->cend();
         ++it) {
        topics.front().config.append({it.key(), it.value()});
    }
    return std::move(topics.front());
}

Result<void> KafkaTopicReader::read(
    const TopicQuery &query, const OnRecords &onRecords, const OnProgress &onProgress, const std::stop_token &stop)
{
    auto opened = admin();
    return opened ? TopicTail(m_settings, **opened, query, onRecords, onProgress).run(stop) : opened.error();
}

} // namespace rowcast

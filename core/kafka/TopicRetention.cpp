// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicRetention.h"

#include "core/kafka/StandIn.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace rowcast::kafka {

namespace {

// Of a setting that is -1 where there is no limit.
std::optional<int64_t> limitOf(const QMap<QString, QString> &config, const char *name)
{
    bool isNumber = false;
    const int64_t value = config.value(QLatin1String(name)).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

Retention nothingKnown(const QString &topic)
{
    Retention retention;
    retention.holder = Retention::Holder::Topic;
    retention.name = topic;
    return retention;
}

} // namespace

Retention topicRetention(const QString &topic, const QMap<QString, QString> &config)
{
    Retention retention = nothingKnown(topic);
    const QString policy = config.value(QStringLiteral("cleanup.policy"));
    retention.isKnown = !policy.isEmpty();
    if (!policy.contains(QLatin1String("delete"))) {
        return retention;
    }
    QStringList longer;
    if (const auto millis = limitOf(config, "retention.ms")) {
        retention.heldSeconds = *millis / 1000;
        longer << QStringLiteral("retention.ms=%1").arg(2 * *millis);
    }
    if (const auto bytes = limitOf(config, "retention.bytes")) {
        retention.mostBytes = uint64_t(*bytes);
        longer << QStringLiteral("retention.bytes=%1").arg(2 * *bytes);
    }
    if (!longer.isEmpty()) {
        retention.remedy = QCoreApplication::translate("Kafka",
            "Let every consumer read it in time, or have the topic keep it longer: `kafka-configs.sh "
            "--bootstrap-server "
            "BROKER --alter --entity-type topics --entity-name %1 --add-config %2`")
                               .arg(topic, longer.join(QLatin1Char(',')));
    }
    return retention;
}

Result<std::vector<Retention>> readTopicRetentions(
    const TopicAdmin &admin, const std::vector<std::string> &topics, const std::stop_token &stop)
{
    auto existing = admin.topics(stop);
    if (!existing) {
        return existing.error();
    }
    std::vector<Retention> retentions;
    for (const std::string &topic : topics) {
        const QString name = QString::fromStdString(topic);
        if (std::ranges::find(*existing, name, &TopicInfo::name) == existing->end()) {
            continue;
        }
        retentions.push_back(nothingKnown(name));
        if (isStandIn(*admin.client())) {
            retentions.back().isKnown = true;
        } else if (auto config = admin.topicConfig(name, stop)) {
            retentions.back() = topicRetention(name, *config);
        } else if (isStopped(config.error()) || config.error().retryable) {
            return config.error();
        }
    }
    return retentions;
}

} // namespace rowcast::kafka

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/MockBroker.h"

#include <QCoreApplication>

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

namespace rowcast {

namespace {

Failure mockFailure(const QString &detail)
{
    return {.code = QStringLiteral("demo.mock"),
        .cause = QCoreApplication::translate("Demo", "The stand-in for Kafka could not be started."),
        .remedy = QCoreApplication::translate("Demo",
            "Install the real one: `bash packaging/servers/fetch.sh kafka` and `sudo apt-get install "
            "default-jre-headless`."),
        .detail = detail,
        .retryable = false};
}

} // namespace

void MockBroker::Destroy::operator()(rd_kafka_s *client) const
{
    rd_kafka_destroy(client);
}

Result<std::unique_ptr<MockBroker>> MockBroker::start(const QStringList &topics)
{
    char words[256] = "";
    rd_kafka_conf_t *settings = rd_kafka_conf_new();
    rd_kafka_conf_set(settings, "test.mock.num.brokers", "1", words, sizeof words);
    rd_kafka_conf_set(settings, "log_level", "3", words, sizeof words); // it announces itself at level 5
    rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, settings, words, sizeof words);
    if (client == nullptr) {
        rd_kafka_conf_destroy(settings);
        return mockFailure(QString::fromUtf8(words));
    }
    std::unique_ptr<MockBroker> broker(new MockBroker);
    broker->m_client.reset(client);
    rd_kafka_mock_cluster_t *cluster = rd_kafka_handle_mock_cluster(client);
    if (cluster == nullptr) {
        return mockFailure(QStringLiteral("no mock cluster in this librdkafka"));
    }
    for (const QString &topic : topics) {
        const auto error = rd_kafka_mock_topic_create(cluster, topic.toUtf8().constData(), 1, 1);
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            return mockFailure(topic + QStringLiteral(": ") + QString::fromUtf8(rd_kafka_err2str(error)));
        }
    }
    broker->m_bootstrapServers = QString::fromUtf8(rd_kafka_mock_cluster_bootstraps(cluster));
    return broker;
}

} // namespace rowcast

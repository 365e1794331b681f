// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Installation.h"
#include "core/sandbox/PrivateServer.h"

#include <memory>
#include <optional>

namespace rowcast {

struct KafkaServerOptions {
    quint16 port = 0; // of the plain listener; 0: a free one
    // "key=value" of the broker's configuration, overriding the defaults. Where "listeners" is among them, the text
    // ${port} and ${controllerPort} in any value is replaced, and the plain listener at ${port} must be kept.
    QStringList properties;
    QStringList formatArguments; // for the storage tool, such as "--add-scram", "SCRAM-SHA-256=[name=app,password=...]"
    QStringList javaArguments; // overriding -Xms128m -Xmx768m and the like
    // One of a cluster, whose properties name all its voters ("controller.quorum.voters"). Such a broker is ready only
    // when most of them run, so they must be started at the same time, each in a thread of its own.
    int nodeId = 1;
    quint16 controllerPort = 0; // 0: a free one
    QString clusterId; // the same for all of them; empty: one of its own
};

// A private Apache Kafka: a KRaft node, broker and controller in one, on 127.0.0.1, log in a private folder. Topics
// make themselves (auto.create.topics.enable=true). Any thread, one at a time. Every call that starts it waits until
// the broker answers requests (90 s at most) and can be stopped.
class KafkaServer final : public PrivateServer {
public:
    static Result<std::unique_ptr<KafkaServer>> start(
        const KafkaServerOptions &options, const std::stop_token &stop = {});

    // Kafka's form of an id: 128 random bits in URL-safe base 64.
    [[nodiscard]] static QString randomId();

    [[nodiscard]] QString bootstrapServers() const { return QStringLiteral("127.0.0.1:%1").arg(m_options.port); }
    [[nodiscard]] quint16 port() const { return m_options.port; }

    // The same data and ports; other properties where given. Stops it first where it runs.
    Result<void> restart(const std::stop_token &stop = {}, const std::optional<QStringList> &properties = {});

private:
    KafkaServer(KafkaServerOptions options, KafkaInstallation installation, PrivateFolder folder);
    Result<void> choosePorts(const KafkaServerOptions &wanted);
    Result<void> writeConfiguration() const;
    Result<void> format(const std::stop_token &stop) const;
    Result<void> takeIdentity() const;
    Result<void> launch(const std::stop_token &stop);

    KafkaServerOptions m_options;
    KafkaInstallation m_installation;
};

} // namespace rowcast

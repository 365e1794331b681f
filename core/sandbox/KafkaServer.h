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
};

// A private Apache Kafka: one KRaft node, broker and controller in one, on 127.0.0.1, log in a private folder. Topics
// make themselves (auto.create.topics.enable=true). Any thread, one at a time. Every call that starts it waits until
// the broker answers requests (90 s at most) and can be stopped.
class KafkaServer final : public PrivateServer {
public:
    static Result<std::unique_ptr<KafkaServer>> start(
        const KafkaServerOptions &options, const std::stop_token &stop = {});

    [[nodiscard]] QString bootstrapServers() const { return QStringLiteral("127.0.0.1:%1").arg(m_options.port); }
    [[nodiscard]] quint16 port() const { return m_options.port; }

    // The same data and ports; other properties where given. Stops it first where it runs.
    Result<void> restart(const std::stop_token &stop = {}, const std::optional<QStringList> &properties = {});

private:
    KafkaServer(KafkaServerOptions options, KafkaInstallation installation, PrivateFolder folder);
    Result<void> choosePorts(bool isPortFree);
    Result<void> writeConfiguration() const;
    Result<void> format(const std::stop_token &stop) const;
    Result<void> launch(const std::stop_token &stop);

    KafkaServerOptions m_options;
    KafkaInstallation m_installation;
    quint16 m_controllerPort = 0;
};

} // namespace rowcast

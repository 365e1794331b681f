// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/KafkaSettings.h"

#include <QDateTime>
#include <QHostAddress>

#include <chrono>
#include <stop_token>

namespace rowcast::kafka {

// What a broker showed in a TLS handshake that succeeded.
struct TlsAnswer {
    QString protocol; // "TLSv1.3"
    QString subject; // common name, or the first alternative name
    QString issuer;
    QDateTime expiry;
};

// Shakes hands by itself, as librdkafka tells an unknown authority and a wrong host name by the same text. Waits on the
// calling thread; ends at once when stopped. Failure codes: kafka.tls.unknown-authority, kafka.tls.wrong-host,
// kafka.tls.expired, kafka.tls.handshake, kafka.tls.file, kafka.protocol.mismatch (no TLS at this port).
Result<TlsAnswer> shakeHands(const KafkaSettings &settings, const BrokerAddress &broker, const QHostAddress &address,
    std::chrono::milliseconds timeout, const std::stop_token &stop);

} // namespace rowcast::kafka

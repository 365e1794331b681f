// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Ports.h"

#include "core/sandbox/LoopbackSocket.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QStringList>

namespace rowcast {

namespace {

constexpr int kFirstPort = 20000;
constexpr int kLastPort = 31999; // Linux gives outgoing connections 32768 and above

std::pair<int, int> allowedPorts()
{
    const QStringList ends = qEnvironmentVariable("ROWCAST_PORTS").split(QLatin1Char('-'));
    const int first = ends.value(0).toInt();
    const int last = ends.value(1).toInt();
    return first > 0 && last >= first && last <= 65535 ? std::pair(first, last) : std::pair(kFirstPort, kLastPort);
}

} // namespace

Result<quint16> freePort()
{
    const auto [first, last] = allowedPorts();
    const int count = last - first + 1;
    const int begin = QRandomGenerator::global()->bounded(count);
    for (int tried = 0; tried < count; ++tried) {
        const auto port = static_cast<quint16>(first + (begin + tried) % count);
        if (LoopbackSocket().bindTo(port)) {
            return port;
        }
    }
    return Failure{.code = QStringLiteral("sandbox.ports"),
        .cause = QCoreApplication::translate("Sandbox", "No port between %1 and %2 is free on 127.0.0.1.")
                     .arg(first)
                     .arg(last),
        .remedy = QCoreApplication::translate(
            "Sandbox", "End a server there, or name other ports: `ROWCAST_PORTS=25000-25999`."),
        .detail = {},
        .retryable = true};
}

bool isListening(quint16 port)
{
    return LoopbackSocket().connectTo(port);
}

} // namespace rowcast

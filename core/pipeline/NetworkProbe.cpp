// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/NetworkProbe.h"

#include "core/base/StoppableCall.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QTcpSocket>

namespace rowcast {

namespace {

Failure nameFailure(const QString &host, const QHostInfo &info)
{
    const bool isUnknown = info.error() != QHostInfo::UnknownError;
    return {.code = isUnknown ? QStringLiteral("network.name.unknown") : QStringLiteral("network.name.failed"),
        .cause = isUnknown
            ? QCoreApplication::translate("NetworkProbe", "The name %1 is not known.").arg(host)
            : QCoreApplication::translate("NetworkProbe", "The name %1 could not be looked up.").arg(host),
        .remedy = isUnknown
            ? QCoreApplication::translate("NetworkProbe",
                "Check the spelling. A name of a private network is known only inside it: connect the VPN, or use an "
                "address. To look it up by hand: `getent hosts %1`.")
                  .arg(host)
            : QCoreApplication::translate("NetworkProbe", "Check this computer's network and its name server."),
        .detail = info.errorString(),
        .retryable = true};
}

struct Attempt {
    bool isOpen = false;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString words;
    QHostAddress localAddress;
};

Failure portFailure(const QString &host, const QHostAddress &address, uint16_t port, const Attempt &attempt)
{
    const QString where = QStringLiteral("%1:%2 (%3)").arg(host).arg(port).arg(address.toString());
    if (attempt.error == QAbstractSocket::ConnectionRefusedError) {
        return {.code = QStringLiteral("network.port.refused"),
            .cause = QCoreApplication::translate("NetworkProbe", "%1 refuses the connection: nothing listens there.")
                         .arg(where),
            .remedy = QCoreApplication::translate(
                "NetworkProbe", "Check the port, and that the server runs and listens on this address."),
            .detail = attempt.words,
            .retryable = true};
    }
    if (attempt.error == QAbstractSocket::SocketTimeoutError) {
        return {.code = QStringLiteral("network.port.timeout"),
            .cause = QCoreApplication::translate("NetworkProbe", "%1 does not answer.").arg(where),
            .remedy = QCoreApplication::translate("NetworkProbe",
                "A firewall or security group drops the packets, or there is no route: allow TCP port %1 inbound from "
                "this "
                "computer.")
                          .arg(port),
            .detail = attempt.words,
            .retryable = true};
    }
    return {.code = QStringLiteral("network.port.unreachable"),
        .cause = QCoreApplication::translate("NetworkProbe", "%1 cannot be reached.").arg(where),
        .remedy
        = QCoreApplication::translate("NetworkProbe", "Check the network, the VPN and the routes of this computer."),
        .detail = attempt.words,
        .retryable = true};
}

Attempt tryPort(const QHostAddress &address, uint16_t port, std::chrono::milliseconds timeout)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    Attempt attempt;
    attempt.isOpen = socket.waitForConnected(static_cast<int>(timeout.count()));
    attempt.error = socket.error();
    attempt.words = socket.errorString();
    attempt.localAddress = socket.localAddress();
    socket.abort();
    return attempt;
}

} // namespace

Result<QList<QHostAddress>> resolveName(const QString &host, const std::stop_token &stop)
{
    if (const QHostAddress numeric(host); !numeric.isNull()) {
        return QList<QHostAddress>{numeric};
    }
    const auto info = callStoppable(stop, [host] { return QHostInfo::fromName(host); });
    if (!info) {
        return stoppedFailure();
    }
    if (info->error() != QHostInfo::NoError || info->addresses().isEmpty()) {
        return nameFailure(host, *info);
    }
    return info->addresses();
}

Result<OpenedPort> openPort(const QString &host, const QList<QHostAddress> &addresses, uint16_t port,
    std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    Failure failure = portFailure(host, {}, port, {});
    for (const QHostAddress &address : addresses) {
        const auto attempt = callStoppable(stop, [address, port, timeout] { return tryPort(address, port, timeout); });
        if (!attempt) {
            return stoppedFailure();
        }
        if (attempt->isOpen) {
            return OpenedPort{address, attempt->localAddress};
        }
        failure = portFailure(host, address, port, *attempt);
    }
    return failure;
}

} // namespace rowcast

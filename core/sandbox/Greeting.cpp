// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Greeting.h"

#include "core/sandbox/LoopbackSocket.h"

#include <QDataStream>
#include <QIODevice>

namespace rowcast {

namespace {

// Metadata, version 1, without a client's name and about no topic; big-endian.
QByteArray metadataRequest(qint32 correlation)
{
    constexpr qint32 kSize = 2 + 2 + 4 + 2 + 4;
    constexpr qint16 kMetadata = 3;
    constexpr qint16 kVersion = 1;
    constexpr qint16 kNoClientName = -1;
    constexpr qint32 kNoTopics = 0;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kSize << kMetadata << kVersion << correlation << kNoClientName << kNoTopics;
    return bytes;
}

} // namespace

bool isMySqlGreeting(quint16 port, std::chrono::milliseconds timeout)
{
    constexpr qsizetype kHeaderBytes = 4;
    constexpr char kProtocolVersion = 10;
    const LoopbackSocket socket;
    if (!socket.connectTo(port)) {
        return false;
    }
    return socket.read(kHeaderBytes + 1, timeout).endsWith(kProtocolVersion);
}

bool isKafkaAnswering(quint16 port, std::chrono::milliseconds timeout)
{
    constexpr qint32 kCorrelation = 0x726f7763;
    const LoopbackSocket socket;
    if (!socket.connectTo(port) || !socket.write(metadataRequest(kCorrelation))) {
        return false;
    }
    QDataStream answer(socket.read(3 * sizeof(qint32), timeout));
    qint32 size = 0;
    qint32 correlation = 0;
    qint32 brokers = 0;
    answer >> size >> correlation >> brokers;
    return answer.status() == QDataStream::Ok && correlation == kCorrelation && brokers > 0;
}

} // namespace rowcast

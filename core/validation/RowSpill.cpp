// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/RowSpill.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstring>

namespace rowcast {

namespace {

constexpr size_t kBufferBytes = 16 * 1024;

// In front of each row; the files never leave this computer.
struct RowHead {
    int64_t timestampMillis = 0;
    uint32_t keyBytes = 0;
    uint32_t dataBytes = 0;
    int32_t partition = 0;
    uint16_t table = 0;
    RowMessage::Kind kind = RowMessage::Kind::Set;
    bool isInWindow = false;
};

Failure diskFailure(const QString &path, const QString &words)
{
    return {.code = QStringLiteral("validation.disk"),
        .cause = QCoreApplication::translate("Validation", "The rows to be compared cannot be kept in %1.").arg(path),
        .remedy = QCoreApplication::translate("Validation",
            "Free space there, or choose another storage folder of the replication instance: tables and topics need "
            "about their own size."),
        .detail = words,
        .retryable = false};
}

size_t bucketOf(const SpilledRow &row)
{
    return (std::hash<std::string_view>{}(row.key) ^ row.table * size_t(0x9E3779B97F4A7C15)) % RowSpill::kBuckets;
}

} // namespace

RowSpill::RowSpill(const QString &pattern)
    : m_folder(pattern)
{
}

Result<std::unique_ptr<RowSpill>> RowSpill::create(const QString &folder)
{
    const QString parent = folder.isEmpty() ? QDir::tempPath() : folder;
    QDir().mkpath(parent); // where that fails, the next line tells why
    std::unique_ptr<RowSpill> spill(new RowSpill(parent + QStringLiteral("/rowcast-validation-XXXXXX")));
    if (!spill->m_folder.isValid()) {
        return diskFailure(parent, spill->m_folder.errorString());
    }
    return spill;
}

QString RowSpill::path(Side side, size_t bucket) const
{
    return m_folder.filePath(QString::number(int(side)) + QLatin1Char('-') + QString::number(bucket));
}

Result<void> RowSpill::add(Side side, const SpilledRow &row)
{
    return append(side, bucketOf(row), row);
}

Result<void> RowSpill::addEverywhere(Side side, const SpilledRow &row)
{
    for (size_t bucket = 0; bucket < kBuckets; ++bucket) {
        if (auto added = append(side, bucket, row); !added) {
            return added;
        }
    }
    return {};
}

Result<void> RowSpill::append(Side side, size_t bucket, const SpilledRow &row)
{
    const RowHead head{row.timestampMillis, uint32_t(row.key.size()), uint32_t(row.data.size()), row.partition,
        row.table, row.kind, row.isInWindow};
    std::string &buffer = m_buffers[size_t(side)][bucket];
    buffer.append(reinterpret_cast<const char *>(&head), sizeof head);
    buffer.append(row.key);
    buffer.append(row.data);
    return buffer.size() < kBufferBytes ? Result<void>{} : flush(side, bucket);
}

Result<void> RowSpill::flush(Side side, size_t bucket)
{
    std::string &buffer = m_buffers[size_t(side)][bucket];
    if (buffer.empty()) {
        return {};
    }
    QFile file(path(side, bucket));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)
        || file.write(buffer.data(), qint64(buffer.size())) != qint64(buffer.size()) || !file.flush()) {
        return diskFailure(m_folder.path(), file.errorString());
    }
    buffer.clear();
    return {};
}

Result<void> RowSpill::read(Side side, size_t bucket, const std::function<void(const SpilledRow &)> &visit)
{
    if (auto flushed = flush(side, bucket); !flushed) {
        return flushed;
    }
    QFile file(path(side, bucket));
    if (!file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return diskFailure(m_folder.path(), file.errorString());
    }
    QByteArray text;
    RowHead head;
    while (file.read(reinterpret_cast<char *>(&head), sizeof head) == qint64(sizeof head)) {
        const qint64 bytes = qint64(head.keyBytes) + head.dataBytes;
        text.resize(qsizetype(bytes));
        if (file.read(text.data(), bytes) != bytes) {
            return diskFailure(m_folder.path(), file.errorString());
        }
        const std::string_view both(text.constData(), size_t(bytes));
        visit({head.kind, head.isInWindow, head.table, head.partition, head.timestampMillis,
            both.substr(0, head.keyBytes), both.substr(head.keyBytes)});
    }
    return {};
}

} // namespace rowcast

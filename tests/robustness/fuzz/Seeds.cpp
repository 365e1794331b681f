// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/Seeds.h"

#include "tests/core/mysql/Capture.h"
#include "tests/robustness/fuzz/TextTargets.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace rowcast::fuzz {

namespace {

using namespace rowcast::mysql;

QString sourceFolder(const QString &path)
{
    return qEnvironmentVariable("ROWCAST_SOURCE_DIR") + QLatin1Char('/') + path;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Bytes> filesOf(const QString &folder, std::string_view target)
{
    const QDir files(sourceFolder(QStringLiteral("tests/robustness/fuzz/") + folder + QLatin1Char('/'))
        + QString::fromUtf8(target.data(), qsizetype(target.size())));
    std::vector<Bytes> all;
    for (const QFileInfo &file : files.entryInfoList(QDir::Files, QDir::Name)) {
        const QByteArray content = contentOf(file.filePath());
        all.emplace_back(content.begin(), content.end());
    }
    return all;
}

QFileInfoList dataFiles(const QString &pattern)
{
    return QDir(sourceFolder(QStringLiteral("tests/data/mysql"))).entryInfoList({pattern}, QDir::Files, QDir::Name);
}

// The events of all captures, each by what the function makes of its bytes.
template <typename Make> void addEvents(std::vector<Bytes> &seeds, const Make &make)
{
    for (const QFileInfo &file : dataFiles(QStringLiteral("*.binlog"))) {
        const Capture capture(file.completeBaseName());
        (void)capture.forEachEvent([&](const BinlogEvent &event, size_t at) {
            const size_t size = std::min<size_t>(event.header.eventBytes, capture.binlog().size() - at);
            make(event, std::span(capture.binlog()).subspan(at, size));
            return Result<void>();
        });
    }
    std::ranges::sort(seeds);
    seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
}

Bytes behindZero(std::span<const uint8_t> bytes)
{
    Bytes seed{0};
    seed.insert(seed.end(), bytes.begin(), bytes.end());
    return seed;
}

void addStatements(std::vector<Bytes> &seeds)
{
    for (const QFileInfo &file : dataFiles(QStringLiteral("*.sql"))) {
        for (const QByteArray &statement : contentOf(file.filePath()).split(';')) {
            const QByteArray text = statement.trimmed();
            seeds.push_back(behindZero({reinterpret_cast<const uint8_t *>(text.constData()), size_t(text.size())}));
            seeds.back()[0] = seeds.size() % 8 == 0 ? kWithRestore : 0;
        }
    }
}

} // namespace

std::vector<Bytes> seedsOf(std::string_view target)
{
    std::vector<Bytes> seeds = filesOf(QStringLiteral("seeds"), target);
    if (target == "binlogparser") {
        addEvents(
            seeds, [&](const BinlogEvent &, std::span<const uint8_t> bytes) { seeds.push_back(behindZero(bytes)); });
    } else if (target == "payload") {
        addEvents(seeds, [&](const BinlogEvent &event, std::span<const uint8_t> bytes) {
            if (std::holds_alternative<TransactionPayloadEvent>(event.body)) {
                const auto body = bytes.subspan(std::min(EventHeader::kBytes, bytes.size()));
                seeds.emplace_back(body.begin(), body.end());
            }
        });
    } else if (target == "ddl") {
        addStatements(seeds);
    }
    return seeds;
}

std::vector<Bytes> foundCases(std::string_view target)
{
    return filesOf(QStringLiteral("found"), target);
}

} // namespace rowcast::fuzz

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/Kcat.h"

#include <QElapsedTimer>
#include <QProcess>

namespace rowcast::bench {

namespace {

constexpr int kMostMs = 600'000;

Failure kcatFailed(const QString &words)
{
    return {.code = QStringLiteral("bench.kcat"),
        .cause = QStringLiteral("kcat did not do its part of the comparison."),
        .remedy = QStringLiteral("Install the package kcat."),
        .detail = words,
        .retryable = false};
}

} // namespace

Kcat::Kcat(QString brokers, QString folder)
    : m_brokers(std::move(brokers))
    , m_folder(std::move(folder))
{
}

Result<void> Kcat::run(const QStringList &arguments, const QString &outputFile) const
{
    QProcess process;
    if (!outputFile.isEmpty()) {
        process.setStandardOutputFile(outputFile);
    }
    process.start(
        QStringLiteral("kcat"), QStringList{QStringLiteral("-q"), QStringLiteral("-b"), m_brokers} + arguments);
    if (!process.waitForFinished(kMostMs)) {
        return kcatFailed(process.errorString());
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return kcatFailed(QString::fromUtf8(process.readAllStandardError()));
    }
    return {};
}

Result<QString> Kcat::save(const QString &topic) const
{
    const QString file = m_folder + QLatin1Char('/') + topic + QStringLiteral(".messages");
    const QStringList arguments{QStringLiteral("-C"), QStringLiteral("-t"), topic, QStringLiteral("-o"),
        QStringLiteral("beginning"), QStringLiteral("-e"), QStringLiteral("-X"),
        QStringLiteral("isolation.level=read_committed"), QStringLiteral("-f"), QStringLiteral("%k\\t%s\\n")};
    if (auto saved = run(arguments, file); !saved) {
        return saved.error();
    }
    return file;
}

Result<double> Kcat::produce(const QString &file, const QString &topic) const
{
    QStringList arguments{QStringLiteral("-P"), QStringLiteral("-t"), topic, QStringLiteral("-K"),
        QStringLiteral("\\t"), QStringLiteral("-l")};
    for (const char *property : {"enable.idempotence=true", "acks=all", "compression.codec=lz4", "linger.ms=10",
             "batch.size=1000000", "queue.buffering.max.kbytes=2000000"}) {
        arguments << QStringLiteral("-X") << QString::fromLatin1(property);
    }
    arguments << file;
    QElapsedTimer timer;
    timer.start();
    if (auto produced = run(arguments, {}); !produced) {
        return produced.error();
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace rowcast::bench

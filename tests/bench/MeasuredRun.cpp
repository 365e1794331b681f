// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/MeasuredRun.h"

#include "tests/live/worker/ProcessStatus.h"
#include "tests/live/worker/WorkerProcess.h"

#include <QElapsedTimer>

namespace rowcast::bench {

namespace {

constexpr int kMostMs = 600'000;
constexpr int kLookMs = 50;

// VmHWM of proc(5): the most that was resident so far.
double mostMegabytes(qint64 process)
{
    return tests::processStatus(process, "VmHWM:").split(' ').first().toDouble() / 1024;
}

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

Failure runFailed(const tests::WorkerProcess &worker)
{
    return {.code = QStringLiteral("bench.worker"),
        .cause = QStringLiteral("The worker did not end as it should."),
        .remedy = {},
        .detail = worker.lastErrorLine(),
        .retryable = false};
}

} // namespace

Result<MeasuredRun> measure(const QJsonObject &document, const QStringList &arguments)
{
    tests::WorkerProcess worker(document);
    QElapsedTimer process;
    process.start();
    worker.start(arguments);
    const auto isStopped
        = [](const QJsonObject &line) { return line[QLatin1String("event")] == QLatin1String("stopped"); };
    // little work is done before its state is shown
    const auto isUnderWay = [&isStopped](const QJsonObject &line) {
        return line[QLatin1String("Status")] == QLatin1String("running") || isStopped(line);
    };
    if (!worker.waitFor(isUnderWay, kMostMs)) {
        return runFailed(worker);
    }
    QElapsedTimer running;
    running.start();
    MeasuredRun measured;
    const bool isShort = isStopped(worker.last(QStringLiteral("stopped")));
    while (!isShort && !worker.waitFor(isStopped, kLookMs)) {
        if (running.hasExpired(kMostMs)) {
            return runFailed(worker);
        }
        measured.mostMegabytes = std::max(measured.mostMegabytes, mostMegabytes(worker.processId()));
        if (worker.processId() == 0) {
            return runFailed(worker);
        }
    }
    measured.seconds = seconds(isShort ? process : running);
    if (worker.waitForEnd() != 0) {
        return runFailed(worker);
    }
    measured.processSeconds = seconds(process);
    return measured;
}

} // namespace rowcast::bench

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskTexts.h"

#include "ui/topics/MessageTexts.h"
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::TaskTexts)
};

// DMS's stop reasons, as the engine prints them, for people.
QString reasonText(const QString &reason)
{
    if (reason.contains(QLatin1String("NORMAL"))) {
        return Words::tr("Stopped by a person");
    }
    if (reason.contains(QLatin1String("FULL_LOAD_ONLY")) || reason.contains(QLatin1String("FULL_LOAD_FINISHED"))) {
        return Words::tr("Full load complete");
    }
    if (reason.contains(QLatin1String("STOPPED_AFTER"))) {
        return Words::tr("Stopped after the full load");
    }
    return reason;
}

} // namespace

QString phaseText(TaskPhase phase)
{
    switch (phase) {
    case TaskPhase::FullLoad:
        return Words::tr("Full load");
    case TaskPhase::CachedChanges:
        return Words::tr("Cached changes");
    case TaskPhase::Cdc:
        return Words::tr("Change data capture");
    case TaskPhase::None:
        break;
    }
    return {};
}

QString outcomeText(const TaskSnapshot &snapshot, bool wasInterrupted)
{
    if (snapshot.failure && snapshot.status == TaskStatus::Failed) {
        return snapshot.failure->cause;
    }
    if (isActive(snapshot.status)) {
        return snapshot.attempt > 0 && snapshot.failure ? Words::tr("Trying again: %1").arg(snapshot.failure->cause)
                                                        : QString();
    }
    if (wasInterrupted) {
        return Words::tr("Interrupted: the program ended while it ran");
    }
    return reasonText(snapshot.stopReason);
}

QString lagText(double seconds)
{
    const QLocale locale;
    if (seconds < 10) {
        return Words::tr("%1 s").arg(locale.toString(std::max(0.0, seconds), 'f', 1));
    }
    if (seconds < 120) {
        return Words::tr("%1 s").arg(locale.toString(seconds, 'f', 0));
    }
    if (seconds < 2 * 3600) {
        return Words::tr("%1 min").arg(locale.toString(seconds / 60, 'f', 0));
    }
    return Words::tr("%1 h").arg(locale.toString(seconds / 3600, 'f', 1));
}

QString rateText(double perSecond)
{
    return Words::tr("%1/s").arg(QLocale().toString(perSecond, 'f', 0));
}

QString byteRateText(double bytesPerSecond)
{
    return Words::tr("%1/s").arg(sizeText(uint64_t(std::max(0.0, bytesPerSecond))));
}

QString countText(uint64_t count)
{
    constexpr uint64_t kMillion = 1'000'000;
    const QLocale locale;
    if (count < kMillion) {
        return locale.toString(qulonglong(count));
    }
    return Words::tr("%1 million").arg(locale.toString(double(count) / double(kMillion), 'f', 1));
}

uint64_t errorCount(const TaskSnapshot &snapshot)
{
    uint64_t errors = 0;
    for (const TableStatistics &table : snapshot.tables) {
        errors += table.fullLoadErrorRows + (table.state == TableState::Error ? 1 : 0);
    }
    return errors;
}

int64_t lastChangeMicros(const TaskSnapshot &snapshot)
{
    int64_t last = 0;
    for (const TableStatistics &table : snapshot.tables) {
        last = std::max(last, table.lastUpdateMicros);
    }
    return last;
}

uint64_t reloadRows(const TaskSnapshot &snapshot)
{
    uint64_t rows = 0;
    for (const TableStatistics &table : snapshot.tables) {
        // what is known of a loaded table: its rows then, and what came and went since
        const uint64_t come = table.fullLoadRows + table.appliedInserts;
        rows += table.state == TableState::Completed && table.fullLoadRows > 0
            ? come - std::min(come, table.appliedDeletes)
            : std::max(table.estimatedRows, table.fullLoadRows);
    }
    return rows;
}

} // namespace rowcast::ui

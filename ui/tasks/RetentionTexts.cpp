// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/RetentionTexts.h"

#include "ui/topics/MessageTexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <tuple>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::Retention)
};

using State = Retention::State;

constexpr double kFar = std::numeric_limits<double>::max();

double ageOf(const Retention &retention, int64_t nowMicros)
{
    return std::max(0.0, double(nowMicros - retention.neededMicros) / 1e6);
}

QString heldText(const Retention &retention)
{
    return spanText(double(retention.heldSeconds.value_or(0)));
}

QString roomText(const Retention &retention)
{
    if (!retention.mostBytes) {
        return {};
    }
    if (retention.holder == Retention::Holder::Topic) {
        return Words::tr("at most %1 in each partition").arg(sizeText(*retention.mostBytes));
    }
    return retention.bytesLeft
        ? Words::tr("room for %1 of %2 left").arg(sizeText(*retention.bytesLeft), sizeText(*retention.mostBytes))
        : Words::tr("at most %1 in all").arg(sizeText(*retention.mostBytes));
}

QString sourceText(const Retention &source, int64_t nowMicros)
{
    if (!source.heldSeconds) {
        return {};
    }
    if (*source.heldSeconds == 0) {
        return Words::tr("purged as soon as possible: after a stop the task may not be able to go on");
    }
    const auto left = source.secondsLeft(nowMicros);
    if (!left) {
        return Words::tr("kept for %1").arg(heldText(source));
    }
    if (isWhole(source, nowMicros)) {
        return Words::tr("all of %1 left").arg(heldText(source));
    }
    return *left > 0 ? Words::tr("%1 left of %2").arg(spanText(*left), heldText(source))
                     : Words::tr("kept for %1, and the task stands %2 back: it may be purged already")
                           .arg(heldText(source), spanText(ageOf(source, nowMicros)));
}

QString topicText(const Retention &topic, int64_t nowMicros)
{
    if (!topic.heldSeconds) {
        return {};
    }
    const QString pause = Words::tr("a consumer may pause for %1").arg(heldText(topic));
    const auto left = topic.secondsLeft(nowMicros);
    if (!left) {
        return pause;
    }
    const QString first = *left > 0
        ? Words::tr("what the task sent first is deleted in %1 at the earliest").arg(spanText(*left))
        : Words::tr("what the task sent first is being deleted");
    return pause + QStringLiteral("; ") + first;
}

} // namespace

QString spanText(double seconds)
{
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    constexpr double kDay = 86'400;
    const auto whole = [seconds](double unit) { return QLocale().toString(qlonglong(std::max(0.0, seconds) / unit)); };
    if (seconds < 2 * kMinute) {
        return Words::tr("%1 s").arg(whole(1));
    }
    if (seconds < 2 * kHour) {
        return Words::tr("%1 min").arg(whole(kMinute));
    }
    return seconds < 2 * kDay ? Words::tr("%1 h").arg(whole(kHour)) : Words::tr("%1 d").arg(whole(kDay));
}

bool isWhole(const Retention &retention, int64_t nowMicros)
{
    constexpr double kWhole = 0.99; // the second that a task lags is no loss, and numbers should not flicker
    return retention.shareLeft(nowMicros).value_or(0) >= kWhole;
}

QString retentionText(const Retention &retention, int64_t nowMicros)
{
    if (!retention.isKnown) {
        return {};
    }
    const bool isTopic = retention.holder == Retention::Holder::Topic;
    QStringList parts
        = {isTopic ? topicText(retention, nowMicros) : sourceText(retention, nowMicros), roomText(retention)};
    parts.removeAll(QString());
    const QString text = parts.isEmpty() ? Words::tr("kept for good") : parts.join(QStringLiteral("; "));
    return isTopic ? QStringLiteral("%1: %2").arg(retention.name, text) : text;
}

QString retentionAlarmText(const Retention &retention, const TaskSnapshot &task, int64_t nowMicros)
{
    if (retention.holder == Retention::Holder::Topic) {
        return Words::tr("topic %1 keeps %2, and deletes what was sent first in %3")
            .arg(retention.name, heldText(retention), spanText(retention.secondsLeft(nowMicros).value_or(0)));
    }
    if (retention.heldSeconds == 0) {
        return Words::tr("binlogs are purged as soon as possible");
    }
    const auto left = retention.secondsLeft(nowMicros);
    if (!left || *left > Retention::kShortShare * double(*retention.heldSeconds)) {
        return Words::tr("binlogs: %1").arg(roomText(retention));
    }
    const QString age = spanText(ageOf(retention, nowMicros));
    const QString since = isActive(task.status) ? Words::tr("binlog retention %1, task behind by %2")
                                                : Words::tr("binlog retention %1, task stopped for %2");
    return since.arg(heldText(retention), age) + QStringLiteral(": ")
        + (*left > 0 ? Words::tr("%1 left").arg(spanText(*left)) : Words::tr("it may be purged already"));
}

Status retentionStatus(const Retention &retention, int64_t nowMicros)
{
    if (!retention.isAlarming(nowMicros)) {
        return Status::Neutral;
    }
    // "as soon as possible" is a setting, and no sign that it has happened
    const bool isTooLate = retention.state(nowMicros) == State::BurntDown && retention.heldSeconds != 0;
    return isTooLate ? Status::Failed : Status::Warning;
}

const Retention *firstTopic(const std::vector<Retention> &retentions, int64_t nowMicros)
{
    static constexpr double kFar = std::numeric_limits<double>::max();
    const auto order = [nowMicros](const Retention &topic) {
        const double left = topic.secondsLeft(nowMicros).value_or(0);
        return std::tuple(left > 0 ? left : kFar, topic.heldSeconds ? double(*topic.heldSeconds) : kFar);
    };
    const Retention *first = nullptr;
    for (const Retention &retention : retentions) {
        if (retention.holder == Retention::Holder::Topic && (first == nullptr || order(retention) < order(*first))) {
            first = &retention;
        }
    }
    return first;
}

} // namespace rowcast::ui

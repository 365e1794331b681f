// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetentionAlarm.h"

#include <QDateTime>

#include <array>

namespace rowcast {

namespace {

// "90 s", "15 min", "4 h", "7 d": rounded down, as more must not be promised than is left.
QString span(double seconds)
{
    struct Unit {
        double seconds;
        double until;
        const char *name;
    };
    constexpr std::array kUnits
        = {Unit{1, 120, " s"}, Unit{60, 7200, " min"}, Unit{3600, 172'800, " h"}, Unit{86'400, 1e18, " d"}};
    for (const Unit &unit : kUnits) {
        if (seconds < unit.until) {
            return QString::number(int64_t(seconds / unit.seconds)) + QLatin1String(unit.name);
        }
    }
    return {};
}

QString time(int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODate);
}

QString topicText(const Retention &topic, int64_t nowMicros)
{
    return QStringLiteral("Topic %1 keeps records for %2: in %3 it begins to delete what this task sent first (%4)")
        .arg(topic.name, span(double(topic.heldSeconds.value_or(0))), span(topic.secondsLeft(nowMicros).value_or(0)),
            time(topic.neededMicros));
}

QString sourceText(const Retention &source, int64_t nowMicros)
{
    if (source.heldSeconds == 0) {
        return QStringLiteral(
            "The server purges its %1s as soon as possible: a task that stops may not be able to go on")
            .arg(source.name);
    }
    const auto seconds = source.secondsLeft(nowMicros);
    const bool isOfTime = seconds && *seconds <= Retention::kShortShare * double(*source.heldSeconds);
    if (!isOfTime) {
        return QStringLiteral("The server keeps %1 bytes of %2s: the one that this task needs goes after %3 more")
            .arg(*source.mostBytes)
            .arg(source.name)
            .arg(*source.bytesLeft);
    }
    const QString held = QStringLiteral("The server keeps its %1s for %2 and this task's position is of %3: ")
                             .arg(source.name, span(double(*source.heldSeconds)), time(source.neededMicros));
    return held
        + (*seconds > 0 ? QStringLiteral("it is sure to be there for %1 more").arg(span(*seconds))
                        : QStringLiteral("it may be purged already"));
}

} // namespace

bool RetentionAlarm::isDue(const Retention &retention, int64_t nowMicros)
{
    bool &isTold = m_isTold[{retention.holder, retention.name}];
    if (retention.isAlarming(nowMicros)) {
        return !std::exchange(isTold, true);
    }
    // what is not known any more says nothing of how long it is
    if (retention.state(nowMicros) == Retention::State::ForGood
        || retention.shareLeft(nowMicros).value_or(0) > kLongAgainShare) {
        isTold = false;
    }
    return false;
}

QString RetentionAlarm::text(const Retention &retention, int64_t nowMicros)
{
    const QString fact = retention.holder == Retention::Holder::Topic ? topicText(retention, nowMicros)
                                                                      : sourceText(retention, nowMicros);
    return fact + QStringLiteral(". ") + retention.remedy;
}

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/WriterRecord.h"

#include "core/base/Random.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <chrono>
#include <ctime>

namespace rowcast::kafka {

namespace {

// "host 4711 since 2023-01-01T10:00:00Z", or empty.
QString describe(const std::optional<std::string> &record)
{
    if (!record) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*record)).object();
    return QCoreApplication::translate("Kafka", "process %1 on %2 since %3")
        .arg(QString::number(object.value(QLatin1String("pid")).toInteger()),
            object.value(QLatin1String("host")).toString(), object.value(QLatin1String("since")).toString());
}

} // namespace

std::string makeWriterRecord()
{
    SystemRandom random;
    const QJsonObject object{{QStringLiteral("id"), QString::fromStdString(randomId(random))},
        {QStringLiteral("host"), QSysInfo::machineHostName()},
        {QStringLiteral("pid"), QCoreApplication::applicationPid()},
        {QStringLiteral("since"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Failure fencedFailure(const std::optional<std::string> &newer, const QString &detail)
{
    return {.code = QStringLiteral("kafka.fenced"),
        .cause = newer ? QCoreApplication::translate("Kafka", "This run was fenced by a newer run of this task (%1).")
                             .arg(describe(newer))
                       : QCoreApplication::translate("Kafka", "This run was fenced by a newer run of this task."),
        .remedy = QCoreApplication::translate("Kafka",
            "Only one run of a task can write at a time, and the newer one goes on. Stop it first if this one is to "
            "run, or "
            "give the tasks different identifiers."),
        .detail = detail,
        .retryable = false};
}

Failure expiredFailure(const QString &detail)
{
    return {.code = QStringLiteral("kafka.transaction.expired"),
        .cause = QCoreApplication::translate(
            "Kafka", "The Kafka transaction took longer than its time-out and was aborted by the broker."),
        .remedy = QCoreApplication::translate("Kafka",
            "The task goes on at its last checkpoint by itself. If it happens without the computer having slept, look "
            "at the "
            "brokers' load, or raise `transaction.timeout.ms` in ProducerProperties."),
        .detail = detail,
        .retryable = true};
}

int64_t millisSinceBoot()
{
#ifdef CLOCK_BOOTTIME
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
        return int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    }
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace rowcast::kafka

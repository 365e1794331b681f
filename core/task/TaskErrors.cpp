// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskErrors.h"

#include "core/base/Log.h"

#include <QCoreApplication>

namespace rowcast {

TaskErrors::TaskErrors(const TaskSettings &settings, Statistics &statistics)
    : m_settings(settings)
    , m_statistics(statistics)
{
}

void TaskErrors::reset(std::map<TableId, Failure> suspended)
{
    for (const auto &[table, failure] : suspended) {
        m_statistics.setFailed(table, failure);
    }
    std::lock_guard lock(m_mutex);
    m_suspended = std::move(suspended);
    m_dataErrors.clear();
}

bool TaskErrors::isSuspended(const TableId &table) const
{
    std::lock_guard lock(m_mutex);
    return m_suspended.contains(table);
}

void TaskErrors::suspend(const TableId &table, const Failure &failure)
{
    {
        std::lock_guard lock(m_mutex);
        if (!m_suspended.try_emplace(table, failure).second) {
            return;
        }
    }
    m_statistics.setFailed(table, failure);
    qCCritical(lcTaskManager).noquote() << "Table" << table.text() << "is suspended:" << failure.text()
                                        << failure.remedy;
}

Result<void> TaskErrors::tableFailed(const TableId &table, const Failure &failure)
{
    if (m_settings.policy("ErrorBehavior.TableErrorPolicy") == ErrorPolicy::StopTask) {
        return failure;
    }
    suspend(table, failure);
    const int64_t most = m_settings.integer("ErrorBehavior.TableErrorEscalationCount");
    std::lock_guard lock(m_mutex);
    return most > 0 && int64_t(m_suspended.size()) >= most ? Result<void>{failure} : Result<void>{};
}

Result<void> TaskErrors::rowFailed(const TableId &table, const QString &rowKey, const Failure &failure)
{
    return apply(m_settings.dataErrorPolicy(), table, failure, QStringLiteral("row %1 was left out").arg(rowKey));
}

Result<void> TaskErrors::valueCut(const TableId &table, const QString &rowKey, const QString &column, uint64_t bytes)
{
    const Failure failure{.code = QStringLiteral("message.value.cut"),
        .cause
        = QCoreApplication::translate("TaskErrors", "Column %1 of row %2 in %3 has %4 bytes and was cut to LobMaxSize.")
              .arg(column, rowKey, table.text())
              .arg(bytes),
        .remedy = QCoreApplication::translate("TaskErrors",
            "Raise `TargetMetadata.LobMaxSize`, or leave it out of the task settings: LOBs are then written whole."),
        .detail = {},
        .retryable = false};
    return apply(m_settings.policy("ErrorBehavior.DataTruncationErrorPolicy"), table, failure,
        QStringLiteral("row %1 was sent with column %2 cut").arg(rowKey, column));
}

Result<void> TaskErrors::apply(ErrorPolicy policy, const TableId &table, const Failure &failure, const QString &action)
{
    switch (policy) {
    case ErrorPolicy::StopTask:
        return failure;
    case ErrorPolicy::SuspendTable:
        suspend(table, failure);
        return {};
    case ErrorPolicy::Ignore:
    case ErrorPolicy::LogError:
        break;
    }
    qCWarning(lcTargetApply).noquote() << table.text() + QLatin1Char(':') << action + QLatin1Char(':')
                                       << failure.text();
    return countDataError(table, failure);
}

Result<void> TaskErrors::countDataError(const TableId &table, const Failure &failure)
{
    const int64_t most = m_settings.integer("ErrorBehavior.DataErrorEscalationCount");
    {
        std::lock_guard lock(m_mutex);
        if (++m_dataErrors[table] < most || most == 0) {
            return {};
        }
    }
    if (m_settings.policy("ErrorBehavior.DataErrorEscalationPolicy") == ErrorPolicy::StopTask) {
        return failure;
    }
    suspend(table, failure);
    return {};
}

} // namespace rowcast

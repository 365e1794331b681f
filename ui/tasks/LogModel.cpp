// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LogModel.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/StatusDelegate.h"

#include <QDateTime>

#include <algorithm>

namespace rowcast::ui {

namespace {

int rank(char severity)
{
    switch (severity) {
    case 'E':
        return 3;
    case 'W':
        return 2;
    case 'I':
        return 1;
    default:
        return 0;
    }
}

QString timeText(int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_fixed(font(TextRole::Fixed))
{
}

bool LogModel::isOfTask(const LogLine &line) const
{
    // what the client library says on a thread of its own names no task; what the window says is nobody's
    return line.task.isEmpty() ? line.component != QLatin1String("COMMON") : line.task == m_task;
}

bool LogModel::isShown(const LogLine &line) const
{
    return rank(line.severity) >= rank(m_severity)
        && (m_text.isEmpty() || line.text.contains(m_text, Qt::CaseInsensitive)
            || line.component.contains(m_text, Qt::CaseInsensitive));
}

void LogModel::setTask(const QString &task, const std::deque<LogLine> &lines)
{
    m_task = task;
    m_all.clear();
    std::ranges::copy_if(lines, std::back_inserter(m_all), [this](const LogLine &line) { return isOfTask(line); });
    setFilter(m_severity, m_text);
}

void LogModel::setFilter(char severity, const QString &text)
{
    beginResetModel();
    m_severity = severity;
    m_text = text;
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown), [this](const LogLine &line) { return isShown(line); });
    endResetModel();
}

void LogModel::add(const std::deque<LogLine> &lines, int count)
{
    std::deque<LogLine> fresh;
    for (auto line = lines.end() - count; line != lines.end(); ++line) {
        if (isOfTask(*line)) {
            m_all.push_back(*line);
            if (isShown(*line)) {
                fresh.push_back(*line);
            }
        }
    }
    while (m_all.size() > kMostLines) {
        m_all.pop_front();
    }
    if (fresh.empty()) {
        return;
    }
    const auto surplus
        = int(std::min(m_shown.size(), std::max(kMostLines, m_shown.size() + fresh.size()) - kMostLines));
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_shown.erase(m_shown.begin(), m_shown.begin() + surplus);
        endRemoveRows();
    }
    beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + fresh.size()) - 1);
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

int LogModel::rowAt(int64_t micros) const
{
    if (m_shown.empty()) {
        return -1;
    }
    const auto after = std::ranges::find_if(m_shown, [&](const LogLine &line) { return line.micros >= micros; });
    return after == m_shown.end() ? int(m_shown.size()) - 1 : int(after - m_shown.begin());
}

QString LogModel::text() const
{
    QStringList lines;
    for (const LogLine &line : m_shown) {
        lines.append(formatLogLine(line));
    }
    return lines.join(QLatin1Char('\n'));
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LogLine &line = m_shown[size_t(index.row())];
    if (role == kStatusRole && index.column() == Severity && rank(line.severity) >= rank('W')) {
        return int(line.severity == 'E' ? Status::Failed : Status::Warning);
    }
    if (role == Qt::FontRole && index.column() != Time) {
        return m_fixed;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Time:
        return timeText(line.micros);
    case Severity:
        return severityText(line.severity);
    case Component:
        return line.component;
    default:
        return line.text;
    }
}

QString LogModel::severityText(char severity)
{
    switch (severity) {
    case 'E':
        return tr("Error");
    case 'W':
        return tr("Warning");
    case 'I':
        return tr("Info");
    default:
        return tr("Debug");
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles = {tr("Time"), tr("Level"), tr("Component"), tr("Line")};
    return titles.value(section);
}

} // namespace rowcast::ui

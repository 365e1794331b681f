// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Log.h"

#include <QAbstractTableModel>
#include <QFont>

#include <deque>

namespace rowcast::ui {

// The log lines of one task, newest last, at most 5,000; lines of no task but of a component of the engine
// belong to every one.
// Main thread.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Severity, Component, Text, ColumnCount };
    static constexpr size_t kMostLines = 5000;
    explicit LogModel(QObject *parent = nullptr);

    void setTask(const QString &task, const std::deque<LogLine> &lines);
    // The last count of lines are new.
    void add(const std::deque<LogLine> &lines, int count);
    // 'D', 'I', 'W' or 'E': less severe lines are hidden. text: anywhere in the line, without regard to case.
    void setFilter(char severity, const QString &text);
    // The line nearest to that time, or -1.
    [[nodiscard]] int rowAt(int64_t micros) const;
    // As DMS writes them.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const LogLine &line(int row) const { return m_shown[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString severityText(char severity);
    [[nodiscard]] bool isOfTask(const LogLine &line) const;
    [[nodiscard]] bool isShown(const LogLine &line) const;

    QString m_task;
    char m_severity = 'I';
    QString m_text;
    std::deque<LogLine> m_all; // of the task
    std::deque<LogLine> m_shown;
    QFont m_fixed;
};

} // namespace rowcast::ui

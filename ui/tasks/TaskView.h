// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

#include "core/base/Failure.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace rowcast {
struct StoredTask;
struct TaskSnapshot;
} // namespace rowcast

namespace rowcast::ui {

class AssessmentView;
class DefinitionView;
class FailureBanner;
class LogView;
class PipelineView;
class QuietLabel;
class StatisticsView;
class StatusBadge;
class TaskActions;
class TaskBook;
class TaskCharts;
class TaskOverview;
class ValidationView;

// One task: state, phase, position and lag; the last failure; the pipeline; then tabs.
class TaskView : public QWidget {
    Q_OBJECT

public:
    enum Tab { Overview, Statistics, Charts, Assessment, Validation, Log, Definition };
    TaskView(const AppContext &context, TaskBook &book, TaskActions &actions, QWidget *parent = nullptr);

    void setTask(const QString &identifier);
    void showTab(Tab tab);
    [[nodiscard]] const FailureBanner &banner() const { return *m_banner; }
    [[nodiscard]] const QTabWidget &tabs() const { return *m_tabs; }
    [[nodiscard]] AssessmentView &assessment() { return *m_assessment; }
    [[nodiscard]] ValidationView &validation() { return *m_validation; }

Q_SIGNALS:
    // The task is gone.
    void lost();

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeTabs();
    void connectBanner();
    void refresh();
    [[nodiscard]] QString topicOf(const StoredTask &task) const;
    void showHead(const TaskSnapshot &snapshot);
    void showFailure(const TaskSnapshot &snapshot);
    void showCharts();
    void checkAgain();
    [[nodiscard]] QString retryNote(const TaskSnapshot &snapshot) const;

    AppContext m_context;
    TaskBook &m_book;
    TaskActions &m_actions;
    QString m_task;
    StatusBadge *m_badge;
    QLabel *m_phase;
    QLabel *m_position;
    QLabel *m_lag;
    FailureBanner *m_banner;
    PipelineView *m_pipeline;
    QTabWidget *m_tabs;
    TaskOverview *m_overview;
    StatisticsView *m_statistics;
    TaskCharts *m_charts;
    AssessmentView *m_assessment;
    ValidationView *m_validation;
    LogView *m_log;
    DefinitionView *m_definition;
    QTimer m_second;
    Failure m_shownFailure;
    QString m_shownNote;
};

} // namespace rowcast::ui

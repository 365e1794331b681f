// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/MigrationDraft.h"

#include <QDialog>
#include <QJsonObject>

#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace rowcast::ui {

class HelpColumn;
class StepList;
class WizardPage;

// The frame of a wizard: steps at the left, the page, the help column at the right, and below the reason why Next does
// not go on. It knows no page; MigrationWizard fills it.
class WizardWindow : public QDialog {
    Q_OBJECT

public:
    explicit WizardWindow(QWidget *parent = nullptr);

    [[nodiscard]] int currentStep() const { return m_current; }
    [[nodiscard]] int stepCount() const { return int(m_pages.size()); }
    // Leaves the current page and goes there; false when the page does not let go.
    bool goTo(int step);

Q_SIGNALS:
    void startOverRequested();

protected:
    void addPage(WizardPage *page);
    // Shows the step without leaving another; steps up to visited can be gone to.
    void begin(int step, int visited);
    // Pages whose state() and restore() make the kept draft.
    [[nodiscard]] const std::vector<WizardPage *> &wizardPages() const { return m_pages; }
    [[nodiscard]] MigrationDraft &draft() { return m_draft; }
    [[nodiscard]] int visitedSteps() const { return m_visited; }
    // The last page was accepted.
    virtual void create() = 0;
    // A sentence above the footer about where the fields' contents come from, with a way to start over.
    void setNotice(const QString &sentence);
    // While it is being created: everything waits but the window lives.
    void setBusy(bool isBusy);

private:
    [[nodiscard]] QWidget *makeNotice();
    [[nodiscard]] QWidget *makeFooter();
    void next();
    void back();
    void showStep(int step);
    void showReason();
    bool leaveCurrent();

    MigrationDraft m_draft;
    std::vector<WizardPage *> m_pages;
    int m_current = 0;
    int m_visited = 1;
    StepList *m_steps;
    QStackedWidget *m_stack;
    HelpColumn *m_help;
    QWidget *m_notice;
    QLabel *m_noticeText;
    QLabel *m_reason;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace rowcast::ui

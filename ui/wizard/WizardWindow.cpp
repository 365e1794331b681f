// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/WizardWindow.h"

#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/FirstFocus.h"
#include "ui/widgets/HelpColumn.h"
#include "ui/wizard/StepList.h"
#include "ui/wizard/WizardPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

WizardWindow::WizardWindow(QWidget *parent)
    : QDialog(parent)
    , m_steps(new StepList(this))
    , m_stack(new QStackedWidget(this))
    , m_help(new HelpColumn(this))
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_help->watch(m_stack);
    m_help->setFixedWidth(units(34));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_steps);
    columns->addWidget(m_stack, 1);
    columns->addWidget(m_help);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeNotice());
    layout->addLayout(columns, 1);
    layout->addWidget(makeFooter());
    connect(m_steps, &StepList::chosen, this, &WizardWindow::goTo);
    resize(units(150), units(92));
}

QWidget *WizardWindow::makeNotice()
{
    m_notice = new QWidget(this);
    m_notice->setAutoFillBackground(true);
    m_notice->setBackgroundRole(QPalette::AlternateBase);
    m_noticeText = new QLabel(m_notice);
    m_noticeText->setTextFormat(Qt::PlainText);
    auto *over = new QPushButton(tr("Start &over"), m_notice);
    over->setObjectName(QStringLiteral("startOver"));
    over->setAutoDefault(false);
    over->setFlat(true);
    connect(over, &QPushButton::clicked, this, &WizardWindow::startOverRequested);
    auto *layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(units(2), units(0.4), units(2), units(0.4));
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(over);
    m_notice->hide();
    return m_notice;
}

void WizardWindow::setNotice(const QString &sentence)
{
    m_noticeText->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

QWidget *WizardWindow::makeFooter()
{
    auto *footer = new QWidget(this);
    footer->setAutoFillBackground(true);
    footer->setBackgroundRole(QPalette::AlternateBase);
    m_reason = new QLabel(footer);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_back = new QPushButton(tr("< &Back"), footer);
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setAutoDefault(false);
    m_next = new QPushButton(footer);
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setDefault(true);
    setPrimary(m_next);
    auto *cancel = new QPushButton(tr("Close"), footer);
    cancel->setObjectName(QStringLiteral("close"));
    cancel->setToolTip(tr("What was typed is kept, without passwords"));
    cancel->setAutoDefault(false);
    auto *layout = new QHBoxLayout(footer);
    layout->addWidget(cancel);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_next);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_back, &QPushButton::clicked, this, &WizardWindow::back);
    connect(m_next, &QPushButton::clicked, this, &WizardWindow::next);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    return footer;
}

void WizardWindow::addPage(WizardPage *page)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    m_pages.push_back(page);
    m_steps->addStep(page->description().step);
    connect(page, &WizardPage::edited, this, &WizardWindow::showReason);
}

void WizardWindow::begin(int step, int visited)
{
    m_visited = std::clamp(visited, 1, stepCount());
    showStep(std::clamp(step, 0, m_visited - 1));
}

void WizardWindow::showStep(int step)
{
    m_current = step;
    m_visited = std::max(m_visited, step + 1);
    WizardPage *page = m_pages[size_t(step)];
    page->enter(m_draft);
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step, m_visited);
    m_help->setPageHelp(page->description().help);
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 == stepCount() ? tr("&Create") : tr("&Next >"));
    focusFirst(*page);
    showReason();
}

void WizardWindow::showReason()
{
    const QString reason = m_pages[size_t(m_current)]->problem();
    m_reason->setText(reason);
    // the button goes to the field that keeps it from going on, so it is never dead
    m_next->setAccessibleDescription(reason);
}

bool WizardWindow::leaveCurrent()
{
    WizardPage *page = m_pages[size_t(m_current)];
    if (!page->problem().isEmpty()) {
        page->showProblems();
        return false;
    }
    const Result<void> left = page->leave(m_draft);
    if (!left) {
        m_reason->setText(left.error().cause);
    }
    return left.has_value();
}

bool WizardWindow::goTo(int step)
{
    if (step == m_current || step < 0 || step >= m_visited) {
        return false;
    }
    // going back leaves what is unfinished as it is
    if (step > m_current && !leaveCurrent()) {
        return false;
    }
    if (step < m_current && m_pages[size_t(m_current)]->problem().isEmpty()) {
        const Result<void> left = m_pages[size_t(m_current)]->leave(m_draft);
        Q_UNUSED(left)
    }
    showStep(step);
    return true;
}

void WizardWindow::next()
{
    if (!leaveCurrent()) {
        return;
    }
    if (m_current + 1 == stepCount()) {
        create();
        return;
    }
    showStep(m_current + 1);
}

void WizardWindow::back()
{
    goTo(m_current - 1);
}

void WizardWindow::setBusy(bool isBusy)
{
    m_stack->setEnabled(!isBusy);
    m_steps->setEnabled(!isBusy);
    m_back->setEnabled(!isBusy && m_current > 0);
    m_next->setEnabled(!isBusy);
    m_reason->setText(isBusy ? tr("Creating") : QString());
}

} // namespace rowcast::ui

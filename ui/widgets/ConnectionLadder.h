// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace rowcast::ui {

class StatusSign;
class CheckList;

// What a whole test says: "Ready", "Works, 2 warnings", "Cannot connect: ...". A plain value.
struct LadderVerdict {
    enum class Kind { None, Running, Ready, Warnings, Failed, Cancelled };
    Kind kind = Kind::None;
    QString sentence;
    // Of finished or running tests.
    static LadderVerdict of(const std::vector<ProbeStep> &steps, bool isFinished);
};

// The vertical ladder of "Test connection": one sentence above, a rung for each step in the order in which they were
// announced, which never changes. It only shows; TestPanel runs the test.
class ConnectionLadder : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionLadder(QWidget *parent = nullptr);

    // Empties the ladder and shows that a test runs.
    void begin();
    // Adds the step, or changes the one with the same id.
    void setStep(const ProbeStep &step);
    void finish();
    void setCancelled();
    // A finished test again, as it was kept.
    void showSteps(const std::vector<ProbeStep> &steps);
    // A sentence instead of a ladder: why no test can run, or that the fields changed since.
    void showSentence(const QString &sentence);

    [[nodiscard]] std::vector<ProbeStep> steps() const;
    // The rung that failed; nullptr: none.
    [[nodiscard]] QWidget *failedStep() const;
    [[nodiscard]] const LadderVerdict &verdict() const { return m_verdict; }
    // Markdown for a ticket.
    [[nodiscard]] QString report() const;

Q_SIGNALS:
    void cancelRequested();

private:
    void showVerdict(const LadderVerdict &verdict);

    LadderVerdict m_verdict;
    StatusSign *m_sign;
    QLabel *m_sentence;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    CheckList *m_list;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "ui/widgets/StatusFrame.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rowcast::ui {

class CodeBox;
class QuietLabel;

// What went wrong, and what to do: a red bar at the left edge, the cause in bold, the remedy in plain words, a box with
// what can be copied, and buttons. It stays until clear() is called, takes space of its own and covers nothing.
class FailureBanner : public StatusFrame {
    Q_OBJECT

public:
    enum Button { CheckAgain = 1, Resume = 2, CopyReport = 4, OpenLog = 8 };
    Q_DECLARE_FLAGS(Buttons, Button)

    explicit FailureBanner(QWidget *parent = nullptr);

    // sinceMicros since 1970 UTC, 0: not shown. note: one more sentence ("Attempt 3, next in 20 s."), or empty.
    void setFailure(const Failure &failure, int64_t sinceMicros = 0, const QString &note = {});
    void clear();
    // Copy report alone by default.
    void setButtons(Buttons buttons);

Q_SIGNALS:
    void checkAgainRequested();
    void resumeRequested();
    void openLogRequested();

private:
    QPushButton *addButton(Button button, const QString &icon, const QString &text);
    void copyReport();

    Failure m_failure;
    int64_t m_sinceMicros = 0;
    QLabel *m_cause;
    QuietLabel *m_since;
    QLabel *m_remedy;
    QuietLabel *m_detail;
    CodeBox *m_code;
    QHBoxLayout *m_buttonLayout;
    QList<std::pair<Button, QPushButton *>> m_buttons;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(FailureBanner::Buttons)

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace rowcast::ui {

class CodeBox;
class ElidedLabel;
class QuietLabel;
class StatusSign;

// One rung of the connection test: sign, step, evidence in one line, milliseconds at the right. A failed step is open
// and shows cause, remedy and what can be copied; a warning can be opened.
class LadderStep : public QWidget {
    Q_OBJECT

public:
    explicit LadderStep(QWidget *parent = nullptr);

    void setStep(const ProbeStep &step);
    [[nodiscard]] const ProbeStep &step() const { return m_step; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool isOpen);
    // What the title needs, and what it gets: evidence stands in one column below each other.
    [[nodiscard]] int titleWidth() const;
    void setTitleWidth(int width);

private:
    [[nodiscard]] QWidget *makeRow();
    [[nodiscard]] QWidget *makeDetails();
    void showDetails(const Failure &failure);

    ProbeStep m_step;
    StatusSign *m_sign;
    QLabel *m_title;
    ElidedLabel *m_evidence;
    QuietLabel *m_time;
    QToolButton *m_toggle;
    QWidget *m_details;
    QLabel *m_cause;
    QLabel *m_remedy;
    QuietLabel *m_detail;
    CodeBox *m_code;
};

} // namespace rowcast::ui

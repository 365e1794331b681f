// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace rowcast::ui {

class LadderStep;

// Steps of a test or checks of an assessment, one below the other, in the order in which they were announced.
class CheckList : public QWidget {
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void clear();
    // Adds the step, or changes the one with the same id.
    void setStep(const ProbeStep &step);
    [[nodiscard]] bool isEmpty() const { return m_rungs.empty(); }
    [[nodiscard]] std::vector<ProbeStep> steps() const;
    // The first that failed; nullptr: none.
    [[nodiscard]] QWidget *failedStep() const;
    // Markdown for a ticket, under that headline.
    [[nodiscard]] QString report(const QString &headline) const;

private:
    QVBoxLayout *m_layout;
    std::vector<LadderStep *> m_rungs;
    int m_titleWidth = 0; // of the longest title
};

} // namespace rowcast::ui

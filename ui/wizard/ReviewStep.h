// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/WizardPage.h"

class QLabel;

namespace rowcast::ui {

class CodeBox;

// Everything once more in words before it is created, and the document to copy.
class ReviewStep : public WizardPage {
    Q_OBJECT

public:
    explicit ReviewStep(QWidget *parent = nullptr);

    void enter(const MigrationDraft &draft) override;
    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override { return m_problem; }

private:
    QLabel *m_text;
    CodeBox *m_json;
    QString m_problem;
};

// The review as rich text; lines that deserve a look begin with a sign.
[[nodiscard]] QString reviewHtml(const MigrationDraft &draft, const QPalette &palette);

} // namespace rowcast::ui

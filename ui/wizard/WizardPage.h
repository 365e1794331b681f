// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/HelpColumn.h"
#include "ui/wizard/MigrationDraft.h"

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace rowcast::ui {

// One step of the wizard.
class WizardPage : public QWidget {
    Q_OBJECT

public:
    struct Description {
        QString step; // in the list at the left: "Source endpoint"
        QString sentence; // below the title
        FieldHelp help; // while no field has the focus
    };
    explicit WizardPage(const Description &description, QWidget *parent = nullptr);

    [[nodiscard]] const Description &description() const { return m_description; }

    // The page comes to the front: shows what earlier pages decided.
    virtual void enter(const MigrationDraft &draft);
    // Writes what the page holds into the draft; called on Next and Back. A failure keeps the page in front.
    [[nodiscard]] virtual Result<void> leave(MigrationDraft &draft) const = 0;
    // Why Next does not go on, in words; empty while it does.
    [[nodiscard]] virtual QString problem() const = 0;
    // Shows all problems at their fields.
    virtual void showProblems() { }
    // What was typed, without secrets, for a draft that is kept.
    [[nodiscard]] virtual QJsonObject state() const { return {}; }
    virtual void restore(const QJsonObject &state);

Q_SIGNALS:
    void edited();

protected:
    [[nodiscard]] QVBoxLayout *body() { return m_body; }

private:
    Description m_description;
    QVBoxLayout *m_body;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/HelpColumn.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace rowcast::ui {

class FormSection;

// What is wrong with a field, in words.
struct Problem {
    QWidget *field = nullptr;
    QString sentence;
};

// Labels with their fields beneath each other, an explanation and the field's problem in words below it. Forms derive
// from it: the wizard and the edit dialogs show the same ones.
class FieldForm : public QWidget {
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);

    // Everything that keeps the form from being used, in the order of the fields.
    [[nodiscard]] virtual std::vector<Problem> problems() const { return {}; }
    // Shows all problems at their fields, and the focus goes to the first. True when there is none.
    bool validate();

    // What stands in the fields, by their names, without passwords: for a draft, which may be incomplete.
    [[nodiscard]] virtual QJsonObject state() const;
    virtual void restore(const QJsonObject &state);

Q_SIGNALS:
    // Any field changed, by the person or by the program.
    void edited();

protected:
    // Each adds a row and returns its field. label has a mnemonic; name is the field's object name.
    QLineEdit *addText(const QString &name, const QString &label, const FieldHelp &help);
    QComboBox *addChoice(const QString &name, const QString &label, const FieldHelp &help);
    QSpinBox *addNumber(const QString &name, const QString &label, int least, int most, const FieldHelp &help);
    QCheckBox *addCheck(const QString &name, const QString &text, const FieldHelp &help);
    void addField(const QString &name, const QString &label, QWidget *field, const FieldHelp &help);
    // Another form as a part of this one: its edits are this one's, and it shows its own problems.
    void addForm(FieldForm *form);
    // A widget over the whole width, without label.
    void addWide(QWidget *widget);
    void addHeading(const QString &text);
    // Rows added from here on lie in a part that folds. endSection() goes back to the form itself.
    FormSection *beginSection(const QString &title, bool isOpen);
    void endSection();
    // A quiet sentence below the row added last.
    QLabel *addNote(const QString &sentence);

    void setRowVisible(QWidget *field, bool isVisible);
    // A row of the form that is nobody's field is not checked.
    [[nodiscard]] bool isRowVisible(const QWidget *field) const;
    // For problems(): the field is empty.
    static void requireText(std::vector<Problem> &problems, QLineEdit *field, const QString &sentence);

private:
    struct Row {
        QLabel *label = nullptr;
        QLabel *problem = nullptr;
        FormSection *section = nullptr;
        bool isVisible = true;
    };
    void showProblems();
    void watch(QWidget *field);

    QGridLayout *m_layout;
    QGridLayout *m_current;
    FormSection *m_section = nullptr;
    QHash<const QWidget *, Row> m_rows;
    std::vector<FieldForm *> m_parts;
    bool m_isValidated = false; // problems are shown at the fields
};

// The sentence of the first problem, or empty.
[[nodiscard]] QString firstProblem(const FieldForm &form);

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/FieldForm.h"

#include "ui/forms/FieldState.h"
#include "ui/forms/FormSection.h"
#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/QuietLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace rowcast::ui {

namespace {

constexpr int kLabelColumn = 0;
constexpr int kFieldColumn = 1;

// The buddy's label without its mnemonic.
QString plainLabel(QString label)
{
    return label.remove(QLatin1Char('&'));
}

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_current(m_layout)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    FormSection::prepare(m_layout);
    connect(this, &FieldForm::edited, this, [this] {
        if (m_isValidated) {
            showProblems();
        }
    });
}

QLineEdit *FieldForm::addText(const QString &name, const QString &label, const FieldHelp &help)
{
    auto *field = new QLineEdit(this);
    addField(name, label, field, help);
    return field;
}

QComboBox *FieldForm::addChoice(const QString &name, const QString &label, const FieldHelp &help)
{
    auto *field = new QComboBox(this);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(16);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addField(name, label, field, help);
    return field;
}

QSpinBox *FieldForm::addNumber(const QString &name, const QString &label, int least, int most, const FieldHelp &help)
{
    auto *field = new QSpinBox(this);
    field->setRange(least, most);
    field->setAlignment(Qt::AlignRight);
    field->setGroupSeparatorShown(true);
    field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    field->setFixedSize(units(18), units(3.6));
    addField(name, label, field, help);
    return field;
}

QCheckBox *FieldForm::addCheck(const QString &name, const QString &text, const FieldHelp &help)
{
    auto *field = new QCheckBox(text, this);
    addField(name, QString(), field, help);
    return field;
}

void FieldForm::addField(const QString &name, const QString &label, QWidget *field, const FieldHelp &help)
{
    const int row = m_current->rowCount();
    field->setObjectName(name);
    setFieldHelp(field, help);
    Row entry;
    entry.section = m_section;
    if (!label.isEmpty()) {
        entry.label = new QLabel(label, this);
        entry.label->setBuddy(field);
        // in line with the first line of fields that are higher than one
        entry.label->setMinimumHeight(units(3.6));
        QWidget *reader = field->focusProxy() != nullptr ? field->focusProxy() : field;
        reader->setAccessibleName(plainLabel(label));
        m_current->addWidget(entry.label, row, kLabelColumn, Qt::AlignTop | Qt::AlignLeft);
    }
    entry.problem = new QLabel(this);
    entry.problem->setWordWrap(true);
    entry.problem->setTextFormat(Qt::PlainText);
    entry.problem->setObjectName(name + QStringLiteral("Problem"));
    entry.problem->hide();
    const bool isNarrow = field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    m_current->addWidget(field, row, kFieldColumn, isNarrow ? Qt::AlignLeft : Qt::Alignment());
    m_current->addWidget(entry.problem, row + 1, kFieldColumn);
    m_rows.insert(field, entry);
    watch(field);
}

void FieldForm::watch(QWidget *field)
{
    if (auto *text = qobject_cast<QLineEdit *>(field)) {
        connect(text, &QLineEdit::textChanged, this, &FieldForm::edited);
    } else if (auto *choice = qobject_cast<QComboBox *>(field)) {
        connect(choice, &QComboBox::currentIndexChanged, this, &FieldForm::edited);
    } else if (auto *number = qobject_cast<QSpinBox *>(field)) {
        connect(number, &QSpinBox::valueChanged, this, &FieldForm::edited);
    } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
        connect(check, &QCheckBox::toggled, this, &FieldForm::edited);
    } else if (auto *area = qobject_cast<QPlainTextEdit *>(field)) {
        connect(area, &QPlainTextEdit::textChanged, this, &FieldForm::edited);
    } else if (field->metaObject()->indexOfSignal("changed()") >= 0) {
        // our own compound fields (PathField, SecretField, ...) have one signal for all
        connect(field, SIGNAL(changed()), this, SIGNAL(edited()));
    }
}

void FieldForm::addForm(FieldForm *form)
{
    m_parts.push_back(form);
    addWide(form);
    connect(form, &FieldForm::edited, this, &FieldForm::edited);
}

void FieldForm::addWide(QWidget *widget)
{
    m_current->addWidget(widget, m_current->rowCount(), kLabelColumn, 1, 2);
}

void FieldForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    setTextRole(heading, TextRole::Section);
    heading->setContentsMargins(0, unit(), 0, 0);
    addWide(heading);
}

FormSection *FieldForm::beginSection(const QString &title, bool isOpen)
{
    endSection();
    auto *section = new FormSection(title, this);
    section->setOpen(isOpen);
    addWide(section);
    m_section = section;
    m_current = section->body();
    return section;
}

void FieldForm::endSection()
{
    m_section = nullptr;
    m_current = m_layout;
}

QLabel *FieldForm::addNote(const QString &sentence)
{
    auto *note = new QuietLabel(sentence, this);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    m_current->addWidget(note, m_current->rowCount(), kFieldColumn);
    return note;
}

void FieldForm::setRowVisible(QWidget *field, bool isVisible)
{
    Row &row = m_rows[field];
    row.isVisible = isVisible;
    field->setVisible(isVisible);
    if (row.label != nullptr) {
        row.label->setVisible(isVisible);
    }
    if (!isVisible) {
        row.problem->hide();
    }
}

bool FieldForm::isRowVisible(const QWidget *field) const
{
    return m_rows.value(field).isVisible;
}

QJsonObject FieldForm::state() const
{
    QJsonObject state;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const QJsonValue value = fieldState(row.key());
        if (!value.isUndefined()) {
            state.insert(row.key()->objectName(), value);
        }
    }
    for (const FieldForm *part : m_parts) {
        state.insert(part->objectName(), part->state());
    }
    return state;
}

void FieldForm::restore(const QJsonObject &state)
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (const auto value = state.constFind(row.key()->objectName()); value != state.constEnd()) {
            restoreField(const_cast<QWidget *>(row.key()), *value);
        }
    }
    for (FieldForm *part : m_parts) {
        part->restore(state.value(part->objectName()).toObject());
    }
}

void FieldForm::requireText(std::vector<Problem> &problems, QLineEdit *field, const QString &sentence)
{
    if (field->text().trimmed().isEmpty()) {
        problems.push_back({field, sentence});
    }
}

bool FieldForm::validate()
{
    m_isValidated = true;
    showProblems();
    for (FieldForm *part : m_parts) {
        part->m_isValidated = true;
        part->showProblems();
    }
    const std::vector<Problem> found = problems();
    if (found.empty()) {
        return true;
    }
    if (QWidget *field = found.front().field) {
        if (FormSection *section = m_rows.value(field).section) {
            section->setOpen(true);
        }
        field->setFocus(Qt::OtherFocusReason);
    }
    return false;
}

void FieldForm::showProblems()
{
    QHash<const QWidget *, QString> sentences;
    for (const Problem &problem : problems()) {
        if (problem.field != nullptr && !sentences.contains(problem.field)) {
            sentences.insert(problem.field, problem.sentence);
        }
    }
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const QString sentence = sentences.value(row.key());
        QPalette colours = row->problem->palette();
        colours.setColor(QPalette::WindowText, StatusTint::of(Status::Failed, palette()).foreground);
        row->problem->setPalette(colours);
        row->problem->setText(sentence);
        row->problem->setVisible(!sentence.isEmpty());
        const_cast<QWidget *>(row.key())->setAccessibleDescription(sentence);
    }
}

QString firstProblem(const FieldForm &form)
{
    const std::vector<Problem> found = form.problems();
    return found.empty() ? QString() : found.front().sentence;
}

} // namespace rowcast::ui

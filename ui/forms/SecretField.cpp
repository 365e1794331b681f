// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/SecretField.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QIcon>
#include <QLineEdit>

#include <algorithm>

namespace rowcast::ui {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_origin(new QComboBox(this))
    , m_line(new QLineEdit(this))
    , m_note(new QuietLabel(this))
{
    m_origin->setAccessibleName(tr("Where the password comes from"));
    m_origin->addItem(tr("Typed here"), int(SecretValue::Origin::Text));
    m_origin->addItem(tr("Environment variable"), int(SecretValue::Origin::Environment));
    m_origin->addItem(tr("File"), int(SecretValue::Origin::File));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    QAction *eye = m_line->addAction(QIcon::fromTheme(QStringLiteral("password-show-on")), QLineEdit::TrailingPosition);
    eye->setText(tr("Show the password"));
    eye->setToolTip(eye->text());
    eye->setCheckable(true);
    connect(eye, &QAction::toggled, this, [this](bool isShown) {
        m_line->setEchoMode(isShown || origin() != SecretValue::Origin::Text ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_origin, &QComboBox::currentIndexChanged, this, [this, eye] {
        m_line->clear();
        eye->setChecked(false);
        eye->setVisible(origin() == SecretValue::Origin::Text);
        showOrigin();
        Q_EMIT changed();
    });
    connect(m_line, &QLineEdit::textChanged, this, &SecretField::changed);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(units(0.4));
    layout->addWidget(m_line, 0, 0);
    layout->addWidget(m_origin, 0, 1);
    layout->addWidget(m_note, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    setFocusProxy(m_line);
    showOrigin();
}

SecretValue::Origin SecretField::origin() const
{
    return SecretValue::Origin(m_origin->currentData().toInt());
}

void SecretField::setSecret(const SecretValue &secret)
{
    const bool isReference
        = secret.origin == SecretValue::Origin::Environment || secret.origin == SecretValue::Origin::File;
    const auto shown = isReference ? secret.origin : SecretValue::Origin::Text;
    m_origin->setCurrentIndex(m_origin->findData(int(shown)));
    m_line->setText(isReference ? secret.reference : secret.secret.reveal());
    showOrigin();
}

Result<SecretValue> SecretField::secret() const
{
    switch (origin()) {
    case SecretValue::Origin::Environment:
        return SecretValue::ofEnvironment(m_line->text().trimmed());
    case SecretValue::Origin::File:
        return SecretValue::ofFile(m_line->text().trimmed());
    case SecretValue::Origin::Text:
    case SecretValue::Origin::None:
        break;
    }
    return SecretValue::ofText(m_line->text());
}

QString SecretField::problem() const
{
    if (!m_line->text().trimmed().isEmpty()) {
        return {};
    }
    switch (origin()) {
    case SecretValue::Origin::Environment:
        return tr("The name of the environment variable is missing.");
    case SecretValue::Origin::File:
        return tr("The path of the file is missing.");
    case SecretValue::Origin::Text:
    case SecretValue::Origin::None:
        break;
    }
    return {};
}

bool SecretField::isEmpty() const
{
    return m_line->text().isEmpty() && !(m_isStored && origin() == SecretValue::Origin::Text);
}

QJsonObject SecretField::reference() const
{
    const bool isTyped = origin() == SecretValue::Origin::Text;
    return {
        {QStringLiteral("origin"), int(origin())}, {QStringLiteral("reference"), isTyped ? QString() : m_line->text()}};
}

void SecretField::setReference(const QJsonObject &reference)
{
    const int index = m_origin->findData(reference.value(QLatin1String("origin")).toInt());
    m_origin->setCurrentIndex(std::max(0, index));
    if (origin() != SecretValue::Origin::Text) {
        m_line->setText(reference.value(QLatin1String("reference")).toString());
    }
}

void SecretField::setStored(bool isStored)
{
    m_isStored = isStored;
    showOrigin();
}

void SecretField::setStorageNote(const QString &where)
{
    m_storageNote = where;
    showOrigin();
}

void SecretField::showOrigin()
{
    const auto from = origin();
    m_line->setEchoMode(from == SecretValue::Origin::Text ? QLineEdit::Password : QLineEdit::Normal);
    switch (from) {
    case SecretValue::Origin::Environment:
        m_line->setPlaceholderText(tr("Name of the variable"));
        m_note->setText(
            tr("Read from the environment of this program at each start of a task. Only the name is stored."));
        break;
    case SecretValue::Origin::File:
        m_line->setPlaceholderText(tr("Path of the file"));
        m_note->setText(tr("Read at each start of a task. Only the path is stored."));
        break;
    case SecretValue::Origin::Text:
    case SecretValue::Origin::None:
        m_line->setPlaceholderText(m_isStored ? tr("Stored; leave empty to keep it") : QString());
        m_note->setText(m_storageNote);
        break;
    }
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace rowcast::ui

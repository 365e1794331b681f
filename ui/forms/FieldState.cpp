// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/FieldState.h"

#include "ui/forms/PathField.h"
#include "ui/forms/SecretField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace rowcast::ui {

QJsonValue fieldState(const QWidget *field)
{
    if (const auto *text = qobject_cast<const QLineEdit *>(field)) {
        return text->text();
    }
    if (const auto *choice = qobject_cast<const QComboBox *>(field)) {
        return choice->currentIndex();
    }
    if (const auto *number = qobject_cast<const QSpinBox *>(field)) {
        return number->value();
    }
    if (const auto *check = qobject_cast<const QCheckBox *>(field)) {
        return check->isChecked();
    }
    if (const auto *area = qobject_cast<const QPlainTextEdit *>(field)) {
        return area->toPlainText();
    }
    if (const auto *time = qobject_cast<const QDateTimeEdit *>(field)) {
        return time->dateTime().toString(Qt::ISODate);
    }
    if (const auto *path = qobject_cast<const PathField *>(field)) {
        // a private key that was pasted is a secret
        return path->path().contains(QLatin1String("PRIVATE KEY")) ? QString() : path->path();
    }
    if (const auto *secret = qobject_cast<const SecretField *>(field)) {
        return secret->reference();
    }
    return QJsonValue(QJsonValue::Undefined);
}

void restoreField(QWidget *field, const QJsonValue &value)
{
    if (auto *text = qobject_cast<QLineEdit *>(field)) {
        text->setText(value.toString());
    } else if (auto *choice = qobject_cast<QComboBox *>(field)) {
        choice->setCurrentIndex(value.toInt());
    } else if (auto *number = qobject_cast<QSpinBox *>(field)) {
        number->setValue(value.toInt());
    } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
        check->setChecked(value.toBool());
    } else if (auto *area = qobject_cast<QPlainTextEdit *>(field)) {
        area->setPlainText(value.toString());
    } else if (auto *time = qobject_cast<QDateTimeEdit *>(field)) {
        time->setDateTime(QDateTime::fromString(value.toString(), Qt::ISODate));
    } else if (auto *path = qobject_cast<PathField *>(field)) {
        path->setPath(value.toString());
    } else if (auto *secret = qobject_cast<SecretField *>(field)) {
        secret->setReference(value.toObject());
    }
}

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/SecretValue.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace rowcast::ui {

// A password and where it comes from: typed here and kept in the keychain, an environment variable, or a file. Says
// where it is kept. A stored password is never shown: leaving the field empty keeps it.
class SecretField : public QWidget {
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void setSecret(const SecretValue &secret);
    // Reads the variable or the file; a failure where it is not there.
    [[nodiscard]] Result<SecretValue> secret() const;
    // What is missing, in words, or empty; reads nothing.
    [[nodiscard]] QString problem() const;
    // Nothing was typed and there is nothing stored.
    [[nodiscard]] bool isEmpty() const;

    // Origin and the variable's name or the file's path, for drafts; never a password that was typed.
    [[nodiscard]] QJsonObject reference() const;
    void setReference(const QJsonObject &reference);

    // stored: a password is kept already. where: a sentence about the keychain.
    void setStored(bool isStored);
    void setStorageNote(const QString &where);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] SecretValue::Origin origin() const;
    void showOrigin();

    QComboBox *m_origin;
    QLineEdit *m_line;
    QLabel *m_note;
    QString m_storageNote;
    bool m_isStored = false;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "ui/forms/FieldForm.h"

namespace rowcast::ui {

class PathField;
class SecretField;

// How the connection to the brokers is protected: the part of the target endpoint whose fields depend on each other.
class KafkaSecurityForm : public FieldForm {
    Q_OBJECT

public:
    explicit KafkaSecurityForm(QWidget *parent = nullptr);

    void showSettings(const KafkaEndpointSettings &settings);
    // Fills in what this form asks for; a failure where a secret's variable or file is not there.
    [[nodiscard]] Result<void> fill(KafkaEndpointSettings &settings) const;
    [[nodiscard]] SecretField &saslPassword() { return *m_saslPassword; }
    [[nodiscard]] SecretField &keyPassword() { return *m_keyPassword; }

    [[nodiscard]] std::vector<Problem> problems() const override;

private:
    [[nodiscard]] SecurityProtocol protocol() const;
    void showProtocol();

    QComboBox *m_protocol;
    QComboBox *m_mechanism;
    QLineEdit *m_saslUser;
    SecretField *m_saslPassword;
    PathField *m_ca;
    PathField *m_certificate;
    PathField *m_key;
    SecretField *m_keyPassword;
    QCheckBox *m_checksName;
};

} // namespace rowcast::ui

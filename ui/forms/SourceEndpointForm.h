// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "ui/forms/FieldForm.h"

#include <QStringList>

class QPlainTextEdit;

namespace rowcast::ui {

class PathField;
class SecretField;
struct ConnectionUrl;

// A source endpoint of MySQL's kind: address, account, TLS and all other settings.
class SourceEndpointForm : public FieldForm {
    Q_OBJECT

public:
    explicit SourceEndpointForm(QWidget *parent = nullptr);

    void setSpec(const EndpointSpec &spec);
    // With the secret, where it is typed here; a failure where its variable or file is not there.
    [[nodiscard]] Result<EndpointSpec> spec() const;
    void setTakenNames(const QStringList &names) { m_takenNames = names; }
    void setNameFixed(bool isFixed);
    [[nodiscard]] SecretField &password() { return *m_password; }

    [[nodiscard]] std::vector<Problem> problems() const override;

private:
    void addAddress();
    void addMySqlSettings();
    void takeApart(const QString &text);
    void fillFrom(const ConnectionUrl &url);
    [[nodiscard]] SslMode sslMode() const;

    QLineEdit *m_identifier;
    QComboBox *m_engine;
    QLineEdit *m_server;
    QSpinBox *m_port;
    QLineEdit *m_user;
    SecretField *m_password;
    QComboBox *m_sslMode;
    PathField *m_ca;
    QLineEdit *m_timezone;
    QPlainTextEdit *m_afterConnect;
    QSpinBox *m_pollInterval;
    QSpinBox *m_executeTimeout;
    QSpinBox *m_connectionTimeout;
    QCheckBox *m_cleanMetadata;
    QCheckBox *m_skipSuspension;
    QCheckBox *m_ignoreOpenXa;
    QLineEdit *m_databaseName;
    QLineEdit *m_serverId;
    QString m_secretsManagerSecretId; // kept as it came
    QStringList m_takenNames;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/EndpointForm.h"

class QPlainTextEdit;

namespace rowcast::ui {

class PathField;
struct ConnectionUrl;

// A source endpoint of MySQL's kind: address, account, TLS and all other settings.
class SourceEndpointForm : public EndpointForm {
    Q_OBJECT

public:
    explicit SourceEndpointForm(QWidget *parent = nullptr);

    void setSpec(const EndpointSpec &spec) override;
    [[nodiscard]] Result<EndpointSpec> spec() const override;
    [[nodiscard]] QHash<QString, SecretField *> secretFields() const override;

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
};

} // namespace rowcast::ui

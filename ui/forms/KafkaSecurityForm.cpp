// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/KafkaSecurityForm.h"

#include "ui/forms/KafkaHelp.h"
#include "ui/forms/PathField.h"
#include "ui/forms/SecretField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace rowcast::ui {

namespace {

bool usesSasl(SecurityProtocol protocol)
{
    return protocol == SecurityProtocol::SaslSsl || protocol == SecurityProtocol::SaslPlaintext;
}

bool usesTls(SecurityProtocol protocol)
{
    return protocol != SecurityProtocol::Plaintext && protocol != SecurityProtocol::SaslPlaintext;
}

} // namespace

KafkaSecurityForm::KafkaSecurityForm(QWidget *parent)
    : FieldForm(parent)
{
    m_protocol = addChoice(QStringLiteral("securityProtocol"), tr("Securit&y protocol"), kafkahelp::security());
    m_protocol->addItem(tr("plaintext: no protection"), int(SecurityProtocol::Plaintext));
    m_protocol->addItem(tr("ssl-encryption: TLS"), int(SecurityProtocol::SslEncryption));
    m_protocol->addItem(tr("ssl-authentication: mutual TLS"), int(SecurityProtocol::SslAuthentication));
    m_protocol->addItem(tr("sasl-ssl: user and password over TLS"), int(SecurityProtocol::SaslSsl));
    m_protocol->addItem(tr("sasl-plaintext: user and password without TLS"), int(SecurityProtocol::SaslPlaintext));
    m_mechanism = addChoice(QStringLiteral("saslMechanism"), tr("SASL &mechanism"), kafkahelp::saslMechanism());
    m_mechanism->addItem(QStringLiteral("SCRAM-SHA-512"), int(SaslMechanism::ScramSha512));
    m_mechanism->addItem(QStringLiteral("SCRAM-SHA-256"), int(SaslMechanism::ScramSha256));
    m_mechanism->addItem(QStringLiteral("PLAIN"), int(SaslMechanism::Plain));
    m_saslUser = addText(QStringLiteral("saslUser"), tr("SASL &user name"), kafkahelp::saslUser());
    m_saslPassword = new SecretField(this);
    addField(QStringLiteral("saslPassword"), tr("SASL pass&word"), m_saslPassword, kafkahelp::saslPassword());
    m_ca = new PathField(PathField::Kind::PemFile, this);
    m_ca->setPlaceholder(tr("The system's authorities"));
    addField(QStringLiteral("caCertificate"), tr("C&A certificate"), m_ca, kafkahelp::caCertificate());
    m_certificate = new PathField(PathField::Kind::PemFile, this);
    addField(
        QStringLiteral("clientCertificate"), tr("C&lient certificate"), m_certificate, kafkahelp::clientCertificate());
    m_key = new PathField(PathField::Kind::PemFile, this);
    addField(QStringLiteral("clientKey"), tr("Client &key"), m_key, kafkahelp::clientKey());
    m_keyPassword = new SecretField(this);
    addField(QStringLiteral("keyPassword"), tr("Key passwor&d"), m_keyPassword, kafkahelp::clientKeyPassword());
    m_checksName = addCheck(QStringLiteral("checksName"), tr("Check the broker's na&me"), kafkahelp::hostNameCheck());
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &KafkaSecurityForm::showProtocol);
    showSettings({});
}

SecurityProtocol KafkaSecurityForm::protocol() const
{
    return SecurityProtocol(m_protocol->currentData().toInt());
}

void KafkaSecurityForm::showProtocol()
{
    const bool isSasl = usesSasl(protocol());
    const bool isMutual = protocol() == SecurityProtocol::SslAuthentication;
    const bool isTls = usesTls(protocol());
    for (QWidget *field : std::initializer_list<QWidget *>{m_mechanism, m_saslUser, m_saslPassword}) {
        setRowVisible(field, isSasl);
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_certificate, m_key, m_keyPassword}) {
        setRowVisible(field, isMutual);
    }
    setRowVisible(m_ca, isTls);
    setRowVisible(m_checksName, isTls);
}

void KafkaSecurityForm::showSettings(const KafkaEndpointSettings &settings)
{
    m_protocol->setCurrentIndex(m_protocol->findData(int(settings.securityProtocol)));
    m_mechanism->setCurrentIndex(m_mechanism->findData(int(settings.saslMechanism)));
    m_saslUser->setText(settings.saslUsername);
    m_saslPassword->setSecret(settings.saslPassword);
    m_ca->setPath(settings.sslCaCertificate);
    m_certificate->setPath(settings.sslClientCertificate);
    m_key->setPath(settings.sslClientKey);
    m_keyPassword->setSecret(settings.sslClientKeyPassword);
    m_checksName->setChecked(settings.verifiesHostName);
    showProtocol();
}

Result<void> KafkaSecurityForm::fill(KafkaEndpointSettings &settings) const
{
    settings.securityProtocol = protocol();
    const bool isSasl = usesSasl(protocol());
    const bool isMutual = protocol() == SecurityProtocol::SslAuthentication;
    // what the protocol does not use is left out: a hidden field must not be stored
    settings.saslMechanism = SaslMechanism(m_mechanism->currentData().toInt());
    settings.saslUsername = isSasl ? m_saslUser->text().trimmed() : QString();
    settings.sslCaCertificate = usesTls(protocol()) ? m_ca->path() : QString();
    settings.sslClientCertificate = isMutual ? m_certificate->path() : QString();
    settings.sslClientKey = isMutual ? m_key->path() : QString();
    settings.verifiesHostName = m_checksName->isChecked();
    if (isSasl) {
        auto secret = m_saslPassword->secret();
        if (!secret) {
            return secret.error();
        }
        settings.saslPassword = *secret;
    }
    if (isMutual) {
        auto secret = m_keyPassword->secret();
        if (!secret) {
            return secret.error();
        }
        settings.sslClientKeyPassword = *secret;
    }
    return {};
}

std::vector<Problem> KafkaSecurityForm::problems() const
{
    std::vector<Problem> found;
    if (usesSasl(protocol())) {
        requireText(found, m_saslUser, tr("The SASL user name is missing."));
        if (m_saslPassword->isEmpty()) {
            found.push_back({m_saslPassword, tr("The SASL password is missing.")});
        } else if (const QString sentence = m_saslPassword->problem(); !sentence.isEmpty()) {
            found.push_back({m_saslPassword, sentence});
        }
    }
    if (protocol() == SecurityProtocol::SslAuthentication) {
        if (m_certificate->path().isEmpty()) {
            found.push_back({m_certificate, tr("Mutual TLS needs a client certificate.")});
        }
        if (m_key->path().isEmpty()) {
            found.push_back({m_key, tr("Mutual TLS needs the certificate's private key.")});
        }
        if (const QString sentence = m_keyPassword->problem(); !sentence.isEmpty()) {
            found.push_back({m_keyPassword, sentence});
        }
    }
    return found;
}

} // namespace rowcast::ui

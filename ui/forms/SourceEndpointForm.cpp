// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/SourceEndpointForm.h"

#include "ui/forms/ConnectionUrl.h"
#include "ui/forms/Identifier.h"
#include "ui/forms/MySqlHelp.h"
#include "ui/forms/PathField.h"
#include "ui/forms/SecretField.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/EngineText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTimeZone>

#include <algorithm>

namespace rowcast::ui {

namespace {

// JDBC's and the client's words for it: DISABLED, PREFERRED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY.
SslMode sslModeOf(const QString &word)
{
    const QString mode = word.toLower().remove(QLatin1Char('-')).remove(QLatin1Char('_'));
    if (mode == QLatin1String("verifyfull") || mode == QLatin1String("verifyidentity")) {
        return SslMode::VerifyFull;
    }
    if (mode == QLatin1String("verifyca")) {
        return SslMode::VerifyCa;
    }
    return mode == QLatin1String("required") || mode == QLatin1String("require") || mode == QLatin1String("trust")
        ? SslMode::Require
        : SslMode::None;
}

bool isKnownZone(const QString &zone)
{
    // an offset is allowed too: "+09:00"
    return zone.isEmpty() || zone.startsWith(QLatin1Char('+')) || zone.startsWith(QLatin1Char('-'))
        || QTimeZone(zone.toUtf8()).isValid();
}

} // namespace

SourceEndpointForm::SourceEndpointForm(QWidget *parent)
    : EndpointForm(parent)
{
    m_identifier = addText(QStringLiteral("identifier"), tr("Endpoint &identifier"), mysqlhelp::identifier());
    m_engine = addChoice(QStringLiteral("engine"), tr("Source &engine"), mysqlhelp::engine());
    for (const Engine engine : {Engine::Aurora, Engine::MySql, Engine::MariaDb}) {
        m_engine->addItem(engineText(engine), int(engine));
    }
    addAddress();
    addMySqlSettings();
    beginSection(tr("Rowcast settings"), false);
    m_databaseName = addText(QStringLiteral("databaseName"), tr("&Database name"), mysqlhelp::databaseName());
    m_serverId = addText(QStringLiteral("serverId"), tr("Server i&d"), mysqlhelp::serverId());
    m_serverId->setPlaceholderText(tr("Derived from the task"));
    endSection();
    setSpec({});
}

void SourceEndpointForm::addAddress()
{
    m_server = addText(QStringLiteral("server"), tr("&Server name"), mysqlhelp::server());
    m_server->setPlaceholderText(tr("Host name, or paste a mysql:// or JDBC address"));
    // what is pasted comes at once; what is typed is whole when the field is left
    connect(m_server, &QLineEdit::textChanged, this, [this, before = qsizetype(0)](const QString &text) mutable {
        constexpr qsizetype kTypedAtOnce = 2; // an input method may bring two
        if (text.size() > before + kTypedAtOnce) {
            takeApart(text);
        }
        before = m_server->text().size();
    });
    connect(m_server, &QLineEdit::editingFinished, this, [this] { takeApart(m_server->text()); });
    m_port = addNumber(QStringLiteral("port"), tr("&Port"), 1, 65535, mysqlhelp::port());
    m_port->setGroupSeparatorShown(false);
    m_user = addText(QStringLiteral("user"), tr("User na&me"), mysqlhelp::user());
    m_password = new SecretField(this);
    addField(QStringLiteral("password"), tr("Pass&word"), m_password, mysqlhelp::password());
    m_sslMode = addChoice(QStringLiteral("sslMode"), tr("Secure Socket &Layer mode"), mysqlhelp::sslMode());
    for (const SslMode mode : {SslMode::None, SslMode::Require, SslMode::VerifyCa, SslMode::VerifyFull}) {
        m_sslMode->addItem(sslModeName(mode), int(mode));
    }
    m_ca = new PathField(PathField::Kind::PemFile, this);
    addField(QStringLiteral("caCertificate"), tr("C&A certificate"), m_ca, mysqlhelp::caCertificate());
    connect(m_sslMode, &QComboBox::currentIndexChanged, this,
        [this] { setRowVisible(m_ca, sslMode() == SslMode::VerifyCa || sslMode() == SslMode::VerifyFull); });
}

void SourceEndpointForm::addMySqlSettings()
{
    beginSection(tr("Endpoint settings"), false);
    m_timezone = addText(QStringLiteral("serverTimezone"), tr("Server time &zone"), mysqlhelp::serverTimezone());
    m_timezone->setPlaceholderText(tr("The server's own"));
    m_afterConnect = new QPlainTextEdit(this);
    m_afterConnect->setTabChangesFocus(true);
    setTextRole(m_afterConnect, TextRole::Fixed);
    m_afterConnect->setFixedHeight(m_afterConnect->fontMetrics().lineSpacing() * 3 + units(2));
    addField(QStringLiteral("afterConnectScript"), tr("&After connect script"), m_afterConnect,
        mysqlhelp::afterConnectScript());
    m_pollInterval = addNumber(
        QStringLiteral("eventsPollInterval"), tr("Events poll &interval"), 1, 60, mysqlhelp::eventsPollInterval());
    m_executeTimeout
        = addNumber(QStringLiteral("executeTimeout"), tr("E&xecute timeout"), 1, 86400, mysqlhelp::executeTimeout());
    m_connectionTimeout = addNumber(
        QStringLiteral("connectionTimeout"), tr("Connection timeo&ut"), 1, 3600, mysqlhelp::connectionTimeout());
    for (QSpinBox *seconds : {m_pollInterval, m_executeTimeout, m_connectionTimeout}) {
        seconds->setSuffix(tr(" s"));
    }
    m_cleanMetadata = addCheck(
        QStringLiteral("cleanMetadata"), tr("Read definitions again on &mismatch"), mysqlhelp::cleanMetadata());
    m_skipSuspension
        = addCheck(QStringLiteral("skipSuspension"), tr("&Go on after partition DDL"), mysqlhelp::skipSuspension());
    m_ignoreOpenXa
        = addCheck(QStringLiteral("ignoreOpenXa"), tr("I&gnore open XA transactions"), mysqlhelp::ignoreOpenXa());
    endSection();
}

void SourceEndpointForm::takeApart(const QString &text)
{
    if (const auto url = ConnectionUrl::parse(text)) {
        fillFrom(*url);
    }
}

void SourceEndpointForm::fillFrom(const ConnectionUrl &url)
{
    m_server->setText(url.host);
    if (url.port) {
        m_port->setValue(*url.port);
    }
    if (!url.user.isEmpty()) {
        m_user->setText(url.user);
    }
    if (!url.password.isEmpty()) {
        m_password->setSecret(SecretValue::ofText(url.password));
    }
    if (!url.database.isEmpty()) {
        m_databaseName->setText(url.database);
    }
    if (!url.sslMode.isEmpty()) {
        m_sslMode->setCurrentIndex(m_sslMode->findData(int(sslModeOf(url.sslMode))));
    }
    if (url.isMariaDb) {
        m_engine->setCurrentIndex(m_engine->findData(int(Engine::MariaDb)));
    }
    if (m_identifier->text().isEmpty()) {
        m_identifier->setText(
            suggestedIdentifier(url.database.isEmpty() ? url.host.section(QLatin1Char('.'), 0, 0) : url.database));
    }
}

SslMode SourceEndpointForm::sslMode() const
{
    return SslMode(m_sslMode->currentData().toInt());
}

QHash<QString, SecretField *> SourceEndpointForm::secretFields() const
{
    return {{QStringLiteral("Password"), m_password}};
}

void SourceEndpointForm::setSpec(const EndpointSpec &spec)
{
    m_identifier->setText(spec.identifier);
    m_engine->setCurrentIndex(std::max(0, m_engine->findData(int(spec.engine))));
    m_server->setText(spec.serverName);
    m_port->setValue(spec.port);
    m_user->setText(spec.userName);
    m_password->setSecret(spec.password);
    m_sslMode->setCurrentIndex(m_sslMode->findData(int(spec.sslMode)));
    setRowVisible(m_ca, spec.sslMode == SslMode::VerifyCa || spec.sslMode == SslMode::VerifyFull);
    m_ca->setPath(spec.caCertificate);
    m_timezone->setText(spec.mysql.serverTimezone);
    m_afterConnect->setPlainText(spec.mysql.afterConnectScript);
    m_pollInterval->setValue(spec.mysql.eventsPollInterval);
    m_executeTimeout->setValue(spec.mysql.executeTimeout);
    m_connectionTimeout->setValue(spec.mysql.connectionTimeout);
    m_cleanMetadata->setChecked(spec.mysql.cleanSourceMetadataOnMismatch);
    m_skipSuspension->setChecked(spec.mysql.skipTableSuspensionForPartitionDdl);
    m_ignoreOpenXa->setChecked(spec.mysql.ignoreOpenXaTransactionsCheck);
    m_databaseName->setText(spec.databaseName);
    m_serverId->setText(spec.serverId ? QString::number(*spec.serverId) : QString());
    m_secretsManagerSecretId = spec.secretsManagerSecretId;
}

Result<EndpointSpec> SourceEndpointForm::spec() const
{
    Result<SecretValue> secret = m_password->secret();
    if (!secret) {
        return secret.error();
    }
    EndpointSpec spec;
    spec.identifier = m_identifier->text().trimmed();
    spec.role = EndpointRole::Source;
    spec.engine = Engine(m_engine->currentData().toInt());
    spec.serverName = m_server->text().trimmed();
    spec.port = m_port->value();
    spec.userName = m_user->text().trimmed();
    spec.password = *secret;
    spec.sslMode = sslMode();
    spec.caCertificate = m_ca->path();
    spec.mysql.serverTimezone = m_timezone->text().trimmed();
    spec.mysql.afterConnectScript = m_afterConnect->toPlainText().trimmed();
    spec.mysql.eventsPollInterval = m_pollInterval->value();
    spec.mysql.executeTimeout = m_executeTimeout->value();
    spec.mysql.connectionTimeout = m_connectionTimeout->value();
    spec.mysql.cleanSourceMetadataOnMismatch = m_cleanMetadata->isChecked();
    spec.mysql.skipTableSuspensionForPartitionDdl = m_skipSuspension->isChecked();
    spec.mysql.ignoreOpenXaTransactionsCheck = m_ignoreOpenXa->isChecked();
    spec.databaseName = m_databaseName->text().trimmed();
    const QString serverId = m_serverId->text().trimmed();
    if (!serverId.isEmpty()) {
        spec.serverId = serverId.toUInt();
    }
    spec.secretsManagerSecretId = m_secretsManagerSecretId;
    return spec;
}

std::vector<Problem> SourceEndpointForm::problems() const
{
    std::vector<Problem> found;
    addIdentifierProblem(found, m_identifier);
    requireText(found, m_server, tr("The server name is missing."));
    requireText(found, m_user, tr("The user name is missing."));
    if (const QString sentence = m_password->problem(); !sentence.isEmpty()) {
        found.push_back({m_password, sentence});
    }
    const bool isVerifying = sslMode() == SslMode::VerifyCa || sslMode() == SslMode::VerifyFull;
    if (isVerifying && m_ca->path().isEmpty()) {
        found.push_back({m_ca, tr("The mode %1 needs the certificate of the authority.").arg(sslModeName(sslMode()))});
    }
    if (!isKnownZone(m_timezone->text().trimmed())) {
        found.push_back({m_timezone, tr("There is no time zone of this name. Example: Asia/Seoul.")});
    }
    bool isNumber = false;
    const QString serverId = m_serverId->text().trimmed();
    if (!serverId.isEmpty() && (serverId.toUInt(&isNumber) == 0 || !isNumber)) {
        found.push_back({m_serverId, tr("The server id is a number from 1 to 4294967295.")});
    }
    return found;
}

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/EndpointSecrets.h"

namespace rowcast {

namespace {

const QString kPassword = QStringLiteral("Password");
const QString kSaslPassword = QStringLiteral("SaslPassword");
const QString kClientKeyPassword = QStringLiteral("SslClientKeyPassword");
const QString kClientKey = QStringLiteral("SslClientKey");

bool isPemText(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("-----BEGIN"));
}

void takeOne(EndpointSecrets &secrets, const QString &field, SecretValue &value)
{
    if (value.origin != SecretValue::Origin::Text) {
        return;
    }
    if (!value.isEmpty()) {
        secrets[field] = value.secret;
    }
    value = {};
}

void fillOne(const EndpointSecrets &secrets, const QString &field, SecretValue &value)
{
    const auto found = secrets.find(field);
    if (found != secrets.end() && value.origin == SecretValue::Origin::None) {
        value = SecretValue::ofText(found->second.reveal());
    }
}

} // namespace

EndpointSecrets takeSecrets(EndpointSpec &spec)
{
    EndpointSecrets secrets;
    takeOne(secrets, kPassword, spec.password);
    takeOne(secrets, kSaslPassword, spec.kafka.saslPassword);
    takeOne(secrets, kClientKeyPassword, spec.kafka.sslClientKeyPassword);
    if (isPemText(spec.kafka.sslClientKey)) {
        secrets[kClientKey] = Secret(spec.kafka.sslClientKey);
        spec.kafka.sslClientKey.clear();
    }
    return secrets;
}

void fillSecrets(EndpointSpec &spec, const EndpointSecrets &secrets)
{
    fillOne(secrets, kPassword, spec.password);
    fillOne(secrets, kSaslPassword, spec.kafka.saslPassword);
    fillOne(secrets, kClientKeyPassword, spec.kafka.sslClientKeyPassword);
    const auto key = secrets.find(kClientKey);
    if (key != secrets.end() && spec.kafka.sslClientKey.isEmpty()) {
        spec.kafka.sslClientKey = key->second.reveal();
    }
}

} // namespace rowcast

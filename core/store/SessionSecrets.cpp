// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SessionSecrets.h"

#include <QCoreApplication>

namespace rowcast {

Failure missingSecretFailure()
{
    return {.code = QStringLiteral("secrets.missing"),
        .cause = QCoreApplication::translate("Secrets", "The password is not stored on this computer."),
        .remedy = QCoreApplication::translate("Secrets", "Open the endpoint, enter the password and save."),
        .detail = {},
        .retryable = false};
}

SessionSecrets::SessionSecrets(QString limitation, QObject *parent)
    : QObject(parent)
    , m_limitation(std::move(limitation))
{
}

void SessionSecrets::read(const QString &key, Read done)
{
    const auto found = m_secrets.find(key);
    const Result<Secret> answer
        = found == m_secrets.end() ? Result<Secret>(missingSecretFailure()) : Result<Secret>(found->second);
    QMetaObject::invokeMethod(
        this, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
}

void SessionSecrets::write(const QString &key, const Secret &secret, Written done)
{
    m_secrets[key] = secret;
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done(SecretPlace::Session); }, Qt::QueuedConnection);
}

void SessionSecrets::remove(const QString &key, Removed done)
{
    m_secrets.erase(key);
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace rowcast

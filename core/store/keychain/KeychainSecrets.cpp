// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/keychain/KeychainSecrets.h"

#include "core/base/Log.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace rowcast {

namespace {

const QString kService = QStringLiteral("rowcast");

// QtKeychain says "Unknown error" where the desktop's service gave no reason.
QString wordsOf(const QKeychain::Job &job)
{
    return job.errorString().isEmpty() || job.errorString() == QLatin1String("Unknown error")
        ? QStringLiteral("the desktop's keychain service does not answer (QtKeychain error %1)").arg(int(job.error()))
        : job.errorString();
}

Failure keychainFailure(const QKeychain::Job &job)
{
    return {.code = QStringLiteral("secrets.keychain"),
        .cause = QCoreApplication::translate("Secrets", "The keychain of this desktop refused the request."),
        .remedy = QCoreApplication::translate(
            "Secrets", "Unlock the keychain and try again, or enter the password in the endpoint for this session."),
        .detail = wordsOf(job),
        .retryable = true};
}

} // namespace

KeychainSecrets::KeychainSecrets(QObject *parent)
    : QObject(parent)
{
    probe();
}

void KeychainSecrets::probe()
{
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(QStringLiteral("probe"));
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        const auto error = job->error();
        if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented
            || error == QKeychain::OtherError) {
            qCInfo(lcCommon).noquote() << "No keychain:" << wordsOf(*job);
            m_isThere = false;
            Q_EMIT limited();
        }
    });
    job->start();
}

SecretPlace KeychainSecrets::place() const
{
    return m_isThere ? SecretPlace::Keychain : SecretPlace::Session;
}

QString KeychainSecrets::limitation() const
{
    return m_isThere
        ? QString()
        : QCoreApplication::translate("Secrets",
            "This desktop has no keychain (Secret Service or KWallet), so passwords are kept until Rowcast "
            "is closed and asked for again after the next start.");
}

void KeychainSecrets::read(const QString &key, Read done)
{
    if (!m_isThere) {
        m_session.read(key, std::move(done));
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, job, key, done = std::move(done)] {
        if (job->error() == QKeychain::NoError) {
            done(Secret(job->textData()));
            return;
        }
        // it may be one that the keychain refused to take
        const Failure refused
            = job->error() == QKeychain::EntryNotFound ? missingSecretFailure() : keychainFailure(*job);
        m_session.read(
            key, [done, refused](const Result<Secret> &kept) { done(kept ? kept : Result<Secret>(refused)); });
    });
    job->start();
}

void KeychainSecrets::write(const QString &key, const Secret &secret, Written done)
{
    if (!m_isThere) {
        m_session.write(key, secret, std::move(done));
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(kService, this);
    job->setKey(key);
    job->setTextData(secret.reveal());
    connect(job, &QKeychain::Job::finished, this, [this, job, key, secret, done = std::move(done)] {
        if (job->error() == QKeychain::NoError) {
            m_session.remove(key, [](const Result<void> &) {});
            done(SecretPlace::Keychain);
            return;
        }
        qCWarning(lcCommon).noquote() << "The keychain did not take a password, it is kept for this session:"
                                      << wordsOf(*job);
        m_session.write(key, secret, done);
    });
    job->start();
}

void KeychainSecrets::remove(const QString &key, Removed done)
{
    if (!m_isThere) {
        m_session.remove(key, std::move(done));
        return;
    }
    m_session.remove(key, [](const Result<void> &) {});
    auto *job = new QKeychain::DeletePasswordJob(kService, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        const bool isGone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        done(isGone ? Result<void>() : Result<void>(keychainFailure(*job)));
    });
    job->start();
}

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SessionSecrets.h"

#include <memory>

namespace rowcast {

// Secrets in the platform's keychain (Secret Service or KWallet, through QtKeychain). One that the keychain refuses to
// take is kept for this session, and the answer says so.
class KeychainSecrets final : public QObject, public Secrets {
    Q_OBJECT

public:
    explicit KeychainSecrets(QObject *parent = nullptr);

    [[nodiscard]] SecretPlace place() const override { return SecretPlace::Keychain; }
    [[nodiscard]] QString limitation() const override { return {}; }
    void read(const QString &key, Read done) override;
    void write(const QString &key, const Secret &secret, Written done) override;
    void remove(const QString &key, Removed done) override;

private:
    SessionSecrets m_session;
};

// The platform's keychain where there is one, else the session's memory with the reason as its limitation.
[[nodiscard]] std::unique_ptr<Secrets> platformSecrets();

} // namespace rowcast

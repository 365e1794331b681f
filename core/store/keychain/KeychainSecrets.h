// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SessionSecrets.h"

namespace rowcast {

// Secrets in the platform's keychain (Secret Service or KWallet, through QtKeychain). Whether there is one is asked at
// the start; the answer takes a moment of the event loop. Where there is none, and for a secret that the keychain
// refuses to take, this session's memory is used, and the answers say so.
class KeychainSecrets final : public QObject, public Secrets {
    Q_OBJECT

public:
    explicit KeychainSecrets(QObject *parent = nullptr);

    [[nodiscard]] SecretPlace place() const override;
    [[nodiscard]] QString limitation() const override;
    void read(const QString &key, Read done) override;
    void write(const QString &key, const Secret &secret, Written done) override;
    void remove(const QString &key, Removed done) override;

Q_SIGNALS:
    // There is no keychain: place() and limitation() have changed.
    void limited();

private:
    void probe();

    SessionSecrets m_session;
    bool m_isThere = true;
};

} // namespace rowcast

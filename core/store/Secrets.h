// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

#include <functional>

namespace rowcast {

enum class SecretPlace : uint8_t {
    Session, // this program's memory: to be asked for again after the next start
    Keychain, // the platform's: Secret Service, KWallet
};

// Where passwords lie, which is never the store's file. Keys name an endpoint and a field and hold no secret
// ("endpoint/6f…/Password"). Used on the main thread, which needs an event loop; answers come later on that thread,
// never from inside the call, and none after the object is gone.
class Secrets {
public:
    using Read = std::function<void(Result<Secret>)>; // "secrets.missing" where nothing is kept; "secrets.keychain"
    using Written = std::function<void(Result<SecretPlace>)>; // where it lies now
    using Removed = std::function<void(Result<void>)>; // what is not there is removed

    virtual ~Secrets() = default;
    // Where a secret that is written now is expected to lie. Session means that there is no keychain: the person is
    // told.
    [[nodiscard]] virtual SecretPlace place() const = 0;
    // Why there is no keychain; translated, empty where there is one.
    [[nodiscard]] virtual QString limitation() const = 0;
    virtual void read(const QString &key, Read done) = 0;
    virtual void write(const QString &key, const Secret &secret, Written done) = 0;
    virtual void remove(const QString &key, Removed done) = 0;
};

// Nothing is kept under this key: the person has to be asked.
[[nodiscard]] Failure missingSecretFailure();

} // namespace rowcast

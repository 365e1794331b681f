// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Secrets.h"

#include <QObject>

#include <map>

namespace rowcast {

// Secrets in this program's memory, for computers without a keychain, for the demo and for tests.
class SessionSecrets final : public QObject, public Secrets {
    Q_OBJECT

public:
    // limitation: why there is no keychain, translated.
    explicit SessionSecrets(QString limitation = {}, QObject *parent = nullptr);

    [[nodiscard]] SecretPlace place() const override { return SecretPlace::Session; }
    [[nodiscard]] QString limitation() const override { return m_limitation; }
    void read(const QString &key, Read done) override;
    void write(const QString &key, const Secret &secret, Written done) override;
    void remove(const QString &key, Removed done) override;

private:
    QString m_limitation;
    std::map<QString, Secret> m_secrets;
};

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QMetaType>
#include <QString>

namespace rowcast {

// A secret and where it comes from. Documents are written with the reference alone; a secret that was given as text is
// left out and belongs into the keychain.
struct SecretValue {
    enum class Origin : uint8_t { None, Text, Environment, File };
    Origin origin = Origin::None;
    QString reference; // the variable's name or the file's path
    Secret secret; // what to log in with; filled for every origin but None

    [[nodiscard]] static SecretValue ofText(const QString &text)
    {
        return {text.isEmpty() ? Origin::None : Origin::Text, {}, Secret(text)};
    }
    // Read the variable, or the file without the line end at its end. Failure "document.secret".
    [[nodiscard]] static Result<SecretValue> ofEnvironment(const QString &name);
    [[nodiscard]] static Result<SecretValue> ofFile(const QString &path);

    [[nodiscard]] bool isEmpty() const { return secret.isEmpty(); }
    bool operator==(const SecretValue &) const = default;
};

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rowcast {

// A password on its way from the keychain or the document to the connection. It has no stream operator and no implicit
// conversion, so it cannot land in a log or an export by accident; reveal() marks the few places that need the text.
class Secret {
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &reveal() const { return m_text; }
    bool operator==(const Secret &) const = default;

private:
    QString m_text;
};

} // namespace rowcast

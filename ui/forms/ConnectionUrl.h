// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rowcast::ui {

// What a pasted address of a database says: "mysql://user:password@host:3306/shop", "jdbc:mysql://host/shop?user=dms",
// "jdbc:mariadb:aurora://...", or "host:3306".
struct ConnectionUrl {
    QString host;
    std::optional<int> port;
    QString user;
    QString password;
    QString database;
    QString sslMode; // as its own language says it: "REQUIRED", "verify-ca"; or empty
    bool isMariaDb = false;

    // Nothing for a plain host name or what cannot be read.
    [[nodiscard]] static std::optional<ConnectionUrl> parse(const QString &text);
};

} // namespace rowcast::ui

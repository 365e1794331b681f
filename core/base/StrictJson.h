// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace rowcast {

// "document.invalid" at a JSON path; cause is a translated sentence that follows the path.
[[nodiscard]] Failure documentFailure(const QString &path, const QString &cause, const QString &remedy = {});
// "document.unsupported": it would have an effect and is not built.
[[nodiscard]] Failure unsupportedFailure(const QString &path, const QString &cause, const QString &remedy = {});

// The path of a key of the object at parent: "$.a.b", or "$.a['odd key']".
[[nodiscard]] QString jsonPath(const QString &parent, const QString &key);

// Reads JSON (RFC 8259) of any origin: at most 16 MiB and 64 levels, no key twice in an object. Key order is kept and
// integers stay exact. Failure "document.invalid" with line and column; it never quotes the text, which may hold
// secrets.
[[nodiscard]] Result<nlohmann::ordered_json> parseStrictJson(
    const QByteArray &bytes, const QString &path = QStringLiteral("$"));

} // namespace rowcast

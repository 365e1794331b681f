// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Extra connection attributes: DMS's older way to state endpoint settings.

#include "core/document/DocumentParts.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

nlohmann::ordered_json connectionAttributes(const QString &text, const QStringList &names)
{
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(QLatin1Char('='));
        const QString key = part.left(equals).trimmed();
        const auto known = std::find_if(names.begin(), names.end(),
            [&](const QString &name) { return name.compare(key, Qt::CaseInsensitive) == 0; });
        if (!key.isEmpty()) {
            const QString value = equals < 0 ? QString() : part.mid(equals + 1).trimmed();
            object[(known == names.end() ? key : *known).toStdString()] = value.toStdString();
        }
    }
    return object;
}

} // namespace rowcast

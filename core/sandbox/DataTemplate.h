// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/PrivateFolder.h"

#include <functional>
#include <stop_token>

namespace rowcast {

// An initialised data folder that is made once and copied at each start, in the cache's folder "templates". The key
// names everything that shapes it (server, version, options). Several programs may use the same key at the same time;
// where the cache cannot be written, each start initialises its own. Holds no data of anybody.
class DataTemplate {
public:
    explicit DataTemplate(const QString &key);

    // Fills `target`, a path in the folder that does not exist yet: by a copy, else by `initialise`, which makes it.
    Result<void> fill(const PrivateFolder &folder, const QString &target,
        const std::function<Result<void>()> &initialise, const std::stop_token &stop) const;

private:
    [[nodiscard]] bool copy(
        const PrivateFolder &folder, const QString &from, const QString &to, const std::stop_token &stop) const;
    void keep(const PrivateFolder &folder, const QString &filled, const std::stop_token &stop) const;

    QString m_templates; // the folder of all
    QString m_path;
};

} // namespace rowcast

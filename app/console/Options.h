// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace rowcast {

// The command line of `rowcast`.
struct ConsoleOptions {
    bool isDemo = false;
    bool isHelp = false;
    bool isVersion = false;
    QString dataFolder; // empty: the platform's data location
    QString language; // "ko", "en"; empty: the settings', else the desktop's
    QString tourFolder; // of --screenshot-tour, which shows the demo

    // Failure "usage".
    [[nodiscard]] static Result<ConsoleOptions> parse(const QStringList &arguments);
    [[nodiscard]] static QString help();
};

} // namespace rowcast

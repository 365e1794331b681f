// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QStringList>

namespace rowcast::bench {

// One run of the real worker, with its time and memory.
struct MeasuredRun {
    double seconds = 0; // from "running" to "stopped": without the start of the process
    double processSeconds = 0; // all of it
    double mostMegabytes = 0; // resident, at the worst moment
};

// Fails where the worker does not end with 0.
Result<MeasuredRun> measure(const QJsonObject &document, const QStringList &arguments);

} // namespace rowcast::bench

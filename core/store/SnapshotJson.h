// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"
#include "core/task/TaskSnapshot.h"

#include <QByteArray>

#include <vector>

namespace rowcast {

// How outcomes are kept as JSON text. Reading takes what is missing or of another version as its default.

[[nodiscard]] QByteArray stepsJson(const std::vector<ProbeStep> &steps);
[[nodiscard]] std::vector<ProbeStep> stepsFromJson(const QByteArray &json);

// All but identifier, metrics, gauges and tables.
[[nodiscard]] QByteArray statusJson(const TaskSnapshot &snapshot);
[[nodiscard]] TaskSnapshot statusFromJson(const QByteArray &json);
// The same status for a task whose program ended while it was active: stopped, and marked.
[[nodiscard]] QByteArray interruptedStatusJson(const QByteArray &json);
[[nodiscard]] bool isInterrupted(const QByteArray &json);

// All but the names of schema and table.
[[nodiscard]] QByteArray countsJson(const TableStatistics &table);
[[nodiscard]] TableStatistics countsFromJson(const QByteArray &json);

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/SimulatedWorld.h"

#include <QString>

namespace rowcast::tests {

// Reads the topic as a consumer would and holds it against the server: every row loaded once at most, every change once
// at most, those after the load exactly once, transactions whole and in order, no key going back in time, and the
// folded topic equal to the tables. Empty: all of that holds; else the first promise that does not.
[[nodiscard]] QString brokenPromise(const SimulatedWorld &world);

} // namespace rowcast::tests

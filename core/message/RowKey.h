// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Change.h"

#include <string>

namespace rowcast
{

// Appends the values of the row's primary key joined by dots, as keys of messages and log lines show them: from the
// data image, or from the before image where that lacks them. False when neither has a key column, or the table has no
// key; bytes may then hold a part of it.
bool appendRowKey(std::string &bytes, const Change &change, bool noHexPrefix);

} // namespace rowcast

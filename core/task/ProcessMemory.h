// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rowcast {

// Resident bytes of this process; 0 where the platform does not tell.
[[nodiscard]] uint64_t residentBytes();

} // namespace rowcast

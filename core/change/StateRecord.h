// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rowcast {

// One piece of a task's durable state, a keyed record of the compacted checkpoint topic. The key is relative to the
// task:
// "" is the task's own record, "schema/<table>" a definition, "load/<table>/<n>" the progress of chunks (names percent-
// encoded). The value is text that only its writer understands; no value removes the record.
struct StateRecord {
    std::string key;
    std::optional<std::string> value;

    bool operator==(const StateRecord &) const = default;
};

using StateRecords = std::vector<StateRecord>;

} // namespace rowcast

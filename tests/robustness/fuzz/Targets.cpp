// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/Targets.h"

#include "tests/robustness/fuzz/DecodingTargets.h"
#include "tests/robustness/fuzz/TextTargets.h"

#include <algorithm>

namespace rowcast::fuzz {

const std::vector<Target> &targets()
{
    static const std::vector<Target> all = [] {
        std::vector<Target> joined(decodingTargets().begin(), decodingTargets().end());
        joined.insert(joined.end(), textTargets().begin(), textTargets().end());
        return joined;
    }();
    return all;
}

const Target *findTarget(std::string_view name)
{
    const auto found
        = std::find_if(targets().begin(), targets().end(), [&](const Target &target) { return target.name == name; });
    return found == targets().end() ? nullptr : &*found;
}

} // namespace rowcast::fuzz

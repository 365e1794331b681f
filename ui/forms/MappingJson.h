// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mapping/TableMappings.h"

namespace rowcast::ui {

// The mappings with other selection rules; rules of other kinds, which came with an imported document, are kept.
[[nodiscard]] TableMappings withSelectionRules(const TableMappings &mappings, std::vector<SelectionRule> rules);

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"
#include "ui/widgets/ConnectionLadder.h"

#include <optional>

namespace rowcast::ui {

// The one thing that all pages of the wizard work on.
struct MigrationDraft {
    MigrationDocument document;
    // Made here, or an existing one that is only referred to.
    bool isNewInstance = true;
    bool isNewSource = true;
    bool isNewTarget = true;
    LadderVerdict sourceVerdict; // of the last test; Kind::None: not tested
    LadderVerdict targetVerdict;
    std::optional<int> selectedTables; // of the source's list, once it was read
    bool startsOnCreate = true;
};

} // namespace rowcast::ui

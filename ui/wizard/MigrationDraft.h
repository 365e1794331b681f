// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"
#include "core/pipeline/Probe.h"

#include <optional>
#include <vector>

namespace rowcast::ui {

// The one thing that all pages of the wizard work on.
struct MigrationDraft {
    MigrationDocument document;
    // Of the stored one that was chosen; empty: made here.
    QString sourceUid;
    QString targetUid;
    // Of the last test here; empty: not tested.
    std::vector<ProbeStep> sourceTest;
    std::vector<ProbeStep> targetTest;
    std::optional<int> selectedTables; // of the source's list, once it was read
    bool startsOnCreate = true;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"

namespace rowcast::ui {

// An endpoint to be tested or asked, as a form or the store has it: without the secrets that the store keeps for it.
struct EndpointInUse {
    EndpointSpec spec;
    QString uid; // of the stored one; empty: not stored

    bool operator==(const EndpointInUse &) const = default;
};

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "core/document/TaskSpec.h"
#include "core/message/MessageSettings.h"

namespace rowcast {

// What a task's messages look like, by its target endpoint and its settings.
[[nodiscard]] MessageSettings messageSettingsFrom(const EndpointSpec &target, const TaskSpec &task);

} // namespace rowcast

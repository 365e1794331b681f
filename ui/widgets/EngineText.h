// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "core/document/TaskSpec.h"

#include <QString>

// DMS's words for people, translated.

namespace rowcast::ui {

// "Amazon Aurora MySQL", "Apache Kafka".
[[nodiscard]] QString engineText(Engine engine);
// "Source", "Target".
[[nodiscard]] QString roleText(EndpointRole role);
// "Migrate existing data and replicate ongoing changes".
[[nodiscard]] QString migrationTypeText(MigrationType type);

} // namespace rowcast::ui

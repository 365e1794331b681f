// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"
#include "core/store/Definitions.h"
#include "core/store/Event.h"

namespace rowcast {

// Everything that is defined and not removed, as the session of that uid sees it. A definition that cannot be read is
// told in problems.
Result<DefinitionsSnapshot> readDefinitions(Database &database, const QString &session);
// Newest first.
Result<std::vector<Event>> readEvents(Database &database, int most);

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"

namespace rowcast::ui {

// What was pasted of the AWS CLI's output, in any order: describe-endpoints, describe-replication-tasks,
// describe-replication-instances, single objects of these, or a migration document. The task's ARNs choose its
// endpoints where there are several. Passwords are never part of it. A failure names what cannot be read, or
// "import.nothing".
[[nodiscard]] Result<MigrationDocument> importFromAws(const QByteArray &text);

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/HelpColumn.h"

// The help texts of the source endpoint's fields.

namespace rowcast::ui::mysqlhelp {

[[nodiscard]] FieldHelp identifier();
[[nodiscard]] FieldHelp engine();
[[nodiscard]] FieldHelp server();
[[nodiscard]] FieldHelp port();
[[nodiscard]] FieldHelp user();
[[nodiscard]] FieldHelp password();
[[nodiscard]] FieldHelp sslMode();
[[nodiscard]] FieldHelp caCertificate();
[[nodiscard]] FieldHelp databaseName();
[[nodiscard]] FieldHelp serverTimezone();
[[nodiscard]] FieldHelp afterConnectScript();
[[nodiscard]] FieldHelp eventsPollInterval();
[[nodiscard]] FieldHelp executeTimeout();
[[nodiscard]] FieldHelp connectionTimeout();
[[nodiscard]] FieldHelp cleanMetadata();
[[nodiscard]] FieldHelp skipSuspension();
[[nodiscard]] FieldHelp ignoreOpenXa();
[[nodiscard]] FieldHelp serverId();

} // namespace rowcast::ui::mysqlhelp

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/HelpColumn.h"

// The help texts of the task settings' fields.

namespace rowcast::ui::settingshelp {

[[nodiscard]] FieldHelp prepMode();
[[nodiscard]] FieldHelp stopAfterLoad();
[[nodiscard]] FieldHelp subTasks();
[[nodiscard]] FieldHelp commitRate();
[[nodiscard]] FieldHelp consistencyTimeout();
[[nodiscard]] FieldHelp lobs();
[[nodiscard]] FieldHelp lobMaxSize();
[[nodiscard]] FieldHelp applyThreads();
[[nodiscard]] FieldHelp ddlPolicy(const QString &name);
[[nodiscard]] FieldHelp beforeImage();
[[nodiscard]] FieldHelp beforeImageField();
[[nodiscard]] FieldHelp beforeImageColumns();
[[nodiscard]] FieldHelp dataErrors();
[[nodiscard]] FieldHelp truncationErrors();
[[nodiscard]] FieldHelp tableErrors();
[[nodiscard]] FieldHelp noTables();
[[nodiscard]] FieldHelp retryCount();
[[nodiscard]] FieldHelp retryInterval();
[[nodiscard]] FieldHelp retryMost();
[[nodiscard]] FieldHelp memoryLimit();
[[nodiscard]] FieldHelp bufferCount();
[[nodiscard]] FieldHelp bufferSize();
[[nodiscard]] FieldHelp commitTimeout();

} // namespace rowcast::ui::settingshelp

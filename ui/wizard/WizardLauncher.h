// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

class QWidget;

namespace rowcast::ui {

class MigrationWizard;

// Opens the wizard of that window, or brings the open one to the front.
MigrationWizard *openWizard(const AppContext &context, QWidget *window);
// Asks for what the AWS CLI printed, then opens the wizard with it.
void openImport(const AppContext &context, QWidget *window);

} // namespace rowcast::ui

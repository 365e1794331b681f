// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

class QMessageBox;

namespace rowcast::ui {

// The console's own sign instead of the style's, and lines wide enough to be read. After the texts are set.
void dressQuestion(QMessageBox &box, Status status);

} // namespace rowcast::ui

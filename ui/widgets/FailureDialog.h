// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <QDialog>

namespace rowcast::ui {

// A failure of something that the person just asked for, where no banner has a place.
class FailureDialog : public QDialog {
    Q_OBJECT

public:
    FailureDialog(const Failure &failure, QWidget *parent);
};

} // namespace rowcast::ui

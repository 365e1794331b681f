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

    // Opens one and returns at once; it goes away when it is closed.
    static void tell(const Failure &failure, QWidget *parent);
};

} // namespace rowcast::ui

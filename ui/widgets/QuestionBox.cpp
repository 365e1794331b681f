// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuestionBox.h"

#include "ui/style/Metrics.h"

#include <QLabel>
#include <QMessageBox>

namespace rowcast::ui {

void dressQuestion(QMessageBox &box, Status status)
{
    box.setIconPixmap(statusSign(status, box.palette(), units(4), box.devicePixelRatioF()));
    // QMessageBox chooses the width of its labels itself, and wraps early; these are their names since Qt 4
    for (const char *name : {"qt_msgbox_label", "qt_msgbox_informativelabel"}) {
        if (auto *label = box.findChild<QLabel *>(QLatin1String(name))) {
            label->setMinimumWidth(units(50));
        }
    }
}

} // namespace rowcast::ui

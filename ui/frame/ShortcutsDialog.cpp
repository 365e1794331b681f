// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/ShortcutsDialog.h"

#include "ui/style/Metrics.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMap>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rowcast::ui {

ShortcutsDialog::ShortcutsDialog(QWidget *window)
    : QDialog(window)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(windowTitle());
    list->setHeaderLabels({tr("Keys"), tr("What they do")});
    list->setRootIsDecorated(false);
    QMap<QString, QString> known;
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty()) {
            known.insert(action->shortcut().toString(QKeySequence::NativeText), action->iconText());
        }
    }
    for (auto entry = known.cbegin(); entry != known.cend(); ++entry) {
        new QTreeWidgetItem(list, {entry.key(), entry.value()});
    }
    list->header()->resizeSection(0, units(20));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(units(60), units(50));
}

} // namespace rowcast::ui

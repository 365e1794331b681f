// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/WizardLauncher.h"

#include "ui/wizard/ImportDialog.h"
#include "ui/wizard/MigrationWizard.h"

namespace rowcast::ui {

MigrationWizard *openWizard(const AppContext &context, QWidget *window)
{
    auto *wizard = window->findChild<MigrationWizard *>();
    // one that was closed is still there for a moment
    if (wizard == nullptr || !wizard->isVisible()) {
        wizard = new MigrationWizard(context, window);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
        wizard->show();
    }
    wizard->raise();
    wizard->activateWindow();
    return wizard;
}

void openImport(const AppContext &context, QWidget *window)
{
    auto *dialog = new ImportDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
        [context, window, dialog] { openWizard(context, window)->setDocument(dialog->document()); });
    dialog->open();
}

} // namespace rowcast::ui

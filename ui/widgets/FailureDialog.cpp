// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FailureDialog.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/FailureBanner.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace rowcast::ui {

FailureDialog::FailureDialog(const Failure &failure, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Failure"));
    auto *banner = new FailureBanner(this);
    banner->setFailure(failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(banner);
    layout->addWidget(buttons);
    setMinimumWidth(units(64));
}

void FailureDialog::tell(const Failure &failure, QWidget *parent)
{
    auto *dialog = new FailureDialog(failure, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/AboutDialog.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/QuietLabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rowcast::ui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Rowcast"));
    auto *name = new QLabel(tr("Rowcast %1").arg(QCoreApplication::applicationVersion()), this);
    setTextRole(name, TextRole::Title);
    auto *what = new QLabel(
        tr("Loads tables and follows their changes, and writes them to Apache Kafka as AWS DMS would."), this);
    auto *licence
        = new QuietLabel(tr("The Rowcast authors. GNU General Public License, version 3 or later. Built with Qt, "
                            "librdkafka and the client library of MariaDB or MySQL."),
            this);
    what->setWordWrap(true);
    licence->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    for (QWidget *line : std::initializer_list<QWidget *>{name, what, licence}) {
        texts->addWidget(line);
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(units(3));
    head->addWidget(new IconLabel(QIcon(QStringLiteral(":/icons/rowcast.svg")), units(8), this), 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(units(2));
    layout->addLayout(head);
    layout->addWidget(buttons);
    resize(units(64), sizeHint().height());
}

} // namespace rowcast::ui

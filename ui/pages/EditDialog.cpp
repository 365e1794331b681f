// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/EditDialog.h"

#include "core/store/StoreService.h"
#include "ui/models/StoreReply.h"
#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/FirstFocus.h"
#include "ui/widgets/HelpColumn.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rowcast::ui {

EditDialog::EditDialog(StoreService &store, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_help(new HelpColumn(this))
    , m_failure(new FailureBanner(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(title);
    auto *content = new QWidget(this);
    m_body = new QVBoxLayout(content);
    m_body->setSpacing(units(2));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_help->watch(content);
    m_help->setFixedWidth(units(32));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(scroll, 1);
    columns->addWidget(m_help);
    QPushButton *save = m_buttons->addButton(tr("Sa&ve"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("save"));
    setPrimary(save);
    QPushButton *cancel = m_buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setAutoDefault(false);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &EditDialog::trySave);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(units(2), 0, units(2), units(2));
    footer->addWidget(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(columns, 1);
    layout->addWidget(m_failure);
    layout->addLayout(footer);
    resize(units(124), units(84));
}

void EditDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    focusFirst(*m_body->parentWidget());
}

void EditDialog::setHelp(const FieldHelp &help)
{
    m_help->setPageHelp(help);
}

void EditDialog::showFailure(const Failure &failure)
{
    m_failure->setFailure(failure);
}

void EditDialog::trySave()
{
    m_failure->clear();
    const quint64 request = save();
    if (request == 0) {
        return;
    }
    m_buttons->setEnabled(false);
    onStoreReply(m_store, request, this, [this](const Result<void> &saved) {
        m_buttons->setEnabled(true);
        if (saved) {
            accept();
        } else {
            showFailure(saved.error());
        }
    });
}

} // namespace rowcast::ui

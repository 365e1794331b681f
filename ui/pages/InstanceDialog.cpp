// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/InstanceDialog.h"

#include "core/store/StoreService.h"
#include "ui/forms/InstanceForm.h"

#include <QVBoxLayout>

namespace rowcast::ui {

InstanceDialog::InstanceDialog(const AppContext &context, const QString &identifier, QWidget *parent)
    : EditDialog(*context.store,
        identifier.isEmpty() ? tr("Create replication instance") : tr("Replication instance: %1").arg(identifier),
        parent)
    , m_context(context)
    , m_previous(identifier)
    , m_form(new InstanceForm(this))
{
    QStringList taken;
    for (const StoredInstance &stored : context.store->definitions().instances) {
        if (stored.spec.identifier != identifier) {
            taken.append(stored.spec.identifier);
        } else {
            m_form->setSpec(stored.spec);
        }
    }
    if (identifier.isEmpty()) {
        ReplicationInstanceSpec fresh;
        fresh.identifier = taken.contains(fresh.identifier) ? QString() : fresh.identifier;
        m_form->setSpec(fresh);
    }
    m_form->setTakenNames(taken);
    body()->addWidget(m_form);
    body()->addStretch(1);
    setHelp({tr("Replication instance"), tr("Where tasks run, and what they may use of that computer."),
        tr("Replication instances"), QString(), tr("A changed class counts from a task's next start.")});
}

quint64 InstanceDialog::save()
{
    return m_form->validate() ? m_context.store->saveInstance(m_form->spec(), m_previous) : 0;
}

} // namespace rowcast::ui

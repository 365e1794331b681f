// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/InstanceStep.h"

#include "core/store/StoreService.h"
#include "ui/forms/InstanceForm.h"
#include "ui/wizard/ChoiceRow.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace rowcast::ui {

InstanceStep::InstanceStep(const AppContext &context, QWidget *parent)
    : WizardPage({tr("Replication instance"), tr("Where the task runs, and what it may use of that computer."),
                     {tr("Replication instance"),
                         tr("DMS rents a machine in your VPC. Here it is this computer: tasks run in threads of this "
                            "program and stop with it."),
                         tr("Replication instances"), QString(),
                         tr("This computer must reach both the database and the brokers: the same VPC, a VPN or a "
                            "tunnel.")}},
        parent)
    , m_context(context)
    , m_form(new InstanceForm(this))
{
    QStringList taken;
    auto *row = new ChoiceRow(tr("&Use"), tr("A new replication instance"), this);
    m_choice = row->choice();
    m_choice->setObjectName(QStringLiteral("instanceChoice"));
    for (const StoredInstance &stored : context.store->definitions().instances) {
        m_choice->addItem(QStringLiteral("%1 (%2)").arg(
                              stored.spec.identifier, instanceClassText(instanceClass(stored.spec.className))),
            stored.spec.identifier);
        taken.append(stored.spec.identifier);
    }
    m_form->setTakenNames(taken);
    m_form->setSpec({});
    body()->addWidget(row);
    body()->addWidget(m_form);
    body()->addStretch(1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &InstanceStep::showChoice);
    connect(m_form, &FieldForm::edited, this, &WizardPage::edited);
    // the usual case: there is one already
    m_choice->setCurrentIndex(m_choice->count() > 1 ? 1 : 0);
    row->setVisible(m_choice->count() > 1);
    showChoice();
}

bool InstanceStep::isNew() const
{
    return m_choice->currentIndex() <= 0;
}

void InstanceStep::showChoice()
{
    m_form->setVisible(isNew());
    Q_EMIT edited();
}

Result<void> InstanceStep::leave(MigrationDraft &draft) const
{
    const StoredInstance *stored = m_context.store->definitions().instance(m_choice->currentData().toString());
    draft.document.instance = isNew() || stored == nullptr ? m_form->spec() : stored->spec;
    return {};
}

QString InstanceStep::problem() const
{
    return isNew() ? firstProblem(*m_form) : QString();
}

void InstanceStep::showProblems()
{
    m_form->validate();
}

QJsonObject InstanceStep::state() const
{
    return {{QStringLiteral("choice"), m_choice->currentData().toString()}, {QStringLiteral("form"), m_form->state()}};
}

void InstanceStep::restore(const QJsonObject &state)
{
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(state.value(QLatin1String("choice")).toString())));
    m_form->restore(state.value(QLatin1String("form")).toObject());
}

void InstanceStep::setSpec(const ReplicationInstanceSpec &spec)
{
    const int known = m_choice->findData(spec.identifier);
    m_choice->setCurrentIndex(std::max(0, known));
    m_form->setSpec(spec);
}

} // namespace rowcast::ui

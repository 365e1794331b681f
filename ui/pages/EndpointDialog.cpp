// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/EndpointDialog.h"

#include "core/store/StoreService.h"
#include "ui/forms/EndpointForm.h"
#include "ui/forms/SecretNotes.h"
#include "ui/forms/TestPanel.h"

#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

QString titleOf(EndpointRole role, const QString &identifier)
{
    if (!identifier.isEmpty()) {
        return EndpointDialog::tr("Endpoint: %1").arg(identifier);
    }
    return role == EndpointRole::Source ? EndpointDialog::tr("Create source endpoint")
                                        : EndpointDialog::tr("Create target endpoint");
}

} // namespace

EndpointDialog::EndpointDialog(const AppContext &context, EndpointRole role, const QString &identifier, QWidget *parent)
    : EditDialog(*context.store, titleOf(role, identifier), parent)
    , m_context(context)
    , m_previous(identifier)
    , m_form(makeEndpointForm(role, this))
    , m_test(new TestPanel(
          context, [this] { return endpoint(); }, this))
{
    QStringList taken;
    const StoredEndpoint *edited = nullptr;
    for (const StoredEndpoint &stored : context.store->definitions().endpoints) {
        if (stored.spec.identifier == identifier) {
            edited = &stored;
        } else {
            taken.append(stored.spec.identifier);
        }
    }
    m_form->setTakenNames(taken);
    if (edited != nullptr) {
        m_uid = edited->uid;
        m_form->setSpec(edited->spec);
        if (edited->lastTest && edited->lastTest->isCurrent) {
            m_test->ladder().showSteps(edited->lastTest->steps);
        }
    }
    showSecretNotes(*m_form, *context.secrets, edited);
    body()->addWidget(m_form);
    body()->addWidget(m_test);
    body()->addStretch(1);
    setHelp({tr("Endpoint"),
        tr("Test connection looks at everything that a task will need, and changes nothing. A change counts from a "
           "task's next start."),
        tr("Endpoints"), QString(), QString()});
    connect(m_form, &FieldForm::edited, m_test, &TestPanel::invalidate);
}

Result<EndpointInUse> EndpointDialog::endpoint() const
{
    Result<EndpointSpec> spec = m_form->spec();
    if (!spec) {
        return spec.error();
    }
    return EndpointInUse{*spec, m_uid};
}

quint64 EndpointDialog::save()
{
    if (!m_form->validate()) {
        return 0;
    }
    const Result<EndpointSpec> spec = m_form->spec();
    if (!spec) {
        showFailure(spec.error());
        return 0;
    }
    m_saved = spec->identifier;
    return m_context.store->saveEndpoint(*spec, m_previous);
}

void EndpointDialog::accept()
{
    // what was tested is what was saved: an edit takes the ladder back
    if (!m_test->steps().empty() && !m_test->isRunning()) {
        m_context.store->saveConnectionTest(m_saved, m_test->steps());
    }
    EditDialog::accept();
}

} // namespace rowcast::ui

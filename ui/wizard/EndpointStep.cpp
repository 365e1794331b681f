// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/EndpointStep.h"

#include "core/store/StoreService.h"
#include "ui/forms/EndpointForm.h"
#include "ui/forms/SecretNotes.h"
#include "ui/forms/TestPanel.h"
#include "ui/models/EndpointModel.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/EngineText.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/wizard/ChoiceRow.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

WizardPage::Description EndpointStep::describe(EndpointRole role)
{
    if (role == EndpointRole::Source) {
        return {tr("Source endpoint"), tr("The database that rows and changes come from."),
            {tr("Source endpoint"),
                tr("Where the server is, and the account that reads it. Test connection looks at everything that a "
                   "task "
                   "will need, and changes nothing."),
                tr("Endpoints: source endpoint"), QString(),
                tr("The usual reasons: port 3306 is closed in the security group, the account may not come from this "
                   "host, the binary log is off.")}};
    }
    return {tr("Target endpoint"), tr("The Kafka cluster that messages go to."),
        {tr("Target endpoint"),
            tr("Where the brokers are, what the messages look like, and how surely they are delivered."),
            tr("Endpoints: target endpoint"), QString(),
            tr("The usual reasons: port 9092 is closed in the security group, or the brokers advertise names that this "
               "computer cannot reach.")}};
}

EndpointStep::EndpointStep(const AppContext &context, EndpointRole role, QWidget *parent)
    : WizardPage(describe(role), parent)
    , m_context(context)
    , m_role(role)
    , m_summary(new QuietLabel(this))
    , m_form(makeEndpointForm(role, this))
    , m_test(new TestPanel(
          context, [this] { return endpoint(); }, this))
{
    auto *row = new ChoiceRow(tr("&Use"), tr("A new endpoint"), this);
    m_choice = row->choice();
    m_choice->setObjectName(QStringLiteral("endpointChoice"));
    QStringList taken;
    for (const StoredEndpoint &stored : context.store->definitions().endpoints) {
        taken.append(stored.spec.identifier);
        if (stored.spec.role == role) {
            m_choice->addItem(QStringLiteral("%1 (%2, %3)")
                                  .arg(stored.spec.identifier, engineText(stored.spec.engine), stored.spec.address()),
                stored.spec.identifier);
        }
    }
    row->setVisible(m_choice->count() > 1);
    m_form->setTakenNames(taken);
    showSecretNotes(*m_form, *context.secrets, nullptr);
    m_summary->setTextFormat(Qt::PlainText);
    body()->addWidget(row);
    body()->addWidget(m_summary);
    body()->addWidget(m_form);
    body()->addWidget(m_test);
    body()->addStretch(1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &EndpointStep::showChoice);
    connect(m_form, &FieldForm::edited, this, [this] {
        m_test->invalidate();
        Q_EMIT edited();
    });
    connect(m_test, &TestPanel::finished, this, &EndpointStep::keepTest);
    connect(m_test, &TestPanel::changed, this, &WizardPage::edited);
    showChoice();
}

bool EndpointStep::isNew() const
{
    return m_choice->currentIndex() <= 0;
}

void EndpointStep::enter(const MigrationDraft &)
{
    // an existing endpoint shows what its last test said
    const StoredEndpoint *stored = m_context.store->definitions().endpoint(m_choice->currentData().toString());
    if (!isNew() && stored != nullptr && stored->lastTest && stored->lastTest->isCurrent && m_test->steps().empty()) {
        m_test->ladder().showSteps(stored->lastTest->steps);
    }
}

Result<EndpointInUse> EndpointStep::endpoint() const
{
    if (isNew()) {
        Result<EndpointSpec> spec = m_form->spec();
        if (!spec) {
            return spec.error();
        }
        return EndpointInUse{*spec, {}};
    }
    const QString identifier = m_choice->currentData().toString();
    const StoredEndpoint *stored = m_context.store->definitions().endpoint(identifier);
    if (stored == nullptr) {
        return Failure{.code = QStringLiteral("endpoint.gone"),
            .cause = tr("The endpoint %1 was deleted meanwhile.").arg(identifier),
            .remedy = tr("Choose another one, or make a new one."),
            .detail = {},
            .retryable = false};
    }
    return EndpointInUse{stored->spec, stored->uid};
}

void EndpointStep::showChoice()
{
    m_test->cancel();
    m_test->ladder().showSentence({});
    m_form->setVisible(isNew());
    const StoredEndpoint *stored = m_context.store->definitions().endpoint(m_choice->currentData().toString());
    m_summary->setVisible(!isNew() && stored != nullptr);
    if (!isNew() && stored != nullptr) {
        m_summary->setText(tr("Last test: %1").arg(lastTestText(*stored)));
    }
    enter({});
    Q_EMIT edited();
}

void EndpointStep::keepTest()
{
    if (!isNew()) {
        m_context.store->saveConnectionTest(m_choice->currentData().toString(), m_test->steps());
    }
}

Result<void> EndpointStep::leave(MigrationDraft &draft) const
{
    Result<EndpointInUse> used = endpoint();
    if (!used) {
        return used.error();
    }
    const bool isTested = m_test->verdict().kind == LadderVerdict::Kind::Ready
        || m_test->verdict().kind == LadderVerdict::Kind::Warnings
        || m_test->verdict().kind == LadderVerdict::Kind::Failed;
    const bool isSource = m_role == EndpointRole::Source;
    (isSource ? draft.document.source : draft.document.target) = used->spec;
    (isSource ? draft.sourceUid : draft.targetUid) = used->uid;
    (isSource ? draft.sourceTest : draft.targetTest) = isTested ? m_test->steps() : std::vector<ProbeStep>{};
    return {};
}

QString EndpointStep::problem() const
{
    return isNew() ? firstProblem(*m_form) : QString();
}

void EndpointStep::showProblems()
{
    m_form->validate();
}

QJsonObject EndpointStep::state() const
{
    return {{QStringLiteral("choice"), m_choice->currentData().toString()}, {QStringLiteral("form"), m_form->state()}};
}

void EndpointStep::restore(const QJsonObject &state)
{
    m_form->restore(state.value(QLatin1String("form")).toObject());
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(state.value(QLatin1String("choice")).toString())));
}

void EndpointStep::setSpec(const EndpointSpec &spec)
{
    m_choice->setCurrentIndex(0);
    m_form->setSpec(spec);
}

} // namespace rowcast::ui

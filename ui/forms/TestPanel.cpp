// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TestPanel.h"

#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/FailureBanner.h"

#include <QIcon>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace rowcast::ui {

TestPanel::TestPanel(const AppContext &context, const Provider &provider, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_provider(provider)
    , m_button(new QPushButton(QIcon::fromTheme(QStringLiteral("network-connect")), tr("&Test connection"), this))
    , m_failure(new FailureBanner(this))
    , m_ladder(new ConnectionLadder(this))
{
    m_button->setObjectName(QStringLiteral("testConnection"));
    m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(1.5));
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_failure);
    layout->addWidget(m_ladder);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &TestPanel::start);
    connect(m_ladder, &ConnectionLadder::cancelRequested, this, &TestPanel::cancel);
    connect(m_context.instance, &ReplicationInstance::testStep, this, [this](quint64 request, const ProbeStep &step) {
        if (request == m_request) {
            m_ladder->setStep(step);
        }
    });
    connect(m_context.instance, &ReplicationInstance::testFinished, this, [this](quint64 request) {
        if (request == m_request) {
            setRunning(false);
            m_ladder->finish();
            showFailedStep();
            Q_EMIT finished();
            Q_EMIT changed();
        }
    });
}

TestPanel::~TestPanel()
{
    m_context.instance->cancel(m_request);
}

void TestPanel::start()
{
    cancel();
    m_failure->clear();
    m_ladder->begin();
    const int attempt = ++m_attempt;
    const Result<EndpointInUse> endpoint = m_provider();
    if (!endpoint) {
        begin(endpoint.error(), attempt);
        return;
    }
    m_context.store->completeEndpoint(endpoint->spec, endpoint->uid, this,
        [this, attempt](const Result<EndpointSpec> &complete) { begin(complete, attempt); });
}

void TestPanel::begin(const Result<EndpointSpec> &endpoint, int attempt)
{
    if (attempt != m_attempt) {
        return;
    }
    if (!endpoint) {
        setRunning(false);
        m_ladder->showSentence({});
        m_failure->setFailure(endpoint.error());
        Q_EMIT changed();
        return;
    }
    m_request = m_context.instance->testConnection(*endpoint);
    m_job = m_context.jobs->begin(tr("Testing the connection: %1").arg(endpoint->identifier));
    Q_EMIT changed();
}

void TestPanel::cancel()
{
    ++m_attempt;
    if (m_request == 0) {
        return;
    }
    m_context.instance->cancel(m_request);
    setRunning(false);
    m_ladder->setCancelled();
    Q_EMIT changed();
}

void TestPanel::showFailedStep()
{
    // not before its cause and remedy are laid out
    QTimer::singleShot(0, this, [this] {
        QWidget *failed = m_ladder->failedStep();
        for (QWidget *above = this; failed != nullptr && above != nullptr; above = above->parentWidget()) {
            if (auto *scroll = qobject_cast<QScrollArea *>(above)) {
                scroll->ensureWidgetVisible(failed, 0, units(2));
                return;
            }
        }
    });
}

void TestPanel::setRunning(bool isRunning)
{
    if (!isRunning) {
        m_request = 0;
        m_job.reset();
    }
}

void TestPanel::invalidate()
{
    const bool hadResult = verdict().kind != LadderVerdict::Kind::None || isRunning();
    cancel();
    m_failure->clear();
    if (hadResult) {
        m_ladder->showSentence(tr("The endpoint was edited since the last test."));
        Q_EMIT changed();
    }
}

} // namespace rowcast::ui

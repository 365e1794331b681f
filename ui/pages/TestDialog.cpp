// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/TestDialog.h"

#include "core/store/StoreService.h"
#include "ui/forms/TestPanel.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/EngineText.h"
#include "ui/widgets/QuietLabel.h"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rowcast::ui {

TestDialog::TestDialog(const AppContext &context, const QString &identifier, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Test endpoint connection: %1").arg(identifier));
    StoreService *store = context.store;
    m_panel = new TestPanel(
        context,
        [store, identifier]() -> Result<EndpointInUse> {
            const StoredEndpoint *stored = store->definitions().endpoint(identifier);
            if (stored == nullptr) {
                return Failure{.code = QStringLiteral("endpoint.gone"),
                    .cause = tr("The endpoint %1 was deleted meanwhile.").arg(identifier),
                    .remedy = {},
                    .detail = {},
                    .retryable = false};
            }
            return EndpointInUse{stored->spec, stored->uid};
        },
        this);
    connect(m_panel, &TestPanel::finished, this,
        [this, store, identifier] { store->saveConnectionTest(identifier, m_panel->steps()); });
    const StoredEndpoint *stored = store->definitions().endpoint(identifier);
    auto *what = new QuietLabel(stored == nullptr
            ? QString()
            : QStringLiteral("%1, %2").arg(engineText(stored->spec.engine), stored->spec.address()),
        this);
    auto *content = new QWidget(this);
    auto *lines = new QVBoxLayout(content);
    lines->addWidget(what);
    lines->addWidget(m_panel, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(units(108), units(92));
    m_panel->start();
}

} // namespace rowcast::ui

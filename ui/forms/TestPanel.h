// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/EndpointInUse.h"
#include "ui/frame/AppContext.h"
#include "ui/frame/Jobs.h"
#include "ui/widgets/ConnectionLadder.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace rowcast::ui {

class FailureBanner;

// "Test connection": runs the test on the replication instance and shows its ladder. An edit of the tested fields takes
// the result back.
class TestPanel : public QWidget {
    Q_OBJECT

public:
    // What to test, or why it cannot be: called again for each test. The store fills in the secrets it keeps.
    using Provider = std::function<Result<EndpointInUse>()>;

    TestPanel(const AppContext &context, const Provider &provider, QWidget *parent = nullptr);
    ~TestPanel() override;

    void start();
    void cancel();
    // The fields are not those that were tested.
    void invalidate();
    [[nodiscard]] bool isRunning() const { return m_request != 0; }
    [[nodiscard]] const LadderVerdict &verdict() const { return m_ladder->verdict(); }
    [[nodiscard]] ConnectionLadder &ladder() { return *m_ladder; }
    // What the last finished test said, step by step.
    [[nodiscard]] std::vector<ProbeStep> steps() const { return m_ladder->steps(); }

Q_SIGNALS:
    // A test ran to its end; not after cancel().
    void finished();
    // A result came or went.
    void changed();

private:
    void begin(const Result<EndpointSpec> &endpoint, int attempt);
    void setRunning(bool isRunning);
    void showFailedStep();

    AppContext m_context;
    Provider m_provider;
    quint64 m_request = 0;
    int m_attempt = 0; // a late answer of the provider must prove that it is wanted
    Jobs::Token m_job;
    QPushButton *m_button;
    FailureBanner *m_failure;
    ConnectionLadder *m_ladder;
};

} // namespace rowcast::ui

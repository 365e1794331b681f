// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/widgets/StatusFrame.h"

#include "core/base/Failure.h"

#include <optional>

class QLabel;
class QPushButton;

namespace rowcast {
struct StoredTask;
}

namespace rowcast::ui {

class QuietLabel;

// Says that Rowcast ended unexpectedly while tasks ran, and offers to resume them. There only while such tasks exist
// that nobody has started or declined; nothing starts by itself. Main thread.
class InterruptionBanner : public StatusFrame {
    Q_OBJECT

public:
    explicit InterruptionBanner(const AppContext &context, QWidget *parent = nullptr);

private:
    [[nodiscard]] std::vector<const StoredTask *> tasks() const;
    void refresh();
    void resume();
    void resumed(const std::optional<Failure> &failure);
    void dismiss();

    AppContext m_context;
    QLabel *m_sentence;
    QuietLabel *m_consequence;
    QPushButton *m_resume;
    QPushButton *m_dismiss;
    int m_resuming = 0; // tasks whose secrets are being fetched
    std::optional<Failure> m_failure; // the first of those
};

} // namespace rowcast::ui

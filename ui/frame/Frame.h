// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace rowcast::ui {

// What a page asks of the window around it. Pages never call each other. Main thread; none of these waits.
class Frame {
public:
    virtual ~Frame() = default;
    // Brings the page to the front ("tasks"); item, where given, says what to show there (a task's identifier, or
    // whatever the page's showItem() understands).
    virtual void showPage(const QString &page, const QString &item = {}) = 0;
    // A line at the lower edge that goes away by itself after ten seconds. With undo it has a button that calls it;
    // expired is called when the time is over without it.
    virtual void showToast(
        const QString &text, const std::function<void()> &undo = {}, const std::function<void()> &expired = {})
        = 0;
    // Opens the wizard, or brings the open one to the front.
    virtual void newMigration() = 0;
    // Asks for what the AWS CLI printed and opens the wizard with it.
    virtual void importFromAws() = 0;
    virtual void startDemo() = 0;
};

// The names of the pages.
namespace pages {
inline const QString kDashboard = QStringLiteral("dashboard");
inline const QString kInstances = QStringLiteral("instances");
inline const QString kEndpoints = QStringLiteral("endpoints");
inline const QString kTasks = QStringLiteral("tasks");
inline const QString kTopics = QStringLiteral("topics");
} // namespace pages

} // namespace rowcast::ui

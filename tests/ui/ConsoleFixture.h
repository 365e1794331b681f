// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/SessionSecrets.h"
#include "core/store/StoreService.h"
#include "tests/ui/FixtureInstance.h"
#include "ui/frame/AppContext.h"
#include "ui/frame/Console.h"
#include "ui/frame/Frame.h"
#include "ui/frame/Jobs.h"
#include "ui/frame/Languages.h"
#include "ui/style/Theme.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

// Everything that the console is joined from: a real store in a temporary folder, secrets in memory, settings of its
// own, and an instance that a test can tell what to answer.
class ConsoleFixture {
public:
    // Waits until the store is open.
    ConsoleFixture();

    [[nodiscard]] rowcast::ui::AppContext context(rowcast::ui::Frame *frame);
    [[nodiscard]] rowcast::ui::ConsoleParts parts();
    // A shop as source, a bus as target, an instance and a task; waits until they are stored.
    void addDefinitions();

    QTemporaryDir folder;
    rowcast::SystemClock clock;
    rowcast::SessionSecrets secrets;
    QSettings settings;
    rowcast::ui::Theme theme;
    rowcast::ui::Languages languages;
    rowcast::ui::Jobs jobs;
    FixtureInstance instance;
    std::unique_ptr<rowcast::StoreService> store;

    static rowcast::MigrationDocument document();
};

// Remembers what a page asked of the window around it.
class RecordingFrame : public rowcast::ui::Frame {
public:
    void showPage(const QString &page, const QString &item) override { shown.append(page + QLatin1Char('/') + item); }
    void showToast(const QString &text, const std::function<void()> &toUndo, const std::function<void()> &) override
    {
        toasts.append(text);
        undo = toUndo;
    }
    void newMigration() override { ++migrations; }
    void importFromAws() override { }
    void startDemo() override { }

    QStringList shown;
    QStringList toasts;
    std::function<void()> undo;
    int migrations = 0;
};

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Photographs the console's screens without any server, for whoever works on their look:
//   ninja -C build/dev ui_gallery && QT_QPA_PLATFORM=offscreen build/dev/tests/ui_gallery FOLDER [en|ko] [light|dark]
#include "tests/ui/ConsoleFixture.h"
#include "ui/forms/FormSection.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/ScreenshotTour.h"
#include "ui/pages/EndpointDialog.h"
#include "ui/wizard/ImportDialog.h"
#include "ui/wizard/MigrationWizard.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

void photograph(QWidget &widget, const QString &file)
{
    QTest::qWait(150);
    widget.grab().save(file);
}

void photographWizard(ConsoleFixture &fixture, const QString &folder)
{
    RecordingFrame frame;
    MigrationWizard empty(fixture.context(&frame));
    empty.show();
    photograph(empty, folder + QStringLiteral("/wizard-empty.png"));
    MigrationWizard wizard(fixture.context(&frame));
    MigrationDocument document = ConsoleFixture::document();
    document.source.identifier += QStringLiteral("-new");
    document.target.identifier += QStringLiteral("-new");
    document.task.identifier += QStringLiteral("-new");
    wizard.setDocument(document);
    wizard.show();
    for (int step = 0; step < 7; ++step) {
        for (auto *test : wizard.findChildren<QPushButton *>(QStringLiteral("testConnection"))) {
            if (test->isVisible()) {
                test->click();
            }
        }
        photograph(wizard, QStringLiteral("%1/wizard-%2.png").arg(folder).arg(step + 1));
        wizard.findChild<QPushButton *>(QStringLiteral("next"))->click();
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString folder = arguments.value(1);
    if (folder.isEmpty()) {
        qWarning("ui_gallery FOLDER [en|ko] [light|dark]");
        return 2;
    }
    ConsoleFixture fixture;
    fixture.addDefinitions();
    fixture.languages.apply(arguments.value(2, QStringLiteral("en")));
    fixture.theme.apply(themeOfName(arguments.value(3, QStringLiteral("light"))));
    fixture.instance.rightPassword = QStringLiteral("another");
    Console console(fixture.parts());
    console.show();
    ScreenshotTour tour(console.window(), folder);
    QObject::connect(&tour, &ScreenshotTour::finished, &application, &QApplication::quit);
    tour.start();
    QApplication::exec();
    RecordingFrame frame;
    EndpointDialog target(fixture.context(&frame), EndpointRole::Target, {});
    for (FormSection *section : target.findChildren<FormSection *>()) {
        section->setOpen(true);
    }
    target.resize(target.width(), 2200);
    target.show();
    photograph(target, folder + QStringLiteral("/endpoint-target-all.png"));
    ImportDialog import;
    import.show();
    photograph(import, folder + QStringLiteral("/import.png"));
    photographWizard(fixture, folder);
    return 0;
}

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramEnd.h"
#include "app/console/ConsoleProgram.h"
#include "app/worker/StopSignals.h"

#include <QApplication>

namespace {

// Qt would end the program with a message of its own; this one says what to use instead.
bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index) {
        arguments.append(QString::fromLocal8Bit(argv[index]));
    }
    return arguments;
}

int runProgram(int argc, char **argv)
{
    const auto options = rowcast::ConsoleOptions::parse(argumentsOf(argc, argv));
    if (!options) {
        fprintf(stderr, "%s %s\n", qPrintable(options.error().cause), qPrintable(options.error().remedy));
        return 2;
    }
    if (options->isHelp) {
        printf("%s\n", qPrintable(rowcast::ConsoleOptions::help()));
        return 0;
    }
    if (options->isVersion) {
        printf("rowcast " ROWCAST_VERSION "\n");
        return 0;
    }
    if (!hasDisplay()) {
        fprintf(stderr, "There is no display to open a window on; use rowcast-worker, which needs none.\n");
        return 1;
    }
    rowcast::worker::blockStopSignals();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rowcast"));
    QApplication::setApplicationDisplayName(QStringLiteral("Rowcast"));
    QApplication::setApplicationVersion(QStringLiteral(ROWCAST_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.rowcast.Rowcast"));
    rowcast::ConsoleProgram program(application, *options);
    program.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    return rowcast::endProgram(runProgram(argc, argv));
}

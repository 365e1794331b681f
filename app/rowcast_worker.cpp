// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Composition.h"
#include "app/ProgramEnd.h"
#include "app/worker/Arguments.h"
#include "app/worker/DemoCommand.h"
#include "app/worker/Output.h"
#include "app/worker/RunCommand.h"
#include "app/worker/StopSignals.h"
#include "app/worker/TestCommand.h"
#include "app/worker/ValidateCommand.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

namespace {

using namespace rowcast;
using namespace rowcast::worker;

Result<MigrationDocument> readDocument(const QString &path)
{
    QFile file(path);
    const bool isOpen
        = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return Failure{.code = QStringLiteral("document.unreadable"),
            .cause = QCoreApplication::translate("Worker", "The document %1 cannot be read.").arg(path),
            .remedy = QCoreApplication::translate("Worker", "Check the path and its permissions."),
            .detail = file.errorString(),
            .retryable = false};
    }
    auto document = MigrationDocument::parse(file.readAll());
    if (document) {
        if (auto checked = Composition::check(*document); !checked) {
            return checked.error();
        }
    }
    return document;
}

template <typename Command, typename Start> int execute(QCoreApplication &application, Command &command, Start start)
{
    // Queued, so that a command which ends at once ends an event loop that runs.
    QObject::connect(
        &command, &Command::finished, &application, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    start();
    return application.exec();
}

int runDemo(QCoreApplication &application, const Output &output)
{
    LogSink log;
    SystemClock clock;
    const Composition connectors;
    LocalInstance instance(QStringLiteral("this-computer"), connectors, clock, log);
    StopSignals stopSignals;
    DemoCommand command(instance, output);
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &command, &DemoCommand::stop);
    return execute(application, command, [&] { command.start(); });
}

int runDocument(QCoreApplication &application, const Arguments &arguments, const Output &output)
{
    auto document = readDocument(arguments.document);
    if (!document) {
        output.failure(document.error());
        return 2;
    }
    LogSink log;
    SystemClock clock;
    const Composition connectors;
    LocalInstance instance(document->instance.identifier, connectors, clock, log);
    StopSignals stopSignals;
    const auto leaveWhenAsked = [&] {
        QObject::connect(&stopSignals, &StopSignals::stopRequested, &application, [] { QCoreApplication::exit(0); });
    };
    if (arguments.verb == Arguments::Verb::Test || arguments.verb == Arguments::Verb::Assess) {
        const bool isAssessment = arguments.verb == Arguments::Verb::Assess;
        TestCommand command(instance, output);
        leaveWhenAsked();
        return execute(application, command,
            [&] { isAssessment ? command.startAssessment(*document) : command.start(*document); });
    }
    if (arguments.verb == Arguments::Verb::Validate) {
        ValidateCommand command(instance, output);
        leaveWhenAsked();
        return execute(application, command, [&] { command.start(*document); });
    }
    RunCommand command(instance, output);
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &command, &RunCommand::stop);
    return execute(application, command, [&] { command.start(*document, arguments); });
}

int runProgram(int argc, char **argv)
{
    blockStopSignals();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rowcast"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROWCAST_VERSION));
    auto arguments = Arguments::parse(application.arguments().mid(1));
    const Output output(arguments && arguments->isJson);
    if (!arguments) {
        output.failure(arguments.error());
        return 2;
    }
    switch (arguments->verb) {
    case Arguments::Verb::Help:
        output.text(Arguments::help());
        return 0;
    case Arguments::Verb::Version:
        output.text(QStringLiteral("rowcast-worker " ROWCAST_VERSION));
        return 0;
    case Arguments::Verb::Demo:
        return runDemo(application, output);
    case Arguments::Verb::Run:
    case Arguments::Verb::Test:
    case Arguments::Verb::Assess:
    case Arguments::Verb::Validate:
        break;
    }
    return runDocument(application, *arguments, output);
}

} // namespace

int main(int argc, char **argv)
{
    return rowcast::endProgram(runProgram(argc, argv));
}

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/Arguments.h"

#include <QCoreApplication>

namespace rowcast::worker {

namespace {

Failure usage(const QString &cause)
{
    return {.code = QStringLiteral("usage"),
        .cause = cause,
        .remedy = QCoreApplication::translate("Worker", "See `rowcast-worker --help`."),
        .detail = {},
        .retryable = false};
}

Result<StartType> startTypeOf(const QString &text)
{
    if (text == QLatin1String("resume-processing")) {
        return StartType::ResumeProcessing;
    }
    if (text == QLatin1String("start-replication")) {
        return StartType::StartReplication;
    }
    if (text == QLatin1String("reload-target")) {
        return StartType::ReloadTarget;
    }
    return usage(QCoreApplication::translate(
        "Worker", "--start-type takes resume-processing, start-replication or reload-target, not “%1”.")
                     .arg(text));
}

Result<RunUntil> untilOf(const QString &text)
{
    if (text == QLatin1String("full-load")) {
        return RunUntil::FullLoad;
    }
    if (text == QLatin1String("caught-up")) {
        return RunUntil::CaughtUp;
    }
    return usage(QCoreApplication::translate("Worker", "--until takes full-load or caught-up, not “%1”.").arg(text));
}

Result<Arguments::Verb> verbOf(const QString &text)
{
    using Verb = Arguments::Verb;
    if (text == QLatin1String("run")) {
        return Verb::Run;
    }
    if (text == QLatin1String("test")) {
        return Verb::Test;
    }
    if (text == QLatin1String("demo")) {
        return Verb::Demo;
    }
    if (text == QLatin1String("validate")) {
        return Verb::Validate;
    }
    if (text == QLatin1String("assess")) {
        return Verb::Assess;
    }
    return usage(QCoreApplication::translate("Worker", "There is no command “%1”.").arg(text));
}

// The value of "--name value" or "--name=value"; moves index past it.
Result<QString> valueOf(const QString &argument, const QStringList &arguments, qsizetype &index)
{
    if (const qsizetype equals = argument.indexOf(QLatin1Char('=')); equals > 0) {
        return argument.mid(equals + 1);
    }
    if (index + 1 >= arguments.size()) {
        return usage(QCoreApplication::translate("Worker", "%1 needs a value.").arg(argument));
    }
    return arguments.at(++index);
}

Result<void> readOption(Arguments &parsed, const QStringList &arguments, qsizetype &index)
{
    const QString &argument = arguments.at(index);
    const QString name = argument.section(QLatin1Char('='), 0, 0);
    if (name == QLatin1String("--json")) {
        parsed.isJson = true;
        return {};
    }
    const bool isStartType = name == QLatin1String("--start-type");
    if (parsed.verb != Arguments::Verb::Run || (!isStartType && name != QLatin1String("--until"))) {
        return usage(QCoreApplication::translate("Worker", "There is no option %1 here.").arg(argument));
    }
    auto value = valueOf(argument, arguments, index);
    if (!value) {
        return value.error();
    }
    if (isStartType) {
        auto type = startTypeOf(*value);
        if (!type) {
            return type.error();
        }
        parsed.startType = *type;
        return {};
    }
    auto until = untilOf(*value);
    if (!until) {
        return until.error();
    }
    parsed.until = *until;
    return {};
}

Failure missingCommand()
{
    return usage(QCoreApplication::translate("Worker", "A command is missing: run, test, assess, validate or demo."));
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &arguments)
{
    Arguments parsed;
    if (arguments.isEmpty()) {
        return missingCommand();
    }
    if (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h"))) {
        return parsed;
    }
    if (arguments.first() == QLatin1String("--version")) {
        parsed.verb = Verb::Version;
        return parsed;
    }
    // --json may stand before the command too.
    QStringList rest = arguments;
    parsed.isJson = rest.removeAll(QStringLiteral("--json")) > 0;
    if (rest.isEmpty()) {
        return missingCommand();
    }
    auto verb = verbOf(rest.takeFirst());
    if (!verb) {
        return verb.error();
    }
    parsed.verb = *verb;
    for (qsizetype index = 0; index < rest.size(); ++index) {
        const QString &argument = rest.at(index);
        if (argument.startsWith(QLatin1String("--"))) {
            if (auto read = readOption(parsed, rest, index); !read) {
                return read.error();
            }
        } else if (parsed.document.isEmpty() && parsed.verb != Verb::Demo) {
            parsed.document = argument;
        } else {
            return usage(QCoreApplication::translate("Worker", "“%1” is one argument too many.").arg(argument));
        }
    }
    if (parsed.verb != Verb::Demo && parsed.document.isEmpty()) {
        return usage(QCoreApplication::translate("Worker", "The migration document is missing."));
    }
    return parsed;
}

QString Arguments::help()
{
    return QCoreApplication::translate("Worker",
        "Usage: rowcast-worker run DOC [--start-type resume-processing|start-replication|reload-target]\n"
        "                              [--until full-load|caught-up] [--json]\n"
        "       rowcast-worker test DOC [--json]\n"
        "       rowcast-worker assess DOC [--json]\n"
        "       rowcast-worker validate DOC [--json]\n"
        "       rowcast-worker demo [--json]\n"
        "\n"
        "run       runs the task of the migration document until it is stopped (SIGINT, SIGTERM: clean stop)\n"
        "test      tests the connections to both endpoints step by step, with remedies\n"
        "assess    both tests, and what of the selected tables cannot be delivered, or otherwise than expected\n"
        "validate  compares the rows of the tables with what the topics hold, beside a running task\n"
        "demo      shows the whole way on private sample servers, within two minutes\n"
        "\n"
        "--start-type  Left out, a task goes on from its checkpoint, and begins where it has none.\n"
        "              resume-processing demands the checkpoint, start-replication begins anew,\n"
        "              reload-target loads all tables again.\n"
        "--until       full-load ends when the tables are loaded, caught-up when every change that was committed\n"
        "              before the start is delivered.\n"
        "--json        One JSON object a line on stdout; the log goes to stderr.\n"
        "--help, --version\n"
        "\n"
        "DOC is a file, or - for standard input.\n"
        "Exit codes: 0 done, 1 the task failed, 2 wrong usage or document, 3 a test step failed or rows differ.");
}

} // namespace rowcast::worker

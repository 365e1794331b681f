// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/Options.h"

#include <QCoreApplication>

namespace rowcast {

namespace {

Failure usage(const QString &cause)
{
    return {.code = QStringLiteral("usage"),
        .cause = cause,
        .remedy = QCoreApplication::translate("Options", "See `rowcast --help`."),
        .detail = {},
        .retryable = false};
}

Result<void> setValue(ConsoleOptions &options, const QString &name, const QString &value)
{
    if (name == QLatin1String("--data-dir")) {
        options.dataFolder = value;
    } else if (name == QLatin1String("--screenshot-tour")) {
        options.tourFolder = value;
        options.isDemo = true;
    } else if (value == QLatin1String("ko") || value == QLatin1String("en")) {
        options.language = value;
    } else {
        return usage(QCoreApplication::translate("Options", "--language takes ko or en, not “%1”.").arg(value));
    }
    return {};
}

} // namespace

Result<ConsoleOptions> ConsoleOptions::parse(const QStringList &arguments)
{
    const QStringList valued{
        QStringLiteral("--data-dir"), QStringLiteral("--language"), QStringLiteral("--screenshot-tour")};
    ConsoleOptions options;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        const QString &argument = arguments.at(index);
        const QString name = argument.section(QLatin1Char('='), 0, 0);
        if (argument == QLatin1String("--demo")) {
            options.isDemo = true;
        } else if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            options.isHelp = true;
        } else if (argument == QLatin1String("--version")) {
            options.isVersion = true;
        } else if (!valued.contains(name)) {
            return usage(QCoreApplication::translate("Options", "There is no option %1.").arg(argument));
        } else if (!argument.contains(QLatin1Char('=')) && index + 1 >= arguments.size()) {
            return usage(QCoreApplication::translate("Options", "%1 needs a value.").arg(argument));
        } else {
            const QString value
                = argument.contains(QLatin1Char('=')) ? argument.section(QLatin1Char('='), 1) : arguments.at(++index);
            if (auto set = setValue(options, name, value); !set) {
                return set.error();
            }
        }
    }
    return options;
}

QString ConsoleOptions::help()
{
    return QCoreApplication::translate("Options",
        "Usage: rowcast [--demo] [--data-dir DIR] [--language ko|en] [--screenshot-tour DIR]\n"
        "\n"
        "--demo                 opens with private sample servers and a task already running; nothing is left behind\n"
        "--data-dir DIR         keeps definitions, statistics and events there\n"
        "--language ko|en       the language of the console\n"
        "--screenshot-tour DIR  walks through every page of the demo and saves each as PNG\n"
        "\n"
        "Without a display, use rowcast-worker.");
}

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/SecretValue.h"

#include <QCoreApplication>
#include <QFile>

namespace rowcast {

namespace {

constexpr qint64 kMostBytes = 64 * 1024;

Failure secretFailure(const QString &cause, const QString &remedy, const QString &detail = {})
{
    return {.code = QStringLiteral("document.secret"),
        .cause = cause,
        .remedy = remedy,
        .detail = detail,
        .retryable = false};
}

} // namespace

Result<SecretValue> SecretValue::ofEnvironment(const QString &name)
{
    const QByteArray variable = name.toLocal8Bit();
    if (name.isEmpty()) {
        return secretFailure(QCoreApplication::translate("Document", "The name of the environment variable is empty."),
            QCoreApplication::translate("Document", "Name the variable that holds the secret."));
    }
    if (variable.contains('=') || !qEnvironmentVariableIsSet(variable.constData())) {
        return secretFailure(
            QCoreApplication::translate("Document", "The environment variable %1 is not set.").arg(name),
            QCoreApplication::translate("Document", "Set it before the program starts: `export %1=...`.").arg(name));
    }
    return SecretValue{Origin::Environment, name, Secret(qEnvironmentVariable(variable.constData()))};
}

Result<SecretValue> SecretValue::ofFile(const QString &path)
{
    if (path.isEmpty()) {
        return secretFailure(QCoreApplication::translate("Document", "The path of the secret's file is empty."),
            QCoreApplication::translate("Document", "Name the file that holds the secret."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return secretFailure(QCoreApplication::translate("Document", "The file %1 cannot be read.").arg(path),
            QCoreApplication::translate(
                "Document", "Write the secret into that file, readable for the user who runs the task."),
            file.errorString());
    }
    const QByteArray content = file.read(kMostBytes + 1);
    if (content.size() > kMostBytes) {
        return secretFailure(
            QCoreApplication::translate("Document", "The file %1 is too large for a secret.").arg(path),
            QCoreApplication::translate("Document", "Name a file that holds the secret and nothing else."));
    }
    QString text = QString::fromUtf8(content);
    while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r'))) {
        text.chop(1);
    }
    return SecretValue{Origin::File, path, Secret(text)};
}

} // namespace rowcast

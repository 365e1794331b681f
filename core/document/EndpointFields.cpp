// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What endpoints of all kinds are read with.

#include "core/base/StrictJson.h"
#include "core/document/DocumentParts.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr qsizetype kMostIdentifier = 255;

bool isAsciiAlnum(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

bool isIdentifier(const QString &text)
{
    const bool hasOnly = std::all_of(
        text.begin(), text.end(), [](QChar c) { return isAsciiAlnum(c) || c == u'-' || c == u'_' || c == u'.'; });
    return hasOnly && !text.isEmpty() && text[0].isLetter() && !text.endsWith(u'-')
        && !text.contains(QLatin1String("--"));
}

} // namespace

const Json *unwrapped(
    const Json *json, const char *singular, const char *plural, QString &path, JsonReader::Problem &problem)
{
    JsonReader reader(json, path, problem);
    if (reader.has(singular)) {
        path = reader.pathOf(QString::fromLatin1(singular));
        return reader.value(singular);
    }
    if (!reader.has(plural)) {
        return json;
    }
    const auto elements = reader.elements(plural);
    if (elements.size() != 1) {
        reader.fail(plural,
            QCoreApplication::translate("Document", "Exactly one is expected here, not %1.").arg(elements.size()),
            QCoreApplication::translate("Document", "Leave the one that the task uses."));
        return nullptr;
    }
    path = elements[0].second;
    return elements[0].first;
}

QString readIdentifier(JsonReader &reader, const char *key)
{
    const QString text = reader.text(key).value_or(QString());
    const QString remedy = QCoreApplication::translate("Document",
        "Use up to 255 letters, digits, dots, underscores and hyphens, with a letter first, no hyphen last and no two "
        "hyphens together.");
    if (text.isEmpty()) {
        reader.missing(key, remedy);
    } else if (text.size() > kMostIdentifier) {
        reader.fail(key, tooLongText(text.size(), kMostIdentifier), remedy);
    } else if (!isIdentifier(text)) {
        reader.fail(
            key, QCoreApplication::translate("Document", "`%1` is not an identifier.").arg(text.left(100)), remedy);
    }
    return text;
}

QString tooLongText(qsizetype size, qsizetype most)
{
    return QCoreApplication::translate("Document", "It has %1 characters, and %2 is the most.").arg(size).arg(most);
}

SecretValue readSecret(JsonReader &reader, const char *key)
{
    const Json *found = reader.value(key);
    if (found == nullptr) {
        return {};
    }
    if (found->is_string()) {
        return SecretValue::ofText(reader.text(key).value_or(QString()));
    }
    const QString forms = QCoreApplication::translate(
        "Document", "A secret is a text, `{\"env\": \"NAME\"}` or `{\"file\": \"PATH\"}`.");
    if (!found->is_object()) {
        reader.fail(key, forms);
        return {};
    }
    JsonReader reference = reader.object(key);
    const std::optional<QString> variable = reference.text("env");
    const std::optional<QString> file = reference.text("file");
    reference.finish();
    if (variable.has_value() == file.has_value()) {
        reader.fail(key, forms);
        return {};
    }
    const Result<SecretValue> secret = variable ? SecretValue::ofEnvironment(*variable) : SecretValue::ofFile(*file);
    if (!secret) {
        Failure failure = secret.error();
        failure.cause = reader.pathOf(QString::fromLatin1(key)) + QStringLiteral(": ") + failure.cause;
        reader.report(failure);
        return {};
    }
    return *secret;
}

QString readCertificate(JsonReader &reader, const char *key, bool isNeeded)
{
    const Json *found = reader.value(key);
    if (found != nullptr && found->is_object()) {
        JsonReader reference = reader.object(key);
        const QString path = reference.text("file").value_or(QString());
        reference.finish();
        return path;
    }
    const QString text = reader.text(key).value_or(QString());
    if (!text.startsWith(QLatin1String("arn:"))) {
        return text;
    }
    if (isNeeded) {
        reader.refuse(key, QCoreApplication::translate("Document", "A certificate in AWS cannot be read from here."),
            QCoreApplication::translate("Document", "Write the path of its PEM file instead of the ARN."));
    }
    return {};
}

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/JsonReader.h"

#include "core/base/StrictJson.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace rowcast {

namespace {

// Edits (insert, delete, replace) from one to the other.
qsizetype distance(const QString &left, const QString &right)
{
    std::vector<qsizetype> row(size_t(right.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i) {
        row[i] = qsizetype(i);
    }
    for (qsizetype i = 1; i <= left.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const qsizetype above = row[size_t(j)];
            const qsizetype replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, replaced});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &name, const QStringList &names)
{
    constexpr qsizetype kLongestName = 100;
    QString nearest;
    qsizetype least = std::max<qsizetype>(1, std::min<qsizetype>(name.size() / 3, 4)) + 1;
    for (const QString &candidate : names) {
        const qsizetype edits = name.size() > kLongestName ? least : distance(name.toLower(), candidate.toLower());
        if (edits < least) {
            least = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

JsonReader::JsonReader(const Json *json, QString path, Problem &problem)
    : m_json(json != nullptr && json->is_object() ? json : nullptr)
    , m_path(std::move(path))
    , m_problem(&problem)
{
    if (json != nullptr && m_json == nullptr && !json->is_null()) {
        report(documentFailure(m_path, QCoreApplication::translate("Document", "An object `{...}` is expected here.")));
    }
}

const JsonReader::Json *JsonReader::find(const char *key)
{
    m_known += QString::fromLatin1(key);
    if (m_json == nullptr) {
        return nullptr;
    }
    const auto found = m_json->find(key);
    return found == m_json->end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(const char *key) const
{
    if (m_json == nullptr) {
        return false;
    }
    const auto found = m_json->find(key);
    return found != m_json->end() && !found->is_null();
}

const JsonReader::Json *JsonReader::value(const char *key)
{
    return find(key);
}

std::optional<QString> JsonReader::text(const char *key, qsizetype most)
{
    const Json *found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_string()) {
        fail(key, QCoreApplication::translate("Document", "A text in quotes is expected here."));
        return std::nullopt;
    }
    QString text = QString::fromStdString(found->get_ref<const std::string &>());
    if (text.size() > most) {
        fail(key, QCoreApplication::translate("Document", "The text is longer than %1 characters.").arg(most));
        return std::nullopt;
    }
    return text;
}

std::optional<bool> JsonReader::boolean(const char *key)
{
    const Json *found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->is_boolean()) {
        return found->get<bool>();
    }
    if (m_acceptsTexts && found->is_string()) {
        const QString word = QString::fromStdString(found->get_ref<const std::string &>()).toLower();
        if (word == QLatin1String("true") || word == QLatin1String("y") || word == QLatin1String("1")) {
            return true;
        }
        if (word == QLatin1String("false") || word == QLatin1String("n") || word == QLatin1String("0")) {
            return false;
        }
    }
    fail(key, QCoreApplication::translate("Document", "`true` or `false` is expected here, without quotes."));
    return std::nullopt;
}

std::optional<int64_t> JsonReader::integer(const char *key, int64_t least, int64_t most)
{
    const Json *found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::optional<int64_t> number;
    if (found->is_number_unsigned()) {
        const auto size = found->get<uint64_t>();
        number = size > uint64_t(std::numeric_limits<int64_t>::max()) ? std::numeric_limits<int64_t>::max()
                                                                      : int64_t(size);
    } else if (found->is_number_integer()) {
        number = found->get<int64_t>();
    } else if (m_acceptsTexts && found->is_string()) {
        bool isNumber = false;
        const qlonglong parsed = QString::fromStdString(found->get_ref<const std::string &>()).toLongLong(&isNumber);
        number = isNumber ? std::optional<int64_t>(parsed) : std::nullopt;
    }
    if (!number) {
        fail(key, QCoreApplication::translate("Document", "A whole number is expected here, without quotes."));
        return std::nullopt;
    }
    if (*number < least || *number > most) {
        fail(key, QCoreApplication::translate("Document", "%1 is out of range.").arg(*number),
            QCoreApplication::translate("Document", "Give a number from %1 to %2.").arg(least).arg(most));
        return std::nullopt;
    }
    return number;
}

std::optional<size_t> JsonReader::oneOf(const char *key, const QStringList &names)
{
    const std::optional<QString> word = text(key);
    if (!word) {
        return std::nullopt;
    }
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const QString &name) { return name.compare(*word, Qt::CaseInsensitive) == 0; });
    if (found == names.end()) {
        fail(key, QCoreApplication::translate("Document", "`%1` is not one of its values.").arg(word->left(100)),
            QCoreApplication::translate("Document", "Give one of %1.")
                .arg(QLatin1Char('`') + names.join(QLatin1String("`, `")) + QLatin1Char('`')));
        return std::nullopt;
    }
    return size_t(found - names.begin());
}

JsonReader JsonReader::object(const char *key)
{
    return {find(key), pathOf(QString::fromLatin1(key)), *m_problem};
}

std::vector<std::pair<const JsonReader::Json *, QString>> JsonReader::elements(const char *key)
{
    std::vector<std::pair<const Json *, QString>> elements;
    const Json *found = find(key);
    if (found != nullptr && !found->is_array()) {
        fail(key, QCoreApplication::translate("Document", "A list `[...]` is expected here."));
    } else if (found != nullptr) {
        for (size_t i = 0; i < found->size(); ++i) {
            elements.emplace_back(&(*found)[i], pathOf(QString::fromLatin1(key)) + QStringLiteral("[%1]").arg(i));
        }
    }
    return elements;
}

void JsonReader::accept(std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        m_known += QString::fromLatin1(key);
    }
}

QStringList JsonReader::keys() const
{
    QStringList keys;
    if (m_json != nullptr) {
        for (const auto &[key, inner] : m_json->items()) {
            keys += QString::fromStdString(key);
        }
    }
    return keys;
}

void JsonReader::finish()
{
    for (const QString &key : keys()) {
        if (m_known.contains(key)) {
            continue;
        }
        const QString meant = nearestName(key, m_known);
        report(documentFailure(pathOf(key), QCoreApplication::translate("Document", "There is no such key."),
            meant.isEmpty() ? QCoreApplication::translate("Document", "Remove it.")
                            : QCoreApplication::translate("Document", "Write `%1`, or remove it.").arg(meant)));
        return;
    }
    if (m_missing) {
        report(*m_missing);
    }
}

void JsonReader::missing(const char *key, const QString &remedy)
{
    if (!m_missing) {
        m_missing = documentFailure(pathOf(QString::fromLatin1(key)),
            QCoreApplication::translate("Document", "A value is needed here."), remedy);
    }
}

QString JsonReader::pathOf(const QString &key) const
{
    return jsonPath(m_path, key);
}

void JsonReader::fail(const char *key, const QString &cause, const QString &remedy)
{
    report(documentFailure(pathOf(QString::fromLatin1(key)), cause, remedy));
}

void JsonReader::refuse(const char *key, const QString &cause, const QString &remedy)
{
    report(unsupportedFailure(pathOf(QString::fromLatin1(key)), cause, remedy));
}

void JsonReader::report(Failure failure)
{
    if (!m_problem->has_value()) {
        *m_problem = std::move(failure);
    }
}

} // namespace rowcast

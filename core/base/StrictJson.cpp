// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/StrictJson.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr qsizetype kMostBytes = 16 * 1024 * 1024;
constexpr int kMostLevels = 64;

// Notices, while the parser works, what it would let pass.
class Watcher {
public:
    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        if (m_isTooDeep) {
            return false; // what is left is dropped as it comes
        }
        switch (event) {
        case Json::parse_event_t::object_start:
            m_keys.emplace_back();
            m_isTooDeep = depth >= kMostLevels;
            break;
        case Json::parse_event_t::array_start:
            m_isTooDeep = depth >= kMostLevels;
            break;
        case Json::parse_event_t::object_end:
            m_keys.pop_back();
            break;
        case Json::parse_event_t::key:
            if (!m_keys.back().insert(parsed.get<std::string>()).second && m_repeated.empty()) {
                m_repeated = parsed.get<std::string>();
            }
            break;
        default:
            break;
        }
        return !m_isTooDeep;
    }
    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    [[nodiscard]] const std::string &repeated() const { return m_repeated; }

private:
    std::vector<std::set<std::string>> m_keys; // of the objects that are open
    std::string m_repeated;
    bool m_isTooDeep = false;
};

// The parser's own words without its quotation of the text.
QString wordsOf(const Json::parse_error &error)
{
    QString words = QString::fromUtf8(error.what());
    words = words.mid(words.indexOf(QLatin1String(" - ")) + 3);
    return words.left(words.indexOf(QLatin1String("; last read")));
}

Failure syntaxFailure(const QByteArray &bytes, const Json::parse_error &error, const QString &path)
{
    const QByteArray before = bytes.left(std::max<qsizetype>(qsizetype(error.byte) - 1, 0));
    Failure failure = documentFailure(path,
        QCoreApplication::translate("Document", "This is not valid JSON: line %1, column %2.")
            .arg(before.count('\n') + 1)
            .arg(before.size() - before.lastIndexOf('\n')),
        QCoreApplication::translate(
            "Document", "Mend the text at that place; common causes are a missing comma or quote."));
    failure.detail = wordsOf(error);
    return failure;
}

} // namespace

Failure documentFailure(const QString &path, const QString &cause, const QString &remedy)
{
    return {.code = QStringLiteral("document.invalid"),
        .cause = path + QStringLiteral(": ") + cause,
        .remedy = remedy,
        .detail = {},
        .retryable = false};
}

Failure unsupportedFailure(const QString &path, const QString &cause, const QString &remedy)
{
    Failure failure = documentFailure(path, cause, remedy);
    failure.code = QStringLiteral("document.unsupported");
    return failure;
}

Result<Json> parseStrictJson(const QByteArray &bytes, const QString &path)
{
    if (bytes.size() > kMostBytes) {
        return documentFailure(path, QCoreApplication::translate("Document", "The text is longer than 16 MiB."));
    }
    Watcher watcher;
    try {
        Json json = Json::parse(bytes.begin(), bytes.end(),
            [&](int depth, Json::parse_event_t event, Json &parsed) { return watcher(depth, event, parsed); });
        if (watcher.isTooDeep()) {
            return documentFailure(
                path, QCoreApplication::translate("Document", "The text is nested more than 64 levels deep."));
        }
        if (!watcher.repeated().empty()) {
            return documentFailure(path,
                QCoreApplication::translate("Document", "The key `%1` stands twice in one object.")
                    .arg(QString::fromStdString(watcher.repeated())),
                QCoreApplication::translate("Document", "Remove one of the two."));
        }
        return json;
    } catch (const Json::parse_error &error) {
        return syntaxFailure(bytes, error, path);
    } catch (const Json::exception &error) {
        Failure failure
            = documentFailure(path, QCoreApplication::translate("Document", "A number is too large to be read."));
        failure.detail = QString::number(error.id);
        return failure;
    }
}

} // namespace rowcast

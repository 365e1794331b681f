// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/StrictJson.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
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
    explicit Watcher(QString path)
        : m_path(std::move(path))
    {
    }
    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        if (m_isTooDeep) {
            return false; // what is left is dropped as it comes
        }
        switch (event) {
        case Json::parse_event_t::object_start:
        case Json::parse_event_t::array_start:
            beginElement();
            m_open.push_back(
                {.isArray = event == Json::parse_event_t::array_start, .elements = 0, .key = {}, .keys = {}});
            m_isTooDeep = depth >= kMostLevels;
            break;
        case Json::parse_event_t::object_end:
        case Json::parse_event_t::array_end:
            m_open.pop_back();
            break;
        case Json::parse_event_t::value:
            beginElement();
            break;
        case Json::parse_event_t::key:
            seeKey(parsed.get<std::string>());
            break;
        }
        return !m_isTooDeep;
    }
    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    [[nodiscard]] const std::optional<std::string> &repeated() const { return m_repeated; }
    [[nodiscard]] const QString &repeatedPath() const { return m_repeatedPath; }

private:
    // An object or array that is open.
    struct Level {
        bool isArray = false;
        size_t elements = 0; // begun so far
        std::string key; // the last one
        std::set<std::string> keys;
    };
    void beginElement()
    {
        if (!m_open.empty() && m_open.back().isArray) {
            ++m_open.back().elements;
        }
    }
    void seeKey(const std::string &key)
    {
        Level &level = m_open.back();
        level.key = key;
        if (level.keys.insert(key).second || m_repeated) {
            return;
        }
        m_repeated = key;
        m_repeatedPath = m_path;
        for (const Level &open : m_open) {
            m_repeatedPath = open.isArray ? m_repeatedPath + QStringLiteral("[%1]").arg(open.elements - 1)
                                          : jsonPath(m_repeatedPath, QString::fromStdString(open.key));
        }
    }

    const QString m_path; // of the whole
    std::vector<Level> m_open;
    std::optional<std::string> m_repeated;
    QString m_repeatedPath;
    bool m_isTooDeep = false;
};

// The parser's own words without its quotation of the text.
QString wordsOf(const Json::parse_error &error)
{
    QString words = QString::fromUtf8(error.what());
    words = words.mid(words.indexOf(QLatin1String(" - ")) + 3);
    return words.left(words.indexOf(QLatin1String("; last read")));
}

Failure syntaxFailure(const QByteArray &bytes, qsizetype place, const QString &words, const QString &path)
{
    const QByteArray before = bytes.left(std::max<qsizetype>(place, 0));
    Failure failure = documentFailure(path,
        QCoreApplication::translate("Document", "This is not valid JSON: line %1, column %2.")
            .arg(before.count('\n') + 1)
            .arg(before.size() - before.lastIndexOf('\n')),
        QCoreApplication::translate(
            "Document", "Mend the text at that place; common causes are a missing comma or quote."));
    failure.detail = words;
    return failure;
}

bool isPlainKey(const QString &key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'));
    });
}

} // namespace

QString jsonPath(const QString &parent, const QString &key)
{
    return parent + (isPlainKey(key) ? QLatin1Char('.') + key : QStringLiteral("['%1']").arg(key.left(100)));
}

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
    Watcher watcher(path);
    try {
        Json json = Json::parse(bytes.begin(), bytes.end(),
            [&](int depth, Json::parse_event_t event, Json &parsed) { return watcher(depth, event, parsed); });
        if (watcher.isTooDeep()) {
            return documentFailure(
                path, QCoreApplication::translate("Document", "The text is nested more than 64 levels deep."));
        }
        if (watcher.repeated()) {
            return documentFailure(watcher.repeatedPath(),
                QCoreApplication::translate("Document", "The key `%1` stands twice in one object.")
                    .arg(QString::fromStdString(*watcher.repeated())),
                QCoreApplication::translate("Document", "Remove one of the two."));
        }
        // the parser takes it for the end, and what follows would be left unread
        if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0) {
            return syntaxFailure(bytes, zero, QStringLiteral("zero byte"), path);
        }
        return json;
    } catch (const Json::parse_error &error) {
        return syntaxFailure(bytes, qsizetype(error.byte) - 1, wordsOf(error), path);
    } catch (const Json::exception &error) {
        Failure failure
            = documentFailure(path, QCoreApplication::translate("Document", "A number is too large to be read."));
        failure.detail = QString::number(error.id);
        return failure;
    }
}

} // namespace rowcast

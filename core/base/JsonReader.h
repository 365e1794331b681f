// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace rowcast {

// One name that a setting may have, and what it means.
template <typename Meaning> struct JsonChoice {
    const char *name;
    Meaning meaning;
};

template <typename Meaning, size_t count>
[[nodiscard]] constexpr const char *choiceName(const JsonChoice<Meaning> (&choices)[count], Meaning meaning)
{
    for (const auto &choice : choices) {
        if (choice.meaning == meaning) {
            return choice.name;
        }
    }
    return "";
}

// Reads one JSON object key by key and complains about the first thing that is wrong, by its path: a wrong type, a
// value out of range, a key that nobody asked for (with the name that was probably meant). null counts as absent.
// Objects read out of one another share where the failure goes; the JSON must outlive them.
class JsonReader {
public:
    using Json = nlohmann::ordered_json;
    using Problem = std::optional<Failure>;

    // json null: an empty object. Something else than an object is a problem.
    JsonReader(const Json *json, QString path, Problem &problem);

    [[nodiscard]] bool has(const char *key) const;
    std::optional<QString> text(const char *key, qsizetype most = std::numeric_limits<qsizetype>::max());
    std::optional<bool> boolean(const char *key);
    std::optional<int64_t> integer(const char *key, int64_t least, int64_t most);
    // Index into names; upper and lower case are the same, as AWS prints either.
    std::optional<size_t> oneOf(const char *key, const QStringList &names);
    template <typename Meaning, size_t count>
    std::optional<Meaning> choice(const char *key, const JsonChoice<Meaning> (&choices)[count])
    {
        QStringList names;
        for (const auto &choice : choices) {
            names += QString::fromLatin1(choice.name);
        }
        const auto index = oneOf(key, names);
        return index ? std::optional(choices[*index].meaning) : std::nullopt;
    }
    // An absent one reads as empty.
    JsonReader object(const char *key);
    // The elements of an array; none where it is absent.
    std::vector<std::pair<const Json *, QString>> elements(const char *key);
    // Anything; nullptr where it is absent.
    const Json *value(const char *key);
    // Keys that may be there and are not read.
    void accept(std::initializer_list<const char *> keys);
    void acceptAll() { m_known += keys(); }
    // Numbers and booleans may also be given as text ("true", "5"), as extra connection attributes do.
    void acceptTexts() { m_acceptsTexts = true; }

    // Complains about keys that nobody asked for, then about those that are missing: a missing key is often a misspelt
    // one. To be called last.
    void finish();
    void missing(const char *key, const QString &remedy = {});
    void fail(const char *key, const QString &cause, const QString &remedy = {});
    void refuse(const char *key, const QString &cause, const QString &remedy = {}); // as "document.unsupported"
    void report(Failure failure);
    [[nodiscard]] bool hasFailed() const { return m_problem->has_value(); }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString pathOf(const QString &key) const;
    [[nodiscard]] QStringList keys() const;

private:
    const Json *find(const char *key);

    const Json *m_json;
    QString m_path;
    Problem *m_problem;
    QStringList m_known;
    Problem m_missing;
    bool m_acceptsTexts = false;
};

// The one of names that was probably meant, or empty.
[[nodiscard]] QString nearestName(const QString &name, const QStringList &names);

} // namespace rowcast

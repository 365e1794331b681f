// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// A name with DMS's wildcards: % any run, _ one character, [ab] one of a set, [a-d] one of a range, [_] and [%] the
// characters themselves. Case-sensitive; a character is one of UTF-8's code points. A bracket that is never closed is
// itself. Matching takes time in proportion to pattern times name at most.
class NamePattern {
public:
    NamePattern() = default;
    explicit NamePattern(std::string_view pattern);
    // Whether each bracket is closed around something and each range goes upwards: else what is meant is not what
    // matches.
    [[nodiscard]] static bool isWellFormed(std::string_view pattern);
    // Exactly that name, whatever characters it has.
    [[nodiscard]] static NamePattern ofName(std::string_view name);

    [[nodiscard]] bool matches(std::string_view name) const;
    // Without wildcards; literal() is then the name.
    [[nodiscard]] bool isLiteral() const { return m_isLiteral; }
    [[nodiscard]] const std::string &literal() const { return m_literal; }

private:
    struct Range {
        char32_t first;
        char32_t last;
    };
    struct Part {
        bool isAnyRun = false; // %
        std::vector<Range> ranges; // otherwise one character out of these; empty: any
    };
    void setLiteral(std::string_view pattern);
    [[nodiscard]] bool accepts(const Part &part, char32_t character) const;

    std::vector<Part> m_parts;
    std::string m_literal;
    bool m_isLiteral = true;
};

} // namespace rowcast

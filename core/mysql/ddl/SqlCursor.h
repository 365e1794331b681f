// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"
#include "core/mysql/ddl/SqlLexer.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace rowcast::mysql {

// Walks through the tokens of one statement. A thing that must be there and is not makes ok() false for good and is
// remembered in problem(); reading then goes on harmlessly, so that a grammar checks once at its end.
class SqlCursor {
public:
    SqlCursor(std::string_view text, const SqlDialect &dialect, std::string defaultSchema);

    [[nodiscard]] const Token &peek() const { return m_token; }
    [[nodiscard]] const Token &peekSecond() const { return m_second; }
    Token take();
    [[nodiscard]] bool atEnd() const { return m_token.kind == TokenKind::End; }
    [[nodiscard]] bool ok() const { return m_problem.empty(); }
    [[nodiscard]] const std::string &problem() const { return m_problem; }
    [[nodiscard]] const SqlDialect &dialect() const { return m_dialect; }
    [[nodiscard]] const std::string &defaultSchema() const { return m_defaultSchema; }

    [[nodiscard]] bool isWord(std::string_view keyword) const { return m_token.isWord(keyword); }
    [[nodiscard]] bool isSymbol(char symbol) const { return m_token.isSymbol(symbol); }
    // These take what they accept; several keywords only when all of them follow.
    bool accept(std::string_view keyword);
    bool accept(std::string_view first, std::string_view second);
    bool acceptAny(std::initializer_list<std::string_view> keywords);
    bool acceptSymbol(char symbol);
    bool acceptIfExists();
    bool acceptIfNotExists();

    void require(std::string_view keyword);
    void requireSymbol(char symbol);
    void fail(std::string_view expected);

    std::string name(); // required
    TableId table(); // required; without a schema it gets the default one
    std::vector<std::string> nameList(); // "(a, b)", required
    // Names, words, strings and numbers as one text, lower case when it was no literal: an option's value.
    std::string value();

    void skipParentheses(); // the whole group that begins here; nothing when none does
    // Up to the comma or closing parenthesis of this level, or the end.
    void skipItem();
    void skipOptionalEquals() { acceptSymbol('='); }

private:
    [[nodiscard]] std::string excerpt() const;

    SqlDialect m_dialect;
    std::string m_defaultSchema;
    SqlLexer m_lexer;
    Token m_token;
    Token m_second;
    std::string m_problem;
};

} // namespace rowcast::mysql

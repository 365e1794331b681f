// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/SqlCursor.h"

#include "core/base/Utf8.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

SqlCursor::SqlCursor(std::string_view text, const SqlDialect &dialect, std::string defaultSchema)
    : m_dialect(dialect)
    , m_defaultSchema(std::move(defaultSchema))
    , m_lexer(text, dialect)
    , m_token(m_lexer.next())
    , m_second(m_lexer.next())
{
}

Token SqlCursor::take()
{
    Token token = std::exchange(m_token, std::move(m_second));
    m_second = m_token.kind == TokenKind::End ? Token{} : m_lexer.next();
    return token;
}

bool SqlCursor::accept(std::string_view keyword)
{
    const bool isThere = isWord(keyword);
    if (isThere) {
        take();
    }
    return isThere;
}

bool SqlCursor::accept(std::string_view first, std::string_view second)
{
    const bool isThere = isWord(first) && m_second.isWord(second);
    if (isThere) {
        take();
        take();
    }
    return isThere;
}

bool SqlCursor::acceptAny(std::initializer_list<std::string_view> keywords)
{
    return std::any_of(keywords.begin(), keywords.end(), [this](std::string_view word) { return accept(word); });
}

bool SqlCursor::acceptSymbol(char symbol)
{
    const bool isThere = isSymbol(symbol);
    if (isThere) {
        take();
    }
    return isThere;
}

bool SqlCursor::acceptIfExists()
{
    return accept("IF", "EXISTS");
}

bool SqlCursor::acceptIfNotExists()
{
    const bool isThere = accept("IF", "NOT");
    if (isThere) {
        require("EXISTS");
    }
    return isThere;
}

void SqlCursor::require(std::string_view keyword)
{
    if (!accept(keyword)) {
        fail(keyword);
    }
}

void SqlCursor::requireSymbol(char symbol)
{
    if (!acceptSymbol(symbol)) {
        fail(std::string_view(&symbol, 1));
    }
}

// The begin of what stands here, for a message: at most 60 bytes, no half of a character, and no byte of X'..' that is
// none.
std::string SqlCursor::excerpt() const
{
    constexpr size_t kMost = 60;
    std::string readable;
    appendUtf8Repaired(readable, utf8Prefix(m_token.text, kMost));
    return readable;
}

void SqlCursor::fail(std::string_view expected)
{
    if (m_problem.empty()) {
        m_problem = "expected " + std::string(expected)
            + (atEnd() ? " at the end of the statement" : " before \"" + excerpt() + '"');
    }
}

std::string SqlCursor::name()
{
    if (!m_token.isName() || m_token.text.empty()) {
        fail("a name");
        return {};
    }
    return take().text;
}

TableId SqlCursor::table()
{
    acceptSymbol('.'); // ".t", an old ODBC form
    const auto kept = [this](const std::string &name) {
        return m_dialect.lowersTableNames ? QString::fromStdString(name).toLower().toStdString() : name;
    };
    const std::string first = name();
    if (!acceptSymbol('.')) {
        return {kept(m_defaultSchema), kept(first)};
    }
    return {kept(first), kept(name())};
}

std::vector<std::string> SqlCursor::nameList()
{
    std::vector<std::string> names;
    requireSymbol('(');
    while (ok() && !acceptSymbol(')')) {
        names.push_back(name());
        if (!acceptSymbol(',') && !isSymbol(')')) {
            fail(")");
        }
    }
    return names;
}

std::string SqlCursor::value()
{
    const Token token = take();
    switch (token.kind) {
    case TokenKind::Word:
        return lowerAscii(token.text);
    case TokenKind::Name:
    case TokenKind::String:
    case TokenKind::Number:
    case TokenKind::HexString:
        return token.text;
    case TokenKind::End:
    case TokenKind::Symbol:
        break;
    }
    fail("a value");
    return {};
}

void SqlCursor::skipParentheses()
{
    int depth = 0;
    while (!atEnd() && (depth > 0 || isSymbol('('))) {
        const Token token = take();
        if (token.isSymbol('(')) {
            ++depth;
        } else if (token.isSymbol(')') && --depth == 0) {
            return;
        }
    }
}

void SqlCursor::skipItem()
{
    while (!atEnd() && !isSymbol(',') && !isSymbol(')')) {
        if (isSymbol('(')) {
            skipParentheses();
        } else {
            take();
        }
    }
}

} // namespace rowcast::mysql

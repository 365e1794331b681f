// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/SqlLexer.h"

#include <QByteArray>

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// https://dev.mysql.com/doc/refman/8.0/en/identifiers.html: every character above U+007F may stand in a name.
bool isNameCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c & 0x80) != 0;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

void appendEscaped(std::string &out, char c)
{
    switch (c) {
    case '0':
        out += '\0';
        break;
    case 'b':
        out += '\b';
        break;
    case 'n':
        out += '\n';
        break;
    case 'r':
        out += '\r';
        break;
    case 't':
        out += '\t';
        break;
    case 'Z':
        out += '\x1a';
        break;
    default:
        out += c;
    }
}

} // namespace

std::string lowerAscii(std::string text)
{
    for (char &c : text) {
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return text;
}

bool Token::isWord(std::string_view keyword) const
{
    return kind == TokenKind::Word && text.size() == keyword.size()
        && std::equal(text.begin(), text.end(), keyword.begin(), [](char a, char b) { return upper(a) == b; });
}

SqlLexer::SqlLexer(std::string_view text, const SqlDialect &dialect)
    : m_text(text)
    , m_dialect(dialect)
{
}

Token SqlLexer::next()
{
    skipBlanks();
    const bool isAfterDot = std::exchange(m_isAfterDot, false);
    const bool isAfterName = std::exchange(m_isAfterName, false);
    if (m_at >= m_text.size()) {
        return {};
    }
    const char c = m_text[m_at];
    if (c == '`' || (c == '"' && m_dialect.ansiQuotes)) {
        m_isAfterName = true;
        return quoted(c, TokenKind::Name);
    }
    if (c == '\'' || c == '"') {
        return quoted(c, TokenKind::String);
    }
    if ((c == 'x' || c == 'X') && at(1) == '\'') {
        ++m_at;
        Token token = quoted('\'', TokenKind::HexString);
        token.text = QByteArray::fromHex(QByteArray::fromStdString(token.text)).toStdString();
        return token;
    }
    if ((c == 'b' || c == 'B') && at(1) == '\'') {
        ++m_at;
        return quoted('\'', TokenKind::Number);
    }
    if (isAfterDot && isNameCharacter(c)) {
        return word(m_at);
    }
    if (isNameCharacter(c) || (c == '.' && isDigit(at(1)) && !isAfterName)) {
        return numberOrWord();
    }
    ++m_at;
    m_isAfterDot = c == '.';
    return {TokenKind::Symbol, std::string(1, c)};
}

void SqlLexer::skipBlanks()
{
    while (m_at < m_text.size() && (isBlank(m_text[m_at]) || m_text[m_at] == '\0' || skipComment())) {
        ++m_at;
    }
}

// True when a comment or a bracket of an executable one stood here; m_at is then at its last character.
bool SqlLexer::skipComment()
{
    const char c = m_text[m_at];
    if (c == '#' || (c == '-' && at(1) == '-' && (isBlank(at(2)) || m_at + 2 >= m_text.size()))) {
        skipLine();
        return true;
    }
    if (c == '*' && at(1) == '/' && m_openComments > 0) {
        --m_openComments;
        ++m_at;
        return true;
    }
    if (c != '/' || at(1) != '*') {
        return false;
    }
    enterComment();
    return true;
}

void SqlLexer::skipLine()
{
    const size_t end = m_text.find('\n', m_at);
    m_at = end == std::string_view::npos ? m_text.size() : end;
}

void SqlLexer::enterComment()
{
    const bool isForMariaDb = at(2) == 'M' && at(3) == '!';
    if (at(2) == '!' || isForMariaDb) {
        size_t digits = isForMariaDb ? 4 : 3;
        uint32_t version = 0;
        size_t count = 0;
        for (; count < 6 && isDigit(at(digits)); ++count, ++digits) {
            version = version * 10 + uint32_t(at(digits) - '0');
        }
        if (count < 5) {
            version = 0;
        }
        if (isExecutable(isForMariaDb, version)) {
            ++m_openComments;
            m_at += (count < 5 ? digits - count : digits) - 1;
            return;
        }
    }
    const size_t end = m_text.find("*/", m_at + 2);
    m_at = end == std::string_view::npos ? m_text.size() : end + 1;
}

// MariaDB leaves MySQL's comments for 5.7 and later out, https://mariadb.com/kb/en/comment-syntax/.
bool SqlLexer::isExecutable(bool forMariaDb, uint32_t version) const
{
    if (!m_dialect.isMariaDb) {
        return !forMariaDb && version <= m_dialect.version;
    }
    return version <= m_dialect.version && (forMariaDb || version < 50700 || version > 99999);
}

Token SqlLexer::quoted(char quote, TokenKind kind)
{
    Token token{kind, {}};
    const bool hasEscapes = kind == TokenKind::String && !m_dialect.noBackslashEscapes;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == quote) {
            if (at(1) != quote) {
                ++m_at;
                return token;
            }
            ++m_at;
        } else if (c == '\\' && hasEscapes && m_at + 1 < m_text.size()) {
            ++m_at;
            appendEscaped(token.text, m_text[m_at]);
            continue;
        }
        token.text += c;
    }
    return token;
}

Token SqlLexer::numberOrWord()
{
    const size_t begin = m_at;
    if (!isDigit(m_text[m_at]) && m_text[m_at] != '.') {
        return word(begin);
    }
    while (isDigit(at(0))) {
        ++m_at;
    }
    const bool isExponent = (at(0) == 'e' || at(0) == 'E') && (isDigit(at(1)) || at(1) == '+' || at(1) == '-');
    const bool isPrefixed = m_at == begin + 1 && m_text[begin] == '0' && (at(0) == 'x' || at(0) == 'b');
    if (isNameCharacter(at(0)) && !isExponent && !isPrefixed) {
        return word(begin); // a name may begin with digits
    }
    while (isNameCharacter(at(0)) || at(0) == '.'
        || ((at(0) == '+' || at(0) == '-') && !isPrefixed && (m_text[m_at - 1] == 'e' || m_text[m_at - 1] == 'E'))) {
        ++m_at;
    }
    return {TokenKind::Number, std::string(m_text.substr(begin, m_at - begin))};
}

Token SqlLexer::word(size_t begin)
{
    while (isNameCharacter(at(0))) {
        ++m_at;
    }
    m_isAfterName = true;
    return {TokenKind::Word, std::string(m_text.substr(begin, m_at - begin))};
}

} // namespace rowcast::mysql

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rowcast::mysql {

// How a server reads SQL text; what of it matters for definitions.
struct SqlDialect {
    bool isMariaDb = false;
    uint32_t version = 80033; // major * 10000 + minor * 100 + patch, as executable comments name it
    bool ansiQuotes = false; // sql_mode ANSI_QUOTES: "x" is a name
    bool noBackslashEscapes = false; // sql_mode NO_BACKSLASH_ESCAPES
    bool realAsFloat = false; // sql_mode REAL_AS_FLOAT
    bool lowersTableNames
        = false; // lower_case_table_names 1: the server keeps names of tables and schemas in lower case
};

// A to Z only; other letters stay.
[[nodiscard]] std::string lowerAscii(std::string text);

enum class TokenKind : uint8_t {
    End,
    Word, // a keyword or a name without quotes
    Name, // a name in quotes, without them
    String, // a literal in quotes, without them and with escapes resolved
    Number, // digits as written, 0x and 0b forms included
    HexString, // the bytes of x'..' (b'..' comes as a Number: nothing here needs its value)
    Symbol, // one character
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;

    [[nodiscard]] bool isSymbol(char symbol) const { return kind == TokenKind::Symbol && text[0] == symbol; }
    // keyword in upper case.
    [[nodiscard]] bool isWord(std::string_view keyword) const;
    [[nodiscard]] bool isName() const { return kind == TokenKind::Word || kind == TokenKind::Name; }
};

// Cuts SQL text (UTF-8) into tokens, one at a time, so that a huge statement costs nothing when its first words say
// that it is of no interest. Comments are left out; what stands in executable ones (/*!80000 .. */, /*M! .. */) is in.
// Never fails: an unclosed quote ends with the text. A copy is a bookmark. The text must outlive the lexer.
class SqlLexer {
public:
    SqlLexer(std::string_view text, const SqlDialect &dialect);
    Token next();

private:
    void skipBlanks();
    bool skipComment();
    void skipLine();
    void enterComment();
    [[nodiscard]] bool isExecutable(bool forMariaDb, uint32_t version) const;
    Token quoted(char quote, TokenKind kind);
    Token numberOrWord();
    Token word(size_t begin);
    [[nodiscard]] char at(size_t offset) const { return m_at + offset < m_text.size() ? m_text[m_at + offset] : '\0'; }

    std::string_view m_text;
    SqlDialect m_dialect;
    size_t m_at = 0;
    int m_openComments = 0; // executable comments around this place
    bool m_isAfterDot = false; // a name follows even if it begins with a digit
    bool m_isAfterName = false; // ".1" is then a dot and a name, not a number
};

} // namespace rowcast::mysql

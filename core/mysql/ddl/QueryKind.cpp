// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/QueryKind.h"

#include "core/mysql/ddl/SqlLexer.h"

#include <QByteArray>

#include <vector>

namespace rowcast::mysql {

namespace {

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toHex().toStdString();
}

// The rest of an XA statement; MySQL always writes X'..',X'..',n, people may write 'a','b'.
std::string readXid(SqlLexer &lexer)
{
    std::vector<std::string> parts;
    uint32_t formatId = 1;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::HexString || token.kind == TokenKind::String) {
            parts.push_back(token.text);
        } else if (token.kind == TokenKind::Number) {
            formatId = QByteArray::fromStdString(token.text).toUInt();
        }
    }
    parts.resize(2);
    return xidText(parts[0], parts[1], formatId);
}

QueryMeaning xaMeaning(SqlLexer &lexer)
{
    const Token verb = lexer.next();
    if (verb.isWord("START") || verb.isWord("BEGIN")) {
        return {QueryKind::XaStart, readXid(lexer), {}};
    }
    if (verb.isWord("COMMIT")) {
        return {QueryKind::XaCommit, readXid(lexer), {}};
    }
    if (verb.isWord("ROLLBACK")) {
        return {QueryKind::XaRollback, readXid(lexer), {}};
    }
    return {QueryKind::Inside, {}, {}};
}

} // namespace

QueryMeaning meaningOf(std::string_view sql)
{
    // The commonest by far, and compressed transactions are full of it.
    if (sql == "BEGIN") {
        return {QueryKind::Begin, {}, {}};
    }
    SqlLexer lexer(sql, {});
    const Token first = lexer.next();
    if (first.isWord("XA")) {
        return xaMeaning(lexer);
    }
    if (first.isWord("COMMIT")) {
        return {QueryKind::Commit, {}, {}};
    }
    if (first.isWord("ROLLBACK")) {
        Token next = lexer.next();
        next = next.isWord("WORK") ? lexer.next() : next;
        if (!next.isWord("TO")) {
            return {QueryKind::Rollback, {}, {}};
        }
        next = lexer.next();
        return {QueryKind::RollbackTo, {}, (next.isWord("SAVEPOINT") ? lexer.next() : next).text};
    }
    if (first.isWord("SAVEPOINT")) {
        return {QueryKind::Savepoint, {}, lexer.next().text};
    }
    if (first.isWord("RELEASE")) {
        return {QueryKind::Inside, {}, {}};
    }
    const bool isStart = first.isWord("START") && lexer.next().isWord("TRANSACTION");
    return {first.isWord("BEGIN") || isStart ? QueryKind::Begin : QueryKind::Other, {}, {}};
}

std::string xidText(std::string_view gtrid, std::string_view bqual, uint32_t formatId)
{
    return "X'" + hex(gtrid) + "',X'" + hex(bqual) + "'," + std::to_string(formatId);
}

} // namespace rowcast::mysql

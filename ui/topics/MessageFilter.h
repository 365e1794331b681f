// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/ByteSearch.h"
#include "ui/topics/MessageRow.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace rowcast::ui {

class MessageParser;

// A part of the filter line, for its colours.
struct FilterSpan {
    enum class Kind { Name, Value, Wrong };
    Kind kind = Kind::Value;
    int begin = 0; // in UTF-16 units
    int size = 0;
    QString problem; // of Wrong: why, translated
};

// What the filter line says, compiled. A plain value: copied to the thread that filters. Terms are joined by "and";
// a leading "-" turns one round; "two words" in quotes are one text. Bare words are looked for in key, value and
// headers, without regard to the case of ASCII letters.
//   op:update,delete  table:gift  table:kwtoon.gift  key:42  value:red  header:name  tx:8589934811
//   partition:3  offset:>100  data.price:>10  data.name:ann
class MessageFilter {
public:
    MessageFilter() = default;
    [[nodiscard]] static MessageFilter parse(const QString &line);
    // "op:", "table:", ... for completion.
    [[nodiscard]] static QStringList termNames();
    [[nodiscard]] static QStringList operationNames();

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] const std::vector<FilterSpan> &spans() const { return m_spans; }
    // Of the first wrong term; empty: none is. Wrong terms filter nothing.
    [[nodiscard]] QString problem() const;
    // parser: of the calling thread.
    [[nodiscard]] bool matches(const MessageRow &row, MessageParser &parser) const;

private:
    friend class FilterReader;
    enum class Kind : uint8_t { Text, Operation, Table, Key, Value, Header, Transaction, Partition, Offset, Field };
    enum class Comparison : uint8_t { Equal, Contains, Less, Greater };
    struct Term {
        Kind kind = Kind::Text;
        bool isNegated = false;
        Comparison comparison = Comparison::Contains;
        uint32_t operations = 0; // bits by MessageKind
        int64_t number = 0;
        double real = 0;
        QByteArray text;
        QByteArray path; // of Field
        ByteSearch search;
    };
    [[nodiscard]] static bool holds(const Term &term, const MessageRow &row, MessageParser &parser);
    [[nodiscard]] static bool holdsField(const Term &term, const MessageRow &row, MessageParser &parser);

    std::vector<Term> m_terms;
    std::vector<FilterSpan> m_spans;
};

} // namespace rowcast::ui

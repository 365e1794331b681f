// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageFilter.h"

#include "ui/topics/MessageParser.h"

#include <algorithm>
#include <charconv>

namespace rowcast::ui {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

std::string_view view(const std::optional<QByteArray> &bytes)
{
    return bytes ? view(*bytes) : std::string_view();
}

bool isInHeaders(const ByteSearch &search, const TopicRecord &record)
{
    return std::ranges::any_of(record.headers,
        [&](const auto &header) { return search.isIn(view(header.first)) || search.isIn(view(header.second)); });
}

bool isTable(const QByteArray &wanted, const MessageRow &row)
{
    const qsizetype dot = wanted.indexOf('.');
    if (dot < 0) {
        return row.table.compare(wanted, Qt::CaseInsensitive) == 0;
    }
    return row.schema.compare(wanted.left(dot), Qt::CaseInsensitive) == 0
        && row.table.compare(wanted.mid(dot + 1), Qt::CaseInsensitive) == 0;
}

} // namespace

QString MessageFilter::problem() const
{
    const auto wrong = std::ranges::find(m_spans, FilterSpan::Kind::Wrong, &FilterSpan::kind);
    return wrong == m_spans.end() ? QString() : wrong->problem;
}

bool MessageFilter::matches(const MessageRow &row, MessageParser &parser) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return holds(term, row, parser) != term.isNegated; });
}

bool MessageFilter::holds(const Term &term, const MessageRow &row, MessageParser &parser)
{
    const auto compares = [&](int64_t number) {
        return term.comparison == Comparison::Less   ? number < term.number
            : term.comparison == Comparison::Greater ? number > term.number
                                                     : number == term.number;
    };
    switch (term.kind) {
    case Kind::Text:
        return term.search.isIn(view(row.record.value)) || term.search.isIn(view(row.record.key))
            || isInHeaders(term.search, row.record);
    case Kind::Operation:
        return ((term.operations >> uint32_t(row.kind)) & 1U) != 0
            || (!term.text.isEmpty() && term.text == row.operation);
    case Kind::Table:
        return isTable(term.text, row);
    case Kind::Key:
        return row.record.key && term.search.isIn(view(row.record.key));
    case Kind::Value:
        return row.record.value && term.search.isIn(view(row.record.value));
    case Kind::Header:
        return isInHeaders(term.search, row.record);
    case Kind::Transaction:
        return row.transaction != 0 && compares(int64_t(row.transaction));
    case Kind::Partition:
        return compares(row.record.partition);
    case Kind::Offset:
        return compares(row.record.offset);
    case Kind::Field:
        return holdsField(term, row, parser);
    }
    return false;
}

bool MessageFilter::holdsField(const Term &term, const MessageRow &row, MessageParser &parser)
{
    const auto text = parser.field(row, term.path);
    if (!text) {
        return false;
    }
    if (term.comparison == Comparison::Contains) {
        return term.search.isIn(*text);
    }
    if (term.comparison == Comparison::Equal) {
        return *text == view(term.text);
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) {
        return false;
    }
    return term.comparison == Comparison::Less ? number < term.real : number > term.real;
}

} // namespace rowcast::ui

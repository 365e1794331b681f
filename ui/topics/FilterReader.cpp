// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/FilterReader.h"

#include <algorithm>
#include <array>

namespace rowcast::ui {

namespace {

struct Operation {
    const char *name;
    MessageKind kind;
};

constexpr std::array kOperations{Operation{"load", MessageKind::Load}, Operation{"insert", MessageKind::Insert},
    Operation{"update", MessageKind::Update}, Operation{"delete", MessageKind::Delete},
    Operation{"control", MessageKind::Control}, Operation{"tombstone", MessageKind::Tombstone}};

// Operations of control records, as DMS names them.
constexpr std::array kControls{"create-table", "rename-table", "drop-table", "change-columns", "add-column",
    "drop-column", "rename-column", "column-type-change", "truncate-table"};

const QString kField = QStringLiteral("data.");

} // namespace

MessageFilter MessageFilter::parse(const QString &line)
{
    return FilterReader(line).read();
}

QStringList MessageFilter::termNames()
{
    return {QStringLiteral("op:"), QStringLiteral("table:"), QStringLiteral("key:"), QStringLiteral("value:"),
        QStringLiteral("header:"), QStringLiteral("tx:"), QStringLiteral("partition:"), QStringLiteral("offset:"),
        kField};
}

QStringList MessageFilter::operationNames()
{
    QStringList names;
    for (const Operation &operation : kOperations) {
        names.append(QString::fromLatin1(operation.name));
    }
    for (const char *control : kControls) {
        names.append(QString::fromLatin1(control));
    }
    return names;
}

MessageFilter FilterReader::read()
{
    while (m_at < m_line.size()) {
        if (m_line[m_at].isSpace()) {
            ++m_at;
        } else {
            readTerm();
        }
    }
    return m_filter;
}

QString FilterReader::takeValue()
{
    QString value;
    bool isQuoted = false;
    for (; m_at < m_line.size(); ++m_at) {
        const QChar at = m_line[m_at];
        if (at == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (at.isSpace() && !isQuoted) {
            break;
        } else {
            value.append(at);
        }
    }
    return value;
}

void FilterReader::readTerm()
{
    const int begin = m_at;
    Term term;
    if (m_line[m_at] == QLatin1Char('-') && m_at + 1 < m_line.size() && !m_line[m_at + 1].isSpace()) {
        term.isNegated = true;
        ++m_at;
    }
    int colon = m_at;
    while (colon < m_line.size() && !m_line[colon].isSpace() && m_line[colon] != QLatin1Char('"')
        && m_line[colon] != QLatin1Char(':')) {
        ++colon;
    }
    const bool isNamed = colon < m_line.size() && m_line[colon] == QLatin1Char(':');
    const QString name = m_line.mid(m_at, colon - m_at).toLower();
    if (isNamed && (MessageFilter::termNames().contains(name + QLatin1Char(':')) || name.startsWith(kField))) {
        const QString path = m_line.mid(m_at, colon - m_at); // columns keep their case
        m_at = colon + 1;
        const QString value = takeValue();
        addNamed(term, name.startsWith(kField) ? path : name, value, begin);
        return;
    }
    const QString word = takeValue();
    addSpan(FilterSpan::Kind::Value, begin, m_at);
    if (!word.isEmpty()) {
        term.search = ByteSearch(word.toUtf8());
        m_filter.m_terms.push_back(term);
    }
}

void FilterReader::addNamed(Term term, const QString &name, const QString &value, int begin)
{
    const int colon = int(m_line.indexOf(QLatin1Char(':'), begin));
    if (value.isEmpty()) {
        addSpan(FilterSpan::Kind::Name, begin, m_at); // still being typed
        return;
    }
    const QString problem = fill(term, name, value);
    if (problem.isEmpty()) {
        addSpan(FilterSpan::Kind::Name, begin, colon + 1);
        addSpan(FilterSpan::Kind::Value, colon + 1, m_at);
        m_filter.m_terms.push_back(term);
    } else {
        addSpan(FilterSpan::Kind::Wrong, begin, m_at, problem);
    }
}

QString FilterReader::fill(Term &term, const QString &name, const QString &value)
{
    using Kind = MessageFilter::Kind;
    term.text = value.toUtf8();
    term.search = ByteSearch(term.text);
    if (name == QLatin1String("op")) {
        term.kind = Kind::Operation;
        return fillOperations(term, value.toLower());
    }
    if (name == QLatin1String("tx") || name == QLatin1String("partition") || name == QLatin1String("offset")) {
        term.kind = name == QLatin1String("tx") ? Kind::Transaction
            : name == QLatin1String("offset")   ? Kind::Offset
                                                : Kind::Partition;
        return fillNumber(term, value);
    }
    if (name.startsWith(kField, Qt::CaseInsensitive)) {
        fillField(term, name.mid(kField.size()), value);
        return {};
    }
    term.kind = name == QLatin1String("table") ? Kind::Table
        : name == QLatin1String("key")         ? Kind::Key
        : name == QLatin1String("header")      ? Kind::Header
                                               : Kind::Value;
    return {};
}

QString FilterReader::fillOperations(Term &term, const QString &value)
{
    term.text.clear();
    for (const QString &word : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto known = std::find_if(kOperations.begin(), kOperations.end(), [&](const Operation &operation) {
            return word == QLatin1String(operation.name)
                || (word.size() == 1 && word[0].toUpper() == QLatin1Char(kindLetter(operation.kind)));
        });
        if (known != kOperations.end()) {
            term.operations |= 1U << uint32_t(known->kind);
        } else if (std::find(kControls.begin(), kControls.end(), word.toLatin1()) != kControls.end()) {
            term.text = word.toLatin1();
        } else {
            return tr("There is no operation %1. There are load, insert, update, delete, control and tombstone.")
                .arg(word);
        }
    }
    return {};
}

QString FilterReader::fillNumber(Term &term, const QString &value)
{
    using Comparison = MessageFilter::Comparison;
    term.comparison = value.startsWith(QLatin1Char('<')) ? Comparison::Less
        : value.startsWith(QLatin1Char('>'))             ? Comparison::Greater
                                                         : Comparison::Equal;
    const QString digits = term.comparison == Comparison::Equal ? value : value.mid(1);
    bool isNumber = false;
    term.number = digits.toLongLong(&isNumber);
    if (isNumber || digits.isEmpty()) {
        return {};
    }
    return tr("%1 is no whole number.").arg(digits);
}

void FilterReader::fillField(Term &term, const QString &path, const QString &value)
{
    using Comparison = MessageFilter::Comparison;
    term.kind = MessageFilter::Kind::Field;
    term.path = path.toUtf8();
    const QChar first = value[0];
    bool isNumber = false;
    term.real = value.mid(1).toDouble(&isNumber);
    if ((first == QLatin1Char('<') || first == QLatin1Char('>')) && isNumber) {
        term.comparison = first == QLatin1Char('<') ? Comparison::Less : Comparison::Greater;
    } else if (first == QLatin1Char('=')) {
        term.comparison = Comparison::Equal;
        term.text = value.mid(1).toUtf8();
    }
}

void FilterReader::addSpan(FilterSpan::Kind kind, int begin, int end, const QString &problem)
{
    m_filter.m_spans.push_back({kind, begin, end - begin, problem});
}

} // namespace rowcast::ui

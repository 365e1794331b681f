// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageFilter.h"

#include <QCoreApplication>

namespace rowcast::ui {

// Takes a filter line apart: terms for the filter, spans for the colours.
class FilterReader {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::FilterReader)

public:
    explicit FilterReader(const QString &line)
        : m_line(line)
    {
    }
    [[nodiscard]] MessageFilter read();

private:
    using Term = MessageFilter::Term;
    void readTerm();
    // What a term says, without quotes; moves behind it.
    [[nodiscard]] QString takeValue();
    void addNamed(Term term, const QString &name, const QString &value, int begin);
    // Empty: the value was taken over.
    [[nodiscard]] static QString fill(Term &term, const QString &name, const QString &value);
    [[nodiscard]] static QString fillOperations(Term &term, const QString &value);
    [[nodiscard]] static QString fillNumber(Term &term, const QString &value);
    static void fillField(Term &term, const QString &path, const QString &value);
    void addSpan(FilterSpan::Kind kind, int begin, int end, const QString &problem = {});

    const QString m_line;
    int m_at = 0;
    MessageFilter m_filter;
};

} // namespace rowcast::ui

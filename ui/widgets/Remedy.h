// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <QString>
#include <QStringList>

namespace rowcast::ui {

// A failure's remedy for the screen: plain words, and the SQL, CLI lines and settings that stand in backquotes.
struct Remedy {
    QString html; // the sentence, escaped, with short code in the fixed font; empty where it is nothing but code
    QStringList code; // what is worth copying, in order, each once
};
[[nodiscard]] Remedy splitRemedy(const QString &text);

// Markdown for a ticket: cause, detail, remedy. sinceMicros 0: unknown.
[[nodiscard]] QString failureReport(const Failure &failure, int64_t sinceMicros);

} // namespace rowcast::ui

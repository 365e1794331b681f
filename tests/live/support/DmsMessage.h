// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <optional>

namespace rowcast {

// Columns as text: a string's content, a number as it is written in the message, "true"/"false", inner JSON as it
// prints; none: null.
using RowTexts = std::map<QByteArray, std::optional<QByteArray>>;

// A message value of AWS DMS's JSON taken apart, by a general JSON parser.
struct DmsMessage {
    QByteArray recordType; // data, control
    QByteArray operation; // load, insert, update, delete, create-table, ...
    QByteArray schema;
    QByteArray table;
    RowTexts metadata; // all of it
    RowTexts data;
    RowTexts beforeImage; // "before-image"
};

// None where the value is no such message.
[[nodiscard]] std::optional<DmsMessage> parseDmsMessage(const QByteArray &value);

} // namespace rowcast

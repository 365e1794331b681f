// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageRow.h"

#include <QString>

namespace rowcast::ui {

// How a message reads in one line.

// The key as text; binary keys as hex. At most 120 characters.
[[nodiscard]] QString keyText(const MessageRow &row);
// The row's columns, without the envelope and without line breaks; at most 256 characters.
[[nodiscard]] QString previewText(const MessageRow &row);
// "kwtoon.gift".
[[nodiscard]] QString tableText(const MessageRow &row);
// "Insert", "Create table" and so on for people, translated; DMS's word for control records.
[[nodiscard]] QString kindText(const MessageRow &row);
// 1 B, 12 KiB.
[[nodiscard]] QString sizeText(uint64_t bytes);

} // namespace rowcast::ui

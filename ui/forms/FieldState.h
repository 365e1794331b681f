// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

class QWidget;

namespace rowcast::ui {

// What a field holds, for drafts: undefined for kinds that hold nothing by themselves, and never a password.
[[nodiscard]] QJsonValue fieldState(const QWidget *field);
void restoreField(QWidget *field, const QJsonValue &value);

} // namespace rowcast::ui

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/JsonTree.h"
#include "ui/topics/MessageRow.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace rowcast::ui {

// One column of the row that a message is about.
struct FieldChange {
    QString name;
    QString before; // where hasBefore
    QString after; // where hasAfter
    bool hasBefore = false;
    bool hasAfter = false;
    bool isChanged = false; // the old value is known and differs
};

// Everything that the details of one message show, made off the main thread. A plain value.
struct MessageDetails {
    enum class Before { None, Image, PreviousMessage, MarkedMessage };
    static constexpr qsizetype kShownBytes = 64 * 1024; // of a value larger than kLargeBytes, until it is asked for
    static constexpr qsizetype kLargeBytes = 1024 * 1024;

    MessageRowPtr row;
    QString text; // pretty where it is JSON
    bool isCut = false; // only the first kShownBytes, and no tree
    QSharedPointer<const JsonTree> tree; // null: cut, or no JSON
    std::vector<FieldChange> fields;
    Before before = Before::None;
    int32_t previousPartition = -1; // of the message that the old values come from
    int64_t previousOffset = -1;

    // What the old values come from where the message has none itself.
    struct Other {
        MessageRowPtr row; // an older message of the same row, or null
        bool isMarked = false; // any message, chosen to be compared with: it goes before the message's own image
    };
    [[nodiscard]] static MessageDetails of(const MessageRowPtr &row, const Other &other, bool isWhole);
};

} // namespace rowcast::ui

Q_DECLARE_METATYPE(rowcast::ui::MessageDetails)

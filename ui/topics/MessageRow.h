// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"

#include <QByteArray>
#include <QSharedPointer>

#include <cstdint>
#include <memory>
#include <vector>

namespace rowcast::ui {

// What a record is, as its metadata say (AWS DMS's JSON messages).
enum class MessageKind : uint8_t { Other, Load, Insert, Update, Delete, Control, Tombstone };

// One record of a topic with the facts that its row in the table and its filter need. Made off the main thread, never
// changed afterwards, shared by the list, the history and the details.
struct MessageRow {
    TopicRecord record;
    MessageKind kind = MessageKind::Other;
    bool isRowKey = false; // the key names one row: partition-key-type "primary-key"
    QByteArray operation; // "insert", "create-table"; empty for what is no DMS message
    QByteArray schema;
    QByteArray table;
    uint64_t transaction = 0; // 0: none
    // Where "data" (or "control") lies in the value, without the name; size 0: there is none.
    uint32_t bodyBegin = 0;
    uint32_t bodySize = 0;

    [[nodiscard]] QByteArray body() const
    {
        return record.value ? record.value->mid(qsizetype(bodyBegin), qsizetype(bodySize)) : QByteArray();
    }
};

using MessageRowPtr = std::shared_ptr<const MessageRow>;
using MessageRows = std::vector<MessageRowPtr>;
using SharedMessageRows = QSharedPointer<MessageRows>; // crosses threads once, then belongs to the receiver

// 'L', 'I', 'U', 'D', 'C', 'T'; 0 for what is no DMS message.
[[nodiscard]] constexpr char kindLetter(MessageKind kind)
{
    return "\0LIUDCT"[size_t(kind)];
}

} // namespace rowcast::ui

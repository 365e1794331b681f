// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageRow.h"

#include "core/message/DmsMessageReader.h"

#include <QSet>

#include <memory>
#include <optional>
#include <string_view>

namespace rowcast::ui {

// Reads the facts of records and single fields of their rows, with simdjson. Every byte may be hostile: what cannot be
// read is a message without facts, never a failure. One per thread; not the main thread.
class MessageParser {
public:
    MessageParser();
    ~MessageParser();
    MessageParser(const MessageParser &) = delete;
    MessageParser &operator=(const MessageParser &) = delete;

    [[nodiscard]] MessageRowPtr read(const TopicRecord &record);
    // The JSON text of a member of the row, strings without their quotes; "address.city" goes into objects. None where
    // the row has no such member. Valid until the next call.
    [[nodiscard]] std::optional<std::string_view> field(const MessageRow &row, const QByteArray &path);

private:
    struct Engine;
    void readFacts(MessageRow &row);
    [[nodiscard]] QByteArray shared(std::string_view name);

    DmsMessageReader m_reader;
    std::unique_ptr<Engine> m_engine; // of single fields
    QSet<QByteArray> m_names; // each name of a table once in memory
};

} // namespace rowcast::ui

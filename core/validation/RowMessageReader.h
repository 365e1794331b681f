// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/DmsMessageReader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// What a message says about rows of a table. Names hold until the next call of the reader, rows as long as the value.
struct RowMessage {
    enum class Kind : uint8_t {
        Set, // load or insert: the whole row
        Update, // the columns that the image had
        Delete,
        Clear, // drop-table, truncate-table: no row is left
        Other, // other control records
    };
    Kind kind = Kind::Other;
    std::string_view schema;
    std::string_view table;
    std::string_view data; // the row as a JSON object; empty for control records
    std::string_view before; // the before image, where the task shows it
};

// Takes messages of DMS's JSON apart (DMS guide, "Using Apache Kafka as a target"). Every byte may be hostile: what is
// no such message is none. One per thread.
class RowMessageReader {
public:
    // beforeField: the name that the task gives the before image; empty: it shows none.
    explicit RowMessageReader(std::string beforeField);
    ~RowMessageReader();
    RowMessageReader(const RowMessageReader &) = delete;
    RowMessageReader &operator=(const RowMessageReader &) = delete;

    [[nodiscard]] std::optional<RowMessage> read(std::string_view value);
    // The texts of the key's columns, joined so that two keys never look alike; none where one is missing.
    [[nodiscard]] std::optional<std::string> key(std::string_view object, const std::vector<std::string> &columns);

private:
    struct Engine;
    DmsMessageReader m_messages;
    std::unique_ptr<Engine> m_engine; // of keys
};

// A key as people read it.
[[nodiscard]] std::string readableKey(std::string_view key);

} // namespace rowcast

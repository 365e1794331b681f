// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rowcast {

// The parts of a message value of AWS DMS's JSON (DMS guide, "Using Apache Kafka as a target").
struct DmsMessageParts {
    // Until the reader's next call.
    std::string_view recordType; // data, control
    std::string_view operation; // load, insert, update, delete, create-table, ...
    std::string_view keyType;
    std::string_view schema;
    std::string_view table;
    uint64_t transaction = 0; // 0: none, or no number
    // Parts of the value that was read; empty where it has none, or something else than an object.
    std::string_view body; // of "data" or "control", without the name
    std::string_view before; // the before image
};

// Takes messages apart, with simdjson. Every byte may be hostile. One per thread.
class DmsMessageReader {
public:
    // beforeField: the name that a task gives the before image; empty: none is looked for.
    explicit DmsMessageReader(std::string beforeField = {});
    ~DmsMessageReader();
    DmsMessageReader(const DmsMessageReader &) = delete;
    DmsMessageReader &operator=(const DmsMessageReader &) = delete;

    // False for what is no JSON object or has broken metadata: message then has what could be read.
    [[nodiscard]] bool read(std::string_view value, DmsMessageParts &message);

private:
    struct Engine;
    const std::string m_beforeField;
    std::unique_ptr<Engine> m_engine;
};

} // namespace rowcast

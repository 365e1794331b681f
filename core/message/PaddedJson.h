// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace rowcast {

// JSON text that simdjson may read over the end of, copied into a buffer that is used again. One thread; what was
// opened holds until the next open(). For sources alone: it brings simdjson's header along.
class PaddedJson {
public:
    // False for anything but an object.
    [[nodiscard]] bool open(std::string_view text, simdjson::ondemand::object &root)
    {
        m_buffer.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        m_buffer.assign(text);
        return m_parser.iterate(m_buffer.data(), text.size(), m_buffer.capacity()).get(m_document) == simdjson::SUCCESS
            && m_document.get_object().get(root) == simdjson::SUCCESS;
    }
    // Where a part of what was opened stands in its text.
    [[nodiscard]] size_t offsetOf(std::string_view part) const { return size_t(part.data() - m_buffer.data()); }

private:
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::string m_buffer;
};

} // namespace rowcast

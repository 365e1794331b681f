// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/JsonLayout.h"

#include "core/message/JsonText.h"

#include <nlohmann/json.hpp>

namespace rowcast {

std::string JsonLayout::member(size_t level, std::string_view name) const
{
    std::string text(1, ',');
    if (m_isFormatted) {
        text += '\n';
        text.append(level, '\t');
    }
    appendQuoted(text, name);
    text += m_isFormatted ? ":\t" : ":";
    return text;
}

std::string JsonLayout::close(size_t level) const
{
    return m_isFormatted ? '\n' + std::string(level - 1, '\t') + '}' : std::string(1, '}');
}

void JsonLayout::print(std::string &out, const nlohmann::ordered_json &value, size_t level) const
{
    if (value.is_object()) {
        out += '{';
        size_t skip = 1;
        for (const auto &[name, inner] : value.items()) {
            out.append(member(level, name), skip);
            print(out, inner, level + 1);
            skip = 0;
        }
        out += close(level);
    } else if (value.is_array()) {
        out += '[';
        for (size_t i = 0; i < value.size(); ++i) {
            out += i == 0 ? "" : m_isFormatted ? ", " : ",";
            print(out, value[i], level + 1);
        }
        out += ']';
    } else if (value.is_string()) {
        appendQuoted(out, value.get_ref<const std::string &>());
    } else {
        out += value.dump();
    }
}

} // namespace rowcast

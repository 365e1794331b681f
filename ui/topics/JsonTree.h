// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSharedPointer>

#include <cstdint>
#include <optional>
#include <vector>

namespace rowcast::ui {

// A JSON text taken apart without losing a digit: every scalar keeps the bytes it has in the text, so a 64-bit integer
// or a decimal never goes through a double. Made off the main thread, never changed afterwards.
class JsonTree {
public:
    enum class Kind : uint8_t { Object, Array, String, Number, Boolean, Null };
    struct Node {
        Kind kind = Kind::Null;
        bool hasName = false; // a member of an object
        uint32_t parent = 0;
        uint32_t row = 0; // among its siblings
        uint32_t firstChild = 0; // children lie one after the other
        uint32_t children = 0;
        uint32_t nameBegin = 0; // as in the text, without quotes, escapes as they are
        uint32_t nameSize = 0;
        uint32_t begin = 0; // of the value, strings with their quotes
        uint32_t size = 0;
    };

    // None: the text is not JSON, or is nested more than 200 deep.
    [[nodiscard]] static QSharedPointer<const JsonTree> parse(const QByteArray &text);

    // Node 0 is the whole.
    [[nodiscard]] const Node &node(uint32_t index) const { return m_nodes[index]; }
    [[nodiscard]] uint32_t size() const { return uint32_t(m_nodes.size()); }
    // The child of that name, or none.
    [[nodiscard]] std::optional<uint32_t> child(uint32_t parent, const char *name) const;
    [[nodiscard]] QByteArray raw(const Node &node) const { return m_text.mid(node.begin, node.size); }
    // Escapes resolved.
    [[nodiscard]] QString name(const Node &node) const;
    // What a person reads: strings without quotes, other values as they are in the text.
    [[nodiscard]] QString text(const Node &node) const;

private:
    friend class JsonTreeBuilder;
    QByteArray m_text;
    std::vector<Node> m_nodes;
};

// A line for each member, indented by two; the tokens stay as they are. text must be valid JSON.
[[nodiscard]] QByteArray prettyJson(const QByteArray &text);

} // namespace rowcast::ui

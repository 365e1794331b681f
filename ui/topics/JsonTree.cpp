// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/JsonTree.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <string>

namespace rowcast::ui {

namespace {

namespace json = simdjson::ondemand;
constexpr int kDeepest = 200;

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

JsonTree::Kind kindOf(char first)
{
    switch (first) {
    case '{':
        return JsonTree::Kind::Object;
    case '[':
        return JsonTree::Kind::Array;
    case '"':
        return JsonTree::Kind::String;
    case 't':
    case 'f':
        return JsonTree::Kind::Boolean;
    case 'n':
        return JsonTree::Kind::Null;
    default:
        return JsonTree::Kind::Number;
    }
}

QString unescaped(const QByteArray &quoted)
{
    if (!quoted.contains('\\')) {
        return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
    }
    const auto parsed = nlohmann::json::parse(quoted.begin(), quoted.end(), nullptr, false);
    return parsed.is_string() ? QString::fromStdString(parsed.get<std::string>()) : QString::fromUtf8(quoted);
}

} // namespace

// Reads the text, which a parser has found to be valid JSON, level by level, so that siblings lie together.
class JsonTreeBuilder {
public:
    explicit JsonTreeBuilder(JsonTree &tree)
        : m_tree(tree)
        , m_text(tree.m_text.constData())
        , m_size(uint32_t(tree.m_text.size()))
    {
    }

    bool build()
    {
        JsonTree::Node root;
        root.begin = skipSpaces(0);
        root.kind = kindOf(m_text[root.begin]);
        root.size = skipValue(root.begin) - root.begin;
        m_tree.m_nodes.push_back(root);
        for (uint32_t index = 0; index < m_tree.m_nodes.size(); ++index) {
            addChildren(index);
        }
        return m_isShallow;
    }

private:
    uint32_t skipSpaces(uint32_t at) const
    {
        while (at < m_size && isSpace(m_text[at])) {
            ++at;
        }
        return at;
    }

    uint32_t skipString(uint32_t at) const
    {
        for (++at; at < m_size && m_text[at] != '"'; ++at) {
            at += m_text[at] == '\\' ? 1 : 0;
        }
        return std::min(at + 1, m_size);
    }

    uint32_t skipContainer(uint32_t at)
    {
        int depth = 0;
        while (at < m_size) {
            const char byte = m_text[at];
            if (byte == '"') {
                at = skipString(at);
                continue;
            }
            depth += byte == '{' || byte == '[' ? 1 : byte == '}' || byte == ']' ? -1 : 0;
            m_isShallow = m_isShallow && depth <= kDeepest;
            ++at;
            if (depth == 0) {
                break;
            }
        }
        return at;
    }

    uint32_t skipValue(uint32_t at)
    {
        if (at >= m_size) {
            return m_size;
        }
        if (m_text[at] == '"') {
            return skipString(at);
        }
        if (m_text[at] == '{' || m_text[at] == '[') {
            return skipContainer(at);
        }
        while (at < m_size && !isSpace(m_text[at]) && m_text[at] != ',' && m_text[at] != '}' && m_text[at] != ']') {
            ++at;
        }
        return at;
    }

    void addChildren(uint32_t parent)
    {
        const JsonTree::Node above = m_tree.m_nodes[parent];
        const bool isObject = above.kind == JsonTree::Kind::Object;
        if ((!isObject && above.kind != JsonTree::Kind::Array) || !m_isShallow) {
            return;
        }
        m_tree.m_nodes[parent].firstChild = uint32_t(m_tree.m_nodes.size());
        const uint32_t end = above.begin + above.size - 1;
        uint32_t count = 0;
        for (uint32_t at = skipSpaces(above.begin + 1); at < end; at = skipSpaces(skipSpaces(at) + 1)) {
            JsonTree::Node node;
            node.parent = parent;
            node.row = count++;
            node.hasName = isObject;
            if (isObject) {
                node.nameBegin = at + 1;
                at = skipString(at);
                node.nameSize = at - 1 - node.nameBegin;
                at = skipSpaces(skipSpaces(at) + 1); // over the colon
            }
            node.begin = at;
            node.kind = kindOf(m_text[at]);
            at = skipValue(at);
            node.size = at - node.begin;
            m_tree.m_nodes.push_back(node);
        }
        m_tree.m_nodes[parent].children = count;
    }

    JsonTree &m_tree;
    const char *m_text;
    const uint32_t m_size;
    bool m_isShallow = true;
};

QSharedPointer<const JsonTree> JsonTree::parse(const QByteArray &text)
{
    // The whole is checked first; what comes after can trust the text.
    simdjson::dom::parser parser;
    if (text.isEmpty() || text.size() > INT32_MAX
        || parser.parse(text.constData(), size_t(text.size()), true).error() != simdjson::SUCCESS) {
        return {};
    }
    auto tree = QSharedPointer<JsonTree>::create();
    tree->m_text = text;
    return JsonTreeBuilder(*tree).build() ? tree : QSharedPointer<JsonTree>();
}

std::optional<uint32_t> JsonTree::child(uint32_t parent, const char *name) const
{
    const Node &above = m_nodes[parent];
    for (uint32_t i = above.firstChild; i < above.firstChild + above.children; ++i) {
        if (m_text.mid(m_nodes[i].nameBegin, m_nodes[i].nameSize) == name) {
            return i;
        }
    }
    return std::nullopt;
}

QString JsonTree::name(const Node &node) const
{
    return node.hasName ? unescaped(m_text.mid(qsizetype(node.nameBegin) - 1, qsizetype(node.nameSize) + 2))
                        : QString();
}

QString JsonTree::text(const Node &node) const
{
    return node.kind == Kind::String ? unescaped(raw(node)) : QString::fromUtf8(raw(node));
}

QByteArray prettyJson(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 2);
    int depth = 0;
    const auto newLine = [&] { out.append('\n').append(QByteArray(qsizetype(depth) * 2, ' ')); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '"') {
            const qsizetype begin = i;
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                i += text[i] == '\\' ? 1 : 0;
            }
            out.append(text.constData() + begin, std::min(i + 1, text.size()) - begin);
        } else if (byte == '{' || byte == '[') {
            qsizetype next = i + 1;
            while (next < text.size() && isSpace(text[next])) {
                ++next;
            }
            out.append(byte);
            if (next < text.size() && (text[next] == '}' || text[next] == ']')) {
                out.append(text[next]);
                i = next;
            } else {
                ++depth;
                newLine();
            }
        } else if (byte == '}' || byte == ']') {
            depth = std::max(0, depth - 1);
            newLine();
            out.append(byte);
        } else if (byte == ',') {
            out.append(byte);
            newLine();
        } else if (byte == ':') {
            out.append(": ");
        } else if (!isSpace(byte)) {
            out.append(byte);
        }
    }
    return out;
}

} // namespace rowcast::ui

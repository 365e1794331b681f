// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonTree.h"

#include "core/mysql/value/JsonBinary.h"
#include "core/mysql/value/JsonScalars.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

// The order of keys in the server's objects: short ones first, then byte by byte.
bool isKeyBefore(const std::string &left, const std::string &right)
{
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

} // namespace

std::optional<JsonTree> JsonTree::of(std::span<const uint8_t> document)
{
    const auto value = JsonValue::ofDocument(document);
    size_t nodesLeft = document.size() + 1;
    return value ? of(*value, 0, nodesLeft) : std::nullopt;
}

std::optional<JsonTree> JsonTree::of(const JsonValue &value, int depth, size_t &nodesLeft)
{
    if (depth > kMostJsonDepth || nodesLeft == 0) {
        return std::nullopt;
    }
    --nodesLeft;
    JsonTree tree;
    tree.m_isObject = value.isObject();
    if (!value.isObject() && !value.isArray()) {
        tree.m_scalar = value;
        return tree;
    }
    for (uint32_t i = 0; i < value.count(); ++i) {
        const auto element = value.element(i);
        auto child = element ? of(*element, depth + 1, nodesLeft) : std::nullopt;
        const auto key = value.isObject() ? value.key(i) : std::string_view();
        if (!child || !key) {
            return std::nullopt;
        }
        tree.m_children.push_back(std::move(*child));
        if (value.isObject()) {
            tree.m_keys.emplace_back(*key);
        }
    }
    return tree;
}

size_t JsonTree::indexOf(const JsonPathLeg &leg) const
{
    if (leg.isIndex) {
        const bool isElement = !m_isObject && leg.index < m_children.size();
        return isElement ? size_t(leg.index) : m_children.size();
    }
    return size_t(std::find(m_keys.begin(), m_keys.end(), leg.key) - m_keys.begin());
}

JsonTree *JsonTree::find(std::span<const JsonPathLeg> legs)
{
    JsonTree *tree = this;
    for (const JsonPathLeg &leg : legs) {
        // A scalar stands for the array of itself, as in all of the server's paths.
        if (leg.isIndex && leg.index == 0 && (tree->m_scalar || tree->m_isObject)) {
            continue;
        }
        const size_t index = tree->indexOf(leg);
        if (index >= tree->m_children.size()) {
            return nullptr;
        }
        tree = &tree->m_children[index];
    }
    return tree;
}

bool JsonTree::replace(const JsonPath &path, JsonTree value)
{
    JsonTree *target = find(path);
    if (target == nullptr) {
        return false;
    }
    *target = std::move(value);
    return true;
}

bool JsonTree::insert(const JsonPath &path, JsonTree value)
{
    JsonTree *parent = path.empty() ? nullptr : find(std::span(path).first(path.size() - 1));
    if (parent == nullptr || parent->m_scalar || path.back().isIndex == parent->m_isObject) {
        return false;
    }
    const JsonPathLeg &leg = path.back();
    if (leg.isIndex) {
        const auto at = std::min<uint64_t>(leg.index, parent->m_children.size());
        parent->m_children.insert(parent->m_children.begin() + std::ptrdiff_t(at), std::move(value));
        return true;
    }
    if (parent->indexOf(leg) < parent->m_children.size()) {
        return false;
    }
    const auto place = std::lower_bound(parent->m_keys.begin(), parent->m_keys.end(), leg.key, isKeyBefore);
    parent->m_children.insert(parent->m_children.begin() + (place - parent->m_keys.begin()), std::move(value));
    parent->m_keys.insert(place, leg.key);
    return true;
}

bool JsonTree::remove(const JsonPath &path)
{
    JsonTree *parent = path.empty() ? nullptr : find(std::span(path).first(path.size() - 1));
    if (parent == nullptr || parent->m_scalar) {
        return false;
    }
    const size_t index = parent->indexOf(path.back());
    if (index >= parent->m_children.size()) {
        return false;
    }
    parent->m_children.erase(parent->m_children.begin() + std::ptrdiff_t(index));
    if (parent->m_isObject) {
        parent->m_keys.erase(parent->m_keys.begin() + std::ptrdiff_t(index));
    }
    return true;
}

bool JsonTree::appendText(std::string &out, size_t mostBytes) const
{
    if (out.size() > mostBytes) {
        return false;
    }
    if (m_scalar) {
        return appendJsonScalar(out, *m_scalar);
    }
    out += m_isObject ? '{' : '[';
    for (size_t i = 0; i < m_children.size(); ++i) {
        out += i > 0 ? ", " : "";
        if (m_isObject) {
            appendJsonString(out, m_keys[i]);
            out += ": ";
        }
        if (!m_children[i].appendText(out, mostBytes)) {
            return false;
        }
    }
    out += m_isObject ? '}' : ']';
    return true;
}

} // namespace rowcast::mysql

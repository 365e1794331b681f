// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonDiff.h"

#include "core/base/ByteReader.h"
#include "core/mysql/value/JsonTree.h"

namespace rowcast::mysql {

namespace {

enum class Operation : uint8_t { Replace = 0, Insert = 1, Remove = 2 };

bool applyNext(ByteReader &reader, JsonTree &tree)
{
    const auto operation = static_cast<Operation>(reader.u8());
    const auto path = parseJsonPath(reader.text(reader.lengthEncoded()));
    if (!reader.ok() || !path) {
        return false;
    }
    if (operation == Operation::Remove) {
        return tree.remove(*path);
    }
    auto value = JsonTree::of(reader.bytes(reader.lengthEncoded()));
    if (!reader.ok() || !value) {
        return false;
    }
    switch (operation) {
    case Operation::Replace:
        return tree.replace(*path, std::move(*value));
    case Operation::Insert:
        return tree.insert(*path, std::move(*value));
    default:
        return false;
    }
}

} // namespace

bool appendChangedJsonText(std::string &out, std::span<const uint8_t> document, std::span<const uint8_t> differences)
{
    auto tree = JsonTree::of(document);
    ByteReader reader(differences);
    while (tree && !reader.atEnd()) {
        if (!applyNext(reader, *tree)) {
            return false;
        }
    }
    // As for whole documents: each byte is printed once, in at most so many.
    const size_t most = out.size() + 64 + (document.size() + differences.size()) * 16;
    return tree && tree->appendText(out, most);
}

} // namespace rowcast::mysql

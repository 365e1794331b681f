// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace rowcast {

// Memory for the texts that decoding makes (converted charsets, formatted dates). Views stay valid until reset(), which
// keeps the first block so that a reused arena allocates nothing for ordinary rows. Not thread-safe.
class Arena {
public:
    static constexpr size_t kBlockBytes = 64 * 1024;

    // Space for count bytes; use shrink() when fewer were needed.
    char *allocate(size_t count)
    {
        if (m_blocks.empty() || m_used + count > m_blocks.back().size) {
            const size_t size = count > kBlockBytes ? count : kBlockBytes;
            m_blocks.push_back({std::make_unique_for_overwrite<char[]>(size), size});
            m_used = 0;
        }
        char *at = m_blocks.back().bytes.get() + m_used;
        m_used += count;
        return at;
    }
    // Gives back the tail of the last allocation.
    void shrink(size_t unused) { m_used -= unused; }

    std::string_view copy(std::string_view text)
    {
        char *at = allocate(text.size());
        std::memcpy(at, text.data(), text.size());
        return {at, text.size()};
    }

    void reset()
    {
        if (m_blocks.size() > 1 || (!m_blocks.empty() && m_blocks.front().size > kBlockBytes)) {
            m_blocks.clear();
        }
        m_used = 0;
    }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        size_t size;
    };
    std::vector<Block> m_blocks;
    size_t m_used = 0;
};

} // namespace rowcast

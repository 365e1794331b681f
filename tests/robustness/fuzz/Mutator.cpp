// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/Mutator.h"

#include <algorithm>
#include <iterator>

namespace rowcast::fuzz {

std::vector<uint8_t> Mutator::mutated(std::span<const uint8_t> original)
{
    std::vector<uint8_t> bytes(original.begin(), original.end());
    const uint32_t changes = 1 + m_random() % 4;
    for (uint32_t i = 0; i < changes && !bytes.empty(); ++i) {
        change(bytes);
    }
    return bytes;
}

std::vector<uint8_t> Mutator::noise(size_t most)
{
    std::vector<uint8_t> bytes(below(most));
    std::generate(bytes.begin(), bytes.end(), [&] { return uint8_t(below(3) == 0 ? below(256) : below(16)); });
    return bytes;
}

void Mutator::change(std::vector<uint8_t> &bytes)
{
    static constexpr uint8_t kEdges[] = {0, 1, 0x7F, 0x80, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};
    const size_t at = below(bytes.size());
    const auto place = bytes.begin() + std::ptrdiff_t(at);
    switch (below(5)) {
    case 0:
        *place ^= uint8_t(1U << below(8));
        break;
    case 1:
        *place = kEdges[below(std::size(kEdges))];
        break;
    case 2:
        *place = uint8_t(below(256));
        break;
    case 3:
        bytes.resize(at);
        break;
    default: {
        const size_t count = std::min<size_t>(1 + below(16), bytes.size() - at);
        const std::vector<uint8_t> piece(place, place + std::ptrdiff_t(count));
        bytes.insert(place, piece.begin(), piece.end());
        break;
    }
    }
}

} // namespace rowcast::fuzz

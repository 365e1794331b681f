// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace rowcast::fuzz {

// Changes a few bytes, cuts or doubles a piece; what it does follows from the seed alone.
class Mutator {
public:
    explicit Mutator(uint32_t seed)
        : m_random(seed)
    {
    }
    std::vector<uint8_t> mutated(std::span<const uint8_t> original);
    // Mostly small numbers: they get further than noise.
    std::vector<uint8_t> noise(size_t most);
    uint32_t below(size_t limit) { return uint32_t(m_random() % limit); }

private:
    void change(std::vector<uint8_t> &bytes);

    std::mt19937 m_random;
};

} // namespace rowcast::fuzz

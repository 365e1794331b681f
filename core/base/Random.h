// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace rowcast {

// Randomness behind an interface, so that a run can be repeated by its seed. Used by one thread at a time.
class Random {
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual uint64_t next() = 0;
};

class SystemRandom final : public Random {
public:
    [[nodiscard]] uint64_t next() override;
};

// Hexadecimal text of 128 random bits: writer ids, temporary names.
[[nodiscard]] std::string randomId(Random &random);

} // namespace rowcast

// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace rowcast {

// Time, behind an interface so that a simulated one can run hours in no time. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    // Microseconds since 1970-01-01 UTC; may jump.
    [[nodiscard]] virtual int64_t nowMicros() const = 0;
    // Never goes back; for durations and deadlines only.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const = 0;
    // Waits that long or until stop is asked for; false when stopped.
    virtual bool sleep(std::chrono::milliseconds duration, const std::stop_token &stop) = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] int64_t nowMicros() const override;
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override;
    bool sleep(std::chrono::milliseconds duration, const std::stop_token &stop) override;
};

} // namespace rowcast

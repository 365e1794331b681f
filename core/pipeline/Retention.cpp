// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/Retention.h"

#include <algorithm>

namespace rowcast {

std::optional<double> Retention::secondsLeft(int64_t nowMicros) const
{
    if (!isKnown || !heldSeconds) {
        return std::nullopt;
    }
    if (*heldSeconds == 0) {
        return 0;
    }
    if (neededMicros == 0) {
        return std::nullopt;
    }
    // a clock that was set back must not lengthen it
    const double age = std::max(0.0, double(nowMicros - neededMicros) / 1e6);
    return std::max(0.0, double(*heldSeconds) - age);
}

std::optional<double> Retention::shareLeft(int64_t nowMicros) const
{
    std::optional<double> share;
    if (const auto seconds = secondsLeft(nowMicros)) {
        share = *heldSeconds == 0 ? 0 : *seconds / double(*heldSeconds);
    }
    if (isKnown && mostBytes && bytesLeft && *mostBytes > 0) {
        const double room = std::min(1.0, double(*bytesLeft) / double(*mostBytes));
        share = std::min(share.value_or(1.0), room);
    }
    return share;
}

Retention::State Retention::state(int64_t nowMicros) const
{
    const auto share = shareLeft(nowMicros);
    if (!share) {
        return isKnown && !heldSeconds && !mostBytes ? State::ForGood : State::Unknown;
    }
    return *share <= 0 ? State::BurntDown : *share <= kShortShare ? State::Short : State::Burning;
}

bool Retention::isAlarming(int64_t nowMicros) const
{
    const State now = state(nowMicros);
    return now == State::Short || (now == State::BurntDown && holder == Holder::Source);
}

} // namespace rowcast

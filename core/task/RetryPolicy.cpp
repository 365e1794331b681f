// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetryPolicy.h"

namespace rowcast {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds kFirst{1000};
constexpr milliseconds kMost{30'000};

milliseconds longestWait(const TaskSettings &settings)
{
    return settings.isStated("ErrorBehavior.RecoverableErrorThrottlingMax")
        ? milliseconds(seconds(settings.integer("ErrorBehavior.RecoverableErrorThrottlingMax")))
        : kMost;
}

Backoff backoffOf(const TaskSettings &settings)
{
    const bool statesFirst = settings.isStated("ErrorBehavior.RecoverableErrorInterval");
    return Backoff(
        statesFirst ? milliseconds(seconds(settings.integer("ErrorBehavior.RecoverableErrorInterval"))) : kFirst,
        longestWait(settings), settings.boolean("ErrorBehavior.RecoverableErrorThrottling"));
}

} // namespace

RetryPolicy::RetryPolicy(const TaskSettings &settings)
    : m_backoff(backoffOf(settings))
    , m_most(settings.integer("ErrorBehavior.RecoverableErrorCount"))
{
    constexpr TaskSettingName kStops = "ErrorBehavior.RecoverableErrorStopRetryAfterThrottlingMax";
    if (settings.isStated(kStops) && settings.boolean(kStops)
        && settings.boolean("ErrorBehavior.RecoverableErrorThrottling")) {
        m_lastWait = longestWait(settings);
    }
}

std::optional<milliseconds> RetryPolicy::next(const Failure &failure)
{
    const bool mayPass = failure.mayPass && failure.text() != m_lookedTwiceAt;
    if ((!failure.retryable && !mayPass) || m_isSpent || (m_most >= 0 && m_attempts >= m_most)) {
        return std::nullopt;
    }
    if (mayPass) {
        m_lookedTwiceAt = failure.text();
    }
    ++m_attempts;
    const milliseconds wait = m_backoff.next();
    m_isSpent = m_lastWait && wait >= *m_lastWait;
    return wait;
}

void RetryPolicy::reset()
{
    m_attempts = 0;
    m_isSpent = false;
    m_backoff.reset();
}

} // namespace rowcast

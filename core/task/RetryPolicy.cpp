// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetryPolicy.h"

namespace rowcast {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds kFirst{1000};
constexpr milliseconds kMost{30'000};

Backoff backoffOf(const TaskSettings &settings)
{
    const bool statesFirst = settings.isStated("ErrorBehavior.RecoverableErrorInterval");
    const bool statesMost = settings.isStated("ErrorBehavior.RecoverableErrorThrottlingMax");
    return Backoff(
        statesFirst ? milliseconds(seconds(settings.integer("ErrorBehavior.RecoverableErrorInterval"))) : kFirst,
        statesMost ? milliseconds(seconds(settings.integer("ErrorBehavior.RecoverableErrorThrottlingMax"))) : kMost,
        settings.boolean("ErrorBehavior.RecoverableErrorThrottling"));
}

} // namespace

RetryPolicy::RetryPolicy(const TaskSettings &settings)
    : m_backoff(backoffOf(settings))
    , m_most(settings.integer("ErrorBehavior.RecoverableErrorCount"))
{
}

std::optional<milliseconds> RetryPolicy::next()
{
    if (m_most >= 0 && m_attempts >= m_most) {
        return std::nullopt;
    }
    ++m_attempts;
    return m_backoff.next();
}

void RetryPolicy::reset()
{
    m_attempts = 0;
    m_backoff.reset();
}

} // namespace rowcast

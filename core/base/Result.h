// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <utility>
#include <variant>

namespace rowcast {

// A value or the Failure that came in its place; the names are those of std::expected, so that it becomes an alias on
// C++23. Every function that can fail returns one; nothing is thrown across a room.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure failure)
        : m_content(std::in_place_index<1>, std::move(failure))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return m_content.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Failure &error() const & { return std::get<1>(m_content); }
    Failure &&error() && { return std::get<1>(std::move(m_content)); }

private:
    std::variant<T, Failure> m_content;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Failure failure)
        : m_failure(std::move(failure))
        , m_failed(true)
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return !m_failed; }
    const Failure &error() const & { return m_failure; }
    Failure &&error() && { return std::move(m_failure); }

private:
    Failure m_failure;
    bool m_failed = false;
};

} // namespace rowcast

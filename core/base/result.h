// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace latchkey {

/// The value of something that was done and has nothing to say.
struct Ok
{
    friend bool operator==(Ok, Ok) = default;
};

/// A value or the reason why there is none. Ask `if (result)` first: reading the other half is a bug and throws
/// std::bad_variant_access.
template <typename T = Ok>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    explicit operator bool() const { return m_state.index() == 0; }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T value() &&
    {
        return std::get<0>(std::move(m_state));
    } ///< by value: `for (x : *future.result())` is safe
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const & { return std::get<1>(m_state); }
    Error error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

} // namespace latchkey

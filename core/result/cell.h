// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace latchkey::result {

/// One value of a result, and whatever has to stay in memory for it. Text is UTF-8, binary types are their bytes; nothing
/// is NULL. Copying it is cheap; it may outlive the result.
class Cell
{
public:
    Cell(std::optional<std::string_view> value, std::shared_ptr<const void> owner)
        : m_value(value), m_owner(std::move(owner))
    { }

    bool isNull() const { return !m_value; }
    /// Lives as long as a copy of this cell.
    const std::optional<std::string_view> &value() const { return m_value; }

private:
    std::optional<std::string_view> m_value;
    std::shared_ptr<const void> m_owner;
};

} // namespace latchkey::result

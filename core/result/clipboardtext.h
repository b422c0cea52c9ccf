// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/byteoutput.h"

#include <QString>

#include <atomic>
#include <stop_token>

namespace latchkey::result {

/// The text of cells on its way to the clipboard, which gives it to other programs in one piece: up to a size that they
/// can be expected to take. One thread writes; size() can be asked for on any.
class ClipboardText final : public ByteOutput
{
public:
    static constexpr std::size_t most = std::size_t{64} << 20; ///< bytes of UTF-8

    explicit ClipboardText(std::stop_token stop, std::size_t limit = most)
        : m_stop(std::move(stop)), m_limit(limit)
    { }

    /// Cancelled once the token is stopped, InvalidInput beyond the limit.
    Result<> write(std::string_view bytes) override;
    std::size_t size() const { return m_size; }
    QString text() const;

    /// What is said instead of a text beyond the limit.
    static Error tooLarge(std::size_t limit = most);

private:
    const std::stop_token m_stop;
    const std::size_t m_limit;
    std::string m_text;
    std::atomic<std::size_t> m_size = 0;
};

} // namespace latchkey::result

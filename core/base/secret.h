// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace latchkey {

/// Copies byte by byte: what memcpy() moves through the vector registers stays in them, and gets onto the stack with the
/// next function that is bound late.
void copySecret(char *to, std::string_view from);

/// A password or key in memory: move-only, UTF-8, kept in pages that are locked and left out of core dumps where
/// the system allows it, zeroed when it goes. It has no way into QVariant, a log or a stream.
class Secret
{
public:
    Secret() = default;
    /// Copies the bytes; wiping the source is the caller's business.
    explicit Secret(std::string_view utf8);
    /// Takes what was typed and wipes the source. The only way from a QString, for QLineEdit's sake.
    static Secret take(QString &typed);
    /// Takes what was read and wipes the source.
    static Secret take(QByteArray &read);

    Secret(Secret &&other) noexcept
        : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0))
    { }
    Secret &operator=(Secret &&other) noexcept
    {
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }
    ~Secret() = default;

    bool isEmpty() const { return m_size == 0; }
    /// The bytes, NUL-terminated just behind the view, valid while this object lives.
    std::string_view view() const { return {m_bytes ? m_bytes.get() : "", m_size}; }

private:
    struct Wipe
    {
        std::size_t capacity;
        void operator()(char *bytes) const;
    };
    std::unique_ptr<char[], Wipe> m_bytes;
    std::size_t m_size = 0;
};

} // namespace latchkey

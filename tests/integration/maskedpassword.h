// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstring>

namespace latchkey::test {

/// A random password that is readable in memory only while it is used, so that one can look for what is left of it.
class MaskedPassword
{
public:
    MaskedPassword()
    {
        for (char &character : m_masked)
            character = static_cast<char>((QRandomGenerator::global()->bounded(26) + 'A') ^ mask);
    }
    Secret unmasked() const
    {
        std::array<char, length> text;
        std::transform(m_masked.begin(), m_masked.end(), text.begin(), [](char c) { return unmask(c); });
        Secret secret(std::string_view(text.data(), text.size()));
        explicit_bzero(text.data(), text.size());
        return secret;
    }
    /// Looks through all that this process can write to.
    bool isInMemory() const
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qFatal("cannot read this process's memory");
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const qsizetype dash = line.indexOf('-');
            const auto begin = line.first(std::max<qsizetype>(dash, 0)).toLongLong(nullptr, 16);
            const auto end = line.mid(dash + 1, line.indexOf(' ') - dash - 1).toLongLong(nullptr, 16);
            if (line.contains(" rw") && memory.seek(begin) && isIn(memory.read(end - begin)))
                return true;
        }
        return false;
    }

private:
    static constexpr std::size_t length = 24;
    static constexpr char mask = 0x15;
    static char unmask(char character) { return static_cast<char>(character ^ mask); }

    bool isIn(const QByteArray &bytes) const
    {
        const auto last = bytes.size() - static_cast<qsizetype>(length);
        for (qsizetype at = bytes.indexOf(unmask(m_masked[0])); at >= 0 && at <= last;
             at = bytes.indexOf(unmask(m_masked[0]), at + 1)) {
            if (std::equal(m_masked.begin(), m_masked.end(), bytes.begin() + at,
                           [](char masked, char found) { return unmask(masked) == found; }))
                return true;
        }
        return false;
    }

    std::array<char, length> m_masked;
};

} // namespace latchkey::test

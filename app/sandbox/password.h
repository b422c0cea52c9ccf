// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace latchkey::sandbox {

/// A password nobody has used before: 20 letters and digits from the system's random source, in groups for readers.
inline QByteArray randomPassword()
{
    constexpr char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    QByteArray password;
    for (int i = 0; i < 20; ++i) {
        if (i % 5 == 0 && i > 0)
            password += '-';
        password += letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)];
    }
    return password;
}

} // namespace latchkey::sandbox

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFile>

#include <unistd.h>

namespace latchkey::bench {

/// Of this process, in bytes.
inline double residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

} // namespace latchkey::bench

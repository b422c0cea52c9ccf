// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// Collects remarks; after a few thousand it only counts them, so that a hostile file does not fill the memory.
class Remarks
{
public:
    void add(const QString &place, const QString &message);
    /// All of them, the last one saying how many more there were.
    QList<Remark> take();

private:
    QList<Remark> m_remarks;
    int m_more = 0;
};

/// "line 12"
QString atLine(qsizetype line);
/// "connection “orders”", with so much of a long name as can be read
QString atConnection(const QString &name);
/// "connection “orders”, sslKey"
QString atConnection(const QString &name, const QString &key);

} // namespace latchkey::formats

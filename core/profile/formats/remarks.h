// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

#include <QSet>

namespace latchkey::formats {

/// Collects remarks, each once, up to a few thousand: a hostile file shall not fill the memory with them.
class Remarks
{
public:
    void add(const QString &place, const QString &message);
    /// Whoever reads entry after entry stops then.
    bool isFull() const;
    /// All of them, the last one saying if there were more.
    QList<Remark> take();

private:
    QList<Remark> m_remarks;
    QSet<QString> m_seen;
};

/// "line 12"
QString atLine(qsizetype line);
/// "connection “orders”", with so much of a long name as can be read
QString atConnection(const QString &name);
/// "connection “orders”, sslKey"
QString atConnection(const QString &name, const QString &key);

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

class QMimeData;

namespace latchkey {

/// Rows of the tree of profiles on their way from one place to another.
struct DraggedRows
{
    QList<QUuid> profiles;
    QStringList folders; ///< paths (see joinPath())
    QString catalogue; ///< whose they are; empty: the user's own

    static QStringList formats();
    /// The ids of the profiles, a line each, under a format of their own: others take those alone.
    static QString profileFormat();

    /// The caller owns it.
    QMimeData *toMimeData() const;
    /// Nothing if it is something else.
    static std::optional<DraggedRows> from(const QMimeData &data);
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/history/entry.h"

#include <QList>

namespace latchkey::history {

/// What to look for.
struct Query
{
    QString words; ///< see matches()
    QUuid profile; ///< null: any
    qsizetype most = 500;
};

/// The history on the disk: a line an entry, oldest first, readable by this user only. Programs that write at the same time
/// wait for each other. All of it blocks.
class HistoryFile
{
public:
    static constexpr qint64 defaultCap = 4 * 1024 * 1024; ///< bytes

    explicit HistoryFile(QString file, qint64 cap = defaultCap) : m_file(std::move(file)), m_cap(cap) { }

    /// Takes secrets out and appends. Beyond the cap the older half is dropped, the whole file being replaced.
    Result<> append(const Entry &entry) const;
    /// Newest first; damaged lines are left out.
    Result<QList<Entry>> find(const Query &query) const;
    Result<> clear() const;

private:
    Result<> dropOldest() const;

    QString m_file;
    qint64 m_cap;
};

} // namespace latchkey::history

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/worker.h"
#include "core/history/historyfile.h"

#include <QFuture>

namespace latchkey::history {

/// What was executed, in every session and run. Returns at once; the file is written and read on a thread of its own, in the
/// order of the calls. To be used on one thread.
class History
{
public:
    explicit History(QString file = defaultFile(), qint64 cap = HistoryFile::defaultCap);

    /// Off: nothing is written; what is there stays and can be searched.
    void setOn(bool on) { m_isOn = on; }
    bool isOn() const { return m_isOn; }

    /// Secrets are taken out before anything is written.
    QFuture<Result<>> record(const Entry &entry);
    QFuture<Result<QList<Entry>>> find(const Query &query);
    QFuture<Result<>> clear();

    /// history.jsonl in paths::stateDir().
    static QString defaultFile();

private:
    HistoryFile m_file;
    Worker m_worker;
    bool m_isOn = true;
};

} // namespace latchkey::history

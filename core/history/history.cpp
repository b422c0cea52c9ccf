// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/history.h"

#include "core/base/job.h"
#include "core/base/paths.h"

namespace latchkey::history {

History::History(QString file, qint64 cap) : m_file(std::move(file), cap) { }

QFuture<Result<>> History::record(const Entry &entry)
{
    return startJob<Ok>(m_worker, {}, [file = m_file, entry, on = m_isOn](Job &) -> Result<> {
        return on ? file.append(entry) : Ok{};
    });
}

QFuture<Result<QList<Entry>>> History::find(const Query &query)
{
    return startJob<QList<Entry>>(m_worker, {}, [file = m_file, query](Job &) { return file.find(query); });
}

QFuture<Result<>> History::clear()
{
    return startJob<Ok>(m_worker, {}, [file = m_file](Job &) { return file.clear(); });
}

QString History::defaultFile()
{
    return paths::stateDir() + QStringLiteral("/history.jsonl");
}

} // namespace latchkey::history

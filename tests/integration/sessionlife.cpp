// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/sessionlife.h"

#include "core/base/worker.h"
#include "core/result/exportfile.h"
#include "core/result/rowdelivery.h"
#include "core/result/rowformat.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace latchkey::test {

namespace {

constexpr int rowCount = 3000;
const QString exportEnding = u".csv"_s;

QString rowsStatement(int rows)
{
    return u"select seq from shop.seq_1_to_%1"_s.arg(rows);
}

const QByteArray &wholeExport()
{
    static const QByteArray whole = [] {
        QByteArray text = "seq\r\n";
        for (int row = 1; row <= rowCount; ++row)
            text += QByteArray::number(row) + "\r\n";
        return text;
    }();
    return whole;
}

/// True for one that has just been taken away.
bool isWholeOrGone(const QString &file)
{
    QFile opened(file);
    return !opened.open(QIODevice::ReadOnly) || opened.readAll() == wholeExport();
}

} // namespace

SessionLife::SessionLife(Doing doing, Way way, Complaints &complaints, quint32 seed)
    : m_doing(doing), m_way(std::move(way)), m_exportName(u"rows-%1"_s.arg(seed)), m_complaints(complaints),
      m_random(seed), m_thread([this](const std::stop_token &stop) { live(stop); })
{ }

void SessionLife::live(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto opening = m_way.open();
        if (!inTime(opening, m_way.mostForLogin, "a login"))
            return;
        const auto session = opening.result();
        if (!session)
            continue; // refused or broken off, which is as it should be
        m_connectionId = (*session)->info().connectionId;
        m_isLiving = true;
        if (m_doing == Doing::Connect)
            ++m_deeds;
        while (m_doing != Doing::Connect && (*session)->isOpen() && !stop.stop_requested())
            if (!doOnce(**session))
                break;
    }
}

/// False: it hangs, and is left to itself.
bool SessionLife::doOnce(sql::Session &session)
{
    return m_doing == Doing::Export ? exportOnce(session) : queryOnce(session);
}

bool SessionLife::queryOnce(sql::Session &session)
{
    const auto rows = std::make_shared<int>(0);
    sql::RowSink sink;
    sink.rows = [rows](const sql::RowBatch &batch) { *rows += batch.rows(); };
    const int wanted = m_doing == Doing::Fetch ? rowCount : 1;
    const QString statement = m_doing == Doing::Cancel ? u"select sleep(3600)"_s : rowsStatement(wanted);
    const std::stop_source stopping;
    const auto running = session.run(statement, sink, {}, stopping.get_token());
    if (m_doing == Doing::Cancel)
        stopSoon(stopping);
    if (!inTime(running, m_way.mostForStatement, "a statement"))
        return false;
    const auto result = running.result();
    if (result && m_doing == Doing::Cancel)
        m_complaints.add(u"a sleep of an hour came to its end"_s);
    if (result && (*rows != wanted || result->rowCount != quint64(wanted) || result->truncated))
        m_complaints.add(u"%1 of %2 rows were taken for all"_s.arg(*rows).arg(wanted));
    m_deeds += result || result.error().code == Error::Code::Cancelled ? 1 : 0;
    return true;
}

/// As the window does it: the rows go to the file on the session's thread; one export of four is cancelled.
bool SessionLife::exportOnce(sql::Session &session)
{
    const QString file = m_way.exportFolder + u'/' + m_exportName + exportEnding;
    auto created = result::ExportFile::create(file);
    if (!created) {
        m_complaints.add(created.error().message);
        return false;
    }
    const std::shared_ptr<result::ExportFile> output = *std::move(created);
    const std::stop_source stopping;
    const auto delivery = std::make_shared<result::RowDelivery>(
        result::makeRowWriter(result::RowFormat::Csv, {}, output), stopping.get_token());
    const auto running = session.run(rowsStatement(rowCount), delivery->sink(), {}, delivery->stop());
    if (m_random.bounded(4) == 0)
        stopSoon(stopping);
    const bool isOver = inTime(running, m_way.mostForStatement, "an export");
    const auto summary = isOver ? delivery->finish(running.result()) : Result<sql::StatementSummary>(Error{});
    const bool isDone = summary && output->commit();
    output->discard();
    checkExport(file, isDone);
    m_deeds += isDone ? 1 : 0;
    return isOver;
}

void SessionLife::checkExport(const QString &file, bool isDone)
{
    const QStringList left = QDir(m_way.exportFolder).entryList({m_exportName + u'*'}, QDir::Files);
    const QStringList wanted = isDone ? QStringList(m_exportName + exportEnding) : QStringList();
    if (left != wanted)
        m_complaints.add(u"an export that %1 left “%2”"_s.arg(isDone ? u"was complete"_s : u"failed"_s,
                                                              left.join(u"”, “"_s)));
    if (isDone && !isWholeOrGone(file))
        m_complaints.add(u"an export was taken for complete that is not"_s);
    QFile::remove(file);
}

void SessionLife::stopSoon(std::stop_source stopping)
{
    callAfter(std::chrono::milliseconds(m_random.bounded(20)),
              [stopping = std::move(stopping)]() mutable { stopping.request_stop(); });
}

bool SessionLife::holdsWholeExportsOnly(const QString &folder)
{
    const QDir exports(folder);
    const QStringList names = exports.entryList({u'*' + exportEnding}, QDir::Files);
    return std::all_of(names.begin(), names.end(),
                       [&](const QString &name) { return isWholeOrGone(exports.filePath(name)); });
}

} // namespace latchkey::test

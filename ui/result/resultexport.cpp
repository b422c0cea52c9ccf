// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/resultexport.h"

#include "core/base/job.h"
#include "core/base/whendone.h"

namespace latchkey {

namespace {

using SharedFile = std::shared_ptr<result::ExportFile>;

Result<SharedFile> createFile(const QString &name)
{
    auto file = result::ExportFile::create(name);
    if (!file)
        return file.error();
    return SharedFile(*std::move(file));
}

/// Until the job is over, which it is as soon as somebody cancels.
Result<> writeAll(const Job &job, const result::Cells &cells, result::RowReceiver &receiver,
                  std::atomic<qint64> &written)
{
    result::CellWriting writing(cells, receiver);
    while (!job.isOver()) {
        const auto more = writing.writeSome();
        written = writing.written();
        if (!more)
            return more.error();
        if (!*more)
            return Ok{};
    }
    return cancelledError();
}

} // namespace

ResultExport::~ResultExport()
{
    m_stop.request_stop();
    if (m_file && m_isRunning)
        m_file->discard();
}

/// On a thread of its own: a file may lie where nobody answers.
void ResultExport::open(const Target &target, std::function<void()> write)
{
    m_stop = {};
    m_file.reset();
    m_written.reset();
    m_delivery.reset();
    m_isRunning = true;
    const auto opened = [this, target, write = std::move(write),
                         attempt = ++m_attempt](const Result<SharedFile> &file) {
        if (!m_isRunning || attempt != m_attempt)
            return; // cancelled meanwhile
        if (!file)
            return finish(file.error());
        m_file = *file;
        m_writer = result::makeRowWriter(target.format, target.options, m_file);
        write();
    };
    const auto create = [name = target.file](Job &) { return createFile(name); };
    whenDone(startJob<SharedFile>(m_stop.get_token(), create), this, opened);
}

void ResultExport::writeCells(const Target &target, result::Cells cells)
{
    open(target, [this, cells = std::move(cells)] {
        m_written = std::make_shared<std::atomic<qint64>>(0);
        const auto write = [cells, writer = m_writer, written = m_written](Job &job) {
            return writeAll(job, cells, *writer, *written);
        };
        whenDone(startJob<Ok>(m_stop.get_token(), write), this,
                 [this, file = m_file](const Result<> &written) {
                     if (m_isRunning && file == m_file)
                         end(written);
                 });
    });
}

void ResultExport::runStatement(const Target &target, const Run &run, const QString &sql)
{
    open(target, [this, run, sql] {
        m_delivery = std::make_shared<result::RowDelivery>(m_writer, m_stop.get_token());
        whenDone(run(sql, m_delivery->sink(), {}, m_delivery->stop()), this,
                 [this, delivery = m_delivery](const Result<sql::StatementSummary> &answer) {
                     if (!m_isRunning || delivery != m_delivery)
                         return; // cancelled meanwhile
                     const auto summary = delivery->finish(answer);
                     end(summary ? Result<>(Ok{}) : summary.error());
                 });
    });
}

void ResultExport::end(const Result<> &written)
{
    if (written)
        return commit();
    Error error = written.error();
    const bool mayKeep = error.code != Error::Code::Cancelled && error.code != Error::Code::FileInaccessible;
    if (const QString partial = mayKeep ? m_file->keepPartial() : QString(); !partial.isEmpty())
        error.message += QLatin1Char(' ') + tr("What had arrived until then is in “%1”.").arg(partial);
    finish(error);
}

// The disk may take its time.
void ResultExport::commit()
{
    const auto committing =
        startJob<Ok>(m_stop.get_token(), [file = m_file](Job &) -> Result<> { return file->commit(); });
    whenDone(committing, this, [this, file = m_file](const Result<> &committed) {
        if (m_isRunning && file == m_file)
            finish(committed);
    });
}

void ResultExport::cancel()
{
    if (!m_isRunning)
        return;
    m_stop.request_stop();
    finish(cancelledError());
}

void ResultExport::finish(const Result<> &outcome)
{
    m_isRunning = false;
    if (!outcome && m_file)
        m_file->discard();
    Q_EMIT finished(outcome);
}

quint64 ResultExport::rows() const
{
    if (m_delivery)
        return m_delivery->written();
    return m_written ? static_cast<quint64>(m_written->load()) : 0;
}

quint64 ResultExport::bytes() const
{
    return m_file ? m_file->bytes() : 0;
}

} // namespace latchkey

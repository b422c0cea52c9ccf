// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cells.h"
#include "core/result/exportfile.h"
#include "core/result/rowdelivery.h"

#include <QFuture>
#include <QObject>

namespace latchkey {

/// Writes one result to a file, which is under its name only once it is complete. One export an object. Deleting it
/// cancels.
class ResultExport : public QObject
{
    Q_OBJECT
public:
    /// sql::Session::run, or what stands in for it.
    using Run = std::function<QFuture<Result<sql::StatementSummary>>(QString, sql::RowSink, sql::RunLimits,
                                                                     std::stop_token)>;
    struct Target
    {
        QString file;
        result::RowFormat format = result::RowFormat::Csv;
        result::RowOptions options;
    };

    explicit ResultExport(QObject *parent = nullptr) : QObject(parent) { }
    ~ResultExport() override;

    /// Writes cells that are here, which are read on a thread of the writing's own.
    void writeCells(const Target &target, result::Cells cells);
    /// Runs a statement and writes its rows while they arrive, on the session's thread.
    void runStatement(const Target &target, const Run &run, const QString &sql);
    /// Leaves no file; answered with Cancelled at once.
    void cancel();

    bool isRunning() const { return m_isRunning; }
    quint64 rows() const; ///< so far
    quint64 bytes() const;

Q_SIGNALS:
    /// Once for each start. The error says what is left, where that is not nothing.
    void finished(const latchkey::Result<> &outcome);

private:
    void open(const Target &target, std::function<void()> write);
    void end(const Result<> &written);
    void commit();
    void finish(const Result<> &outcome);

    bool m_isRunning = false;
    int m_attempt = 0; ///< counts open(), so that a late answer is known
    std::shared_ptr<result::ExportFile> m_file;
    std::shared_ptr<result::RowWriter> m_writer;
    std::shared_ptr<std::atomic<qint64>> m_written; ///< rows of cells, so far
    std::shared_ptr<result::RowDelivery> m_delivery;
    std::stop_source m_stop;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/byteoutput.h"
#include "core/sql/value.h"

#include <QList>
#include <QString>

#include <string>

namespace latchkey::result {

/// Whether all that was asked for has been written.
enum class Ending {
    Complete,
    BrokenOff, ///< there should have been more: never made to look complete
};

/// Takes results while they arrive, each as begin(), rows() for every batch, and finish(). Used by one thread at a time.
/// After an error nothing more may be called.
class RowReceiver
{
public:
    virtual ~RowReceiver() = default;
    virtual Result<> begin(const QList<sql::Column> &columns) = 0;
    virtual Result<> rows(const sql::RowBatch &batch) = 0;
    virtual Result<> finish(Ending ending) = 0;
    /// In place of the three: a statement that gives no rows.
    virtual Result<> withoutRows(quint64 affected, int warnings) = 0;
};

/// Writes them as text. Memory does not grow with the number of rows. What has been written is at the output when a call
/// returns; errors are the output's.
class RowWriter : public RowReceiver
{
public:
    /// `output` must outlive the writer.
    explicit RowWriter(ByteOutput &output) : m_output(output) { }
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    Result<> begin(const QList<sql::Column> &columns) final;
    Result<> rows(const sql::RowBatch &batch) final;
    Result<> finish(Ending ending) final;
    Result<> withoutRows(quint64 affected, int warnings) final;

protected:
    /// Each appends its part to `text`.
    virtual void appendBeginning(std::string &text, const QList<sql::Column> &columns) = 0;
    virtual void appendRows(std::string &text, const sql::RowBatch &batch) = 0;
    virtual void appendEnd(std::string &text, Ending ending) = 0;
    virtual void appendWithoutRows(std::string &, quint64 /*affected*/, int /*warnings*/) { }

private:
    Result<> handOver();

    ByteOutput &m_output;
    std::string m_text;
};

} // namespace latchkey::result

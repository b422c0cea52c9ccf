// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/profileturns.h"

#include "core/base/job.h"

#include <algorithm>

namespace latchkey::cli {

namespace {

constexpr std::size_t mostKept = 1'000'000; ///< bytes of a profile's rows

sql::Column plainColumn(const char *name, sql::ColumnType type, const char *typeName)
{
    return {QLatin1String(name), {}, type, QLatin1String(typeName), false};
}

sql::Column profileColumn()
{
    return plainColumn("profile", sql::ColumnType::Text, "VARCHAR");
}

bool looksAlike(const QList<sql::Column> &some, const QList<sql::Column> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const sql::Column &one, const sql::Column &other) {
                          return one.name == other.name && one.type == other.type;
                      });
}

sql::RowBatch labelled(const sql::RowBatch &batch, const std::string &path)
{
    sql::RowBatch labelled(batch.columns() + 1);
    for (int row = 0; row < batch.rows(); ++row) {
        labelled.append(path);
        for (int column = 0; column < batch.columns(); ++column)
            labelled.append(batch.value(row, column));
    }
    return labelled;
}

} // namespace

class ProfileTurns::Receiver final : public result::RowReceiver
{
public:
    Receiver(ProfileTurns &turns, std::size_t profile) : m_turns(turns), m_profile(profile) { }

    Result<> begin(const QList<sql::Column> &columns) override { return m_turns.take(m_profile, columns); }
    Result<> rows(const sql::RowBatch &batch) override
    {
        return m_turns.take(
            m_profile, labelled(batch, m_turns.m_paths.at(static_cast<qsizetype>(m_profile)).toStdString()));
    }
    Result<> finish(result::Ending ending) override { return m_turns.take(m_profile, ending); }
    Result<> withoutRows(quint64 affected, int warnings) override
    {
        using sql::ColumnType;
        if (!m_turns.m_showsRowless)
            return Ok{};
        if (auto begun = begin({plainColumn("affectedRows", ColumnType::Integer, "BIGINT UNSIGNED"),
                                plainColumn("warnings", ColumnType::Integer, "INT")});
            !begun)
            return begun;
        sql::RowBatch row(2);
        row.append(std::to_string(affected));
        row.append(std::to_string(warnings));
        if (auto taken = rows(row); !taken)
            return taken;
        return finish(result::Ending::Complete);
    }

private:
    ProfileTurns &m_turns;
    const std::size_t m_profile;
};

ProfileTurns::ProfileTurns(QStringList paths, std::shared_ptr<result::RowWriter> writer, bool showsRowless,
                           std::stop_token stop)
    : m_paths(std::move(paths)), m_writer(std::move(writer)), m_showsRowless(showsRowless),
      m_stop(std::move(stop)), m_waiting(static_cast<std::size_t>(m_paths.size()))
{ }

std::shared_ptr<result::RowReceiver> ProfileTurns::receiver(std::size_t profile)
{
    return std::make_shared<Receiver>(*this, profile);
}

Result<> ProfileTurns::take(std::size_t profile, Piece piece)
{
    std::unique_lock lock(m_mutex);
    Waiting &own = m_waiting[profile];
    const auto mayGoOn = [&] { return m_failure || m_turn == profile || own.bytes < mostKept; };
    if (!m_changed.wait(lock, m_stop, mayGoOn))
        return cancelledError();
    if (m_failure)
        return *m_failure;
    if (m_turn == profile) {
        write(profile, piece);
        return m_failure ? Result<>(*m_failure) : Ok{};
    }
    if (const auto *batch = std::get_if<sql::RowBatch>(&piece))
        own.bytes += batch->bytes();
    own.pieces.push_back(std::move(piece));
    return Ok{};
}

void ProfileTurns::ended(std::size_t profile)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting[profile].hasEnded = true;
    if (profile == m_turn)
        passTurn();
}

void ProfileTurns::passTurn()
{
    while (m_turn < m_waiting.size() && m_waiting[m_turn].hasEnded) {
        ++m_turn;
        if (m_turn == m_waiting.size())
            break;
        for (const Piece &piece : std::exchange(m_waiting[m_turn].pieces, {}))
            write(m_turn, piece);
        m_waiting[m_turn].bytes = 0;
    }
    m_changed.notify_all();
}

void ProfileTurns::write(std::size_t profile, const Piece &piece)
{
    if (m_failure)
        return;
    if (const auto *columns = std::get_if<QList<sql::Column>>(&piece))
        begin(profile, QList<sql::Column>{profileColumn()} + *columns);
    else if (const auto *batch = std::get_if<sql::RowBatch>(&piece))
        note(m_writer->rows(*batch));
    else if (std::get<result::Ending>(piece) == result::Ending::BrokenOff)
        m_isBroken = true;
}

void ProfileTurns::begin(std::size_t profile, QList<sql::Column> columns)
{
    const int ordinal = ++m_waiting[profile].results;
    const bool goesOn =
        !m_columns.isEmpty() && profile != m_owner && ordinal == m_ordinal && looksAlike(columns, m_columns);
    m_owner = profile;
    m_ordinal = ordinal;
    if (goesOn)
        return;
    if (!m_columns.isEmpty())
        note(m_writer->finish(std::exchange(m_isBroken, false) ? result::Ending::BrokenOff
                                                               : result::Ending::Complete));
    m_columns = std::move(columns);
    if (!m_failure)
        note(m_writer->begin(m_columns));
}

void ProfileTurns::note(const Result<> &written)
{
    if (!written && !m_failure)
        m_failure = written.error();
}

Result<> ProfileTurns::finish()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_failure && !m_columns.isEmpty())
        note(m_writer->finish(m_isBroken ? result::Ending::BrokenOff : result::Ending::Complete));
    return m_failure ? Result<>(*m_failure) : Ok{};
}

} // namespace latchkey::cli

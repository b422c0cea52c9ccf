// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowwriter.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace latchkey::cli {

/// Brings the results of several profiles, which run at once, to one writer: profile after profile in their order, each
/// row with the profile's path before it. Rows of a profile whose turn has not come yet are kept up to a megabyte, then
/// their statement waits. Results with the same columns follow one another as one result if they are the first ones of
/// their profiles, or the second ones …: so rows of different statements do not mix. Thread-safe.
class ProfileTurns
{
public:
    /// `showsRowless`: statements without rows give a row that says so.
    ProfileTurns(QStringList paths, std::shared_ptr<result::RowWriter> writer, bool showsRowless,
                 std::stop_token stop);

    /// Takes the results of one profile, on whatever thread they come. The turns must outlive it.
    std::shared_ptr<result::RowReceiver> receiver(std::size_t profile);
    /// Nothing more comes from this one.
    void ended(std::size_t profile);
    /// All have ended. The error is the output's.
    Result<> finish();

private:
    class Receiver;
    /// columns, rows, or how a result ended
    using Piece = std::variant<QList<sql::Column>, sql::RowBatch, result::Ending>;
    struct Waiting
    {
        std::deque<Piece> pieces;
        std::size_t bytes = 0;
        int results = 0; ///< begun to be written
        bool hasEnded = false;
    };

    Result<> take(std::size_t profile, Piece piece);
    void passTurn();
    void write(std::size_t profile, const Piece &piece);
    void note(const Result<> &written);
    void begin(std::size_t profile, QList<sql::Column> columns);

    const QStringList m_paths;
    const std::shared_ptr<result::RowWriter> m_writer;
    const bool m_showsRowless;
    const std::stop_token m_stop;

    std::mutex m_mutex; ///< guards all below
    std::condition_variable_any m_changed;
    std::vector<Waiting> m_waiting; ///< of each profile
    std::size_t m_turn = 0;
    std::optional<Error> m_failure;
    QList<sql::Column> m_columns; ///< of the result that is open; none: none is
    std::size_t m_owner = 0; ///< whose rows came last
    int m_ordinal = 0; ///< among those of the owner
    bool m_isBroken = false; ///< rows are missing in it
};

} // namespace latchkey::cli

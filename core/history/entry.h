// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>

namespace latchkey::history {

/// A statement that was executed.
struct Entry
{
    QUuid profile;
    QString profilePath; ///< as it was called then
    std::chrono::sys_time<std::chrono::milliseconds> at{}; ///< when it began
    std::chrono::milliseconds duration{};
    std::optional<quint64> rows; ///< delivered or affected; nothing if it failed
    int errorNumber = 0; ///< the server's
    QString error; ///< a sentence; empty if it succeeded
    bool isCut = false; ///< the statement was longer than what is kept
    QString sql;

    bool hasFailed() const { return errorNumber != 0 || !error.isEmpty(); }

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// As it may be written: long statements cut, passwords taken out of the statement; where there were any or it was cut, the
/// server's words about it, which quote it, are gone, too. Pure; the time it takes does not grow with the statement.
Entry withoutSecrets(Entry entry);

/// One line of JSON, without its end. Pure, and so are these:
QByteArray lineOf(const Entry &entry);
/// Nothing for a line that is damaged.
std::optional<Entry> entryOf(const QByteArray &line);
/// Whether statement or profile has each of the words, in any case; true for none.
bool matches(const Entry &entry, const QString &words);

} // namespace latchkey::history

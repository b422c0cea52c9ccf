// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/atomicfile.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

namespace latchkey {

enum class LineEnds { Unix, Windows, OldMac };

/// How a text is written as bytes: what of a file stays when its text is replaced.
struct TextForm
{
    bool hasMark = false; ///< begins with the byte order mark of UTF-8
    LineEnds lineEnds = LineEnds::Unix;

    friend bool operator==(const TextForm &, const TextForm &) = default;
};

/// A file of SQL as it was read or written.
struct SqlFile
{
    QString path;
    QString text; ///< lines end with "\n"
    QString encoding; ///< as people call it; Latchkey writes UTF-8
    FileStamp stamp;
    TextForm form; ///< with the line ends that most lines have
    bool isMixed = false; ///< not all lines end alike

    bool isUtf8() const { return encoding == u"UTF-8"; }
};

/// The text of bytes: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which any bytes are. Pure.
SqlFile decodedSql(const QByteArray &bytes);
/// As UTF-8. Pure.
QByteArray encodedSql(const QString &text, const TextForm &form);

/// Both answer from a thread of their own, since a file may lie where nobody answers.
QFuture<Result<SqlFile>> readSqlFile(const QString &path);
/// Replaces the file as a whole; its permissions stay, a new one is for this user only. With `expected`, a
/// file that has been changed by somebody else since is left alone: FileDamaged.
QFuture<Result<SqlFile>> writeSqlFile(const QString &path, const QString &text, const TextForm &form,
                                      const std::optional<FileStamp> &expected);

} // namespace latchkey

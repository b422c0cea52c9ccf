// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/historyfile.h"

#include "core/base/atomicfile.h"
#include "core/base/descriptor.h"
#include "core/base/filelock.h"
#include "core/base/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::history {

namespace {

constexpr std::chrono::milliseconds patience{2'000}; // for another program that writes
constexpr qint64 mostRead = 64 * 1024 * 1024; // of a file that something else has made large

Error historyError(const QString &file, int code)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::history",
                "The history of statements in “%1” cannot be used: %2. Check the file and "
                "its folder, or switch the history off in the settings.")
                .arg(file, QString::fromLocal8Bit(std::strerror(code))),
            {},
            code};
}

std::variant<FileLock, FileLock::Refusal> lockOf(const QString &file)
{
    return FileLock::take(file + QStringLiteral(".lock"), patience);
}

Error lockError(const QString &file, FileLock::Refusal refusal)
{
    return historyError(file, refusal == FileLock::Refusal::Busy ? EBUSY : errno);
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// A program that was killed, or a full disk, may have left half a line: the next one begins on a line of its own.
bool endsWithLine(int descriptor, off_t size)
{
    char last = '\n';
    return size == 0 || (::pread(descriptor, &last, 1, size - 1) == 1 && last == '\n');
}

} // namespace

Result<> HistoryFile::append(const Entry &entry) const
{
    if (auto made = paths::makePrivate(QFileInfo(m_file).path()); !made)
        return made;
    const auto lock = lockOf(m_file);
    if (const auto *refusal = std::get_if<FileLock::Refusal>(&lock))
        return lockError(m_file, *refusal);
    const Descriptor file(::open(QFile::encodeName(m_file).constData(),
                                 O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    struct stat found = {};
    if (!file.isOpen() || ::fstat(file.number(), &found) != 0)
        return historyError(m_file, errno);
    if (!S_ISREG(found.st_mode) || found.st_uid != ::geteuid())
        return historyError(m_file, EPERM);
    if ((found.st_mode & 077) != 0 && ::fchmod(file.number(), 0600) != 0)
        return historyError(m_file, errno);
    QByteArray line = lineOf(withoutSecrets(entry)) + '\n';
    if (!endsWithLine(file.number(), found.st_size))
        line.prepend('\n');
    if (!writeAll(file.number(), line))
        return historyError(m_file, errno);
    return found.st_size + line.size() > m_cap ? dropOldest() : Ok{};
}

/// Under the lock. Half of the cap stays, so that this is seldom.
Result<> HistoryFile::dropOldest() const
{
    const auto content = readWhole(m_file, mostRead);
    if (!content)
        return content.error();
    const QByteArray all = content->value_or(QByteArray());
    const qsizetype excess = std::max<qsizetype>(all.size() - m_cap / 2, 0);
    const qsizetype lineEnd = all.indexOf('\n', excess);
    return writeAtomically(m_file, lineEnd < 0 ? QByteArray() : all.mid(lineEnd + 1));
}

Result<QList<Entry>> HistoryFile::find(const Query &query) const
{
    const auto content = readWhole(m_file, mostRead);
    if (!content)
        return content.error();
    QList<Entry> found;
    const QList<QByteArray> lines = content->value_or(QByteArray()).split('\n');
    for (auto line = lines.rbegin(); line != lines.rend() && found.size() < query.most; ++line) {
        const std::optional<Entry> entry = line->isEmpty() ? std::nullopt : entryOf(*line);
        if (entry && (query.profile.isNull() || entry->profile == query.profile)
            && matches(*entry, query.words))
            found.append(*entry);
    }
    return found;
}

Result<> HistoryFile::clear() const
{
    if (!QFile::exists(m_file))
        return Ok{};
    const auto lock = lockOf(m_file);
    if (const auto *refusal = std::get_if<FileLock::Refusal>(&lock))
        return lockError(m_file, *refusal);
    return writeAtomically(m_file, {});
}

} // namespace latchkey::history

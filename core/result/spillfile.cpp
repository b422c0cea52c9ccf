// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/spillfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey::result {

namespace {

constexpr mode_t ownerOnly = 0600;
constexpr int randomLetters = 6; ///< of mkostemp()

Error spillError(QString message, const QString &folder, const char *call, int code)
{
    message = message.arg(folder, QString::fromLocal8Bit(std::strerror(code)));
    return {Error::Code::FileInaccessible, std::move(message),
            QStringLiteral("%1: errno %2").arg(QLatin1String(call)).arg(code), code};
}

Error spillNotMade(const QString &folder, const char *call)
{
    const int code = errno;
    return spillError(QCoreApplication::translate(
                          "latchkey::SpillFile",
                          "The result needs more memory than it may take, and no temporary file could be "
                          "made in “%1” for its rows (%2). Close other results, or set TMPDIR to a folder "
                          "that can be written."),
                      folder, call, code);
}

Error spillNotWritten(const QString &folder, int code)
{
    return spillError(QCoreApplication::translate(
                          "latchkey::SpillFile",
                          "The result needs more memory than it may take, and its rows could not be written "
                          "to a temporary file in “%1” (%2). The rows so far can be used. Free some space "
                          "there, or fetch fewer rows."),
                      folder, "pwrite", code);
}

Error spillNotReadBack(const QString &folder, int code)
{
    return spillError(QCoreApplication::translate(
                          "latchkey::SpillFile",
                          "Rows of the result could not be read back from their temporary file in “%1” "
                          "(%2). Check the disk, then run the statement again."),
                      folder, "pread", code);
}

/// Not all file systems can make a file without a name; there it loses it at once.
Descriptor openUnnamed(const QByteArray &folder)
{
    Descriptor unnamed(::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, ownerOnly));
    if (unnamed.isOpen())
        return unnamed;
    QByteArray name = folder + "/latchkey-" + QByteArray(randomLetters, 'X');
    Descriptor named(mkostemp(name.data(), O_CLOEXEC));
    if (named.isOpen())
        unlink(name.constData());
    return named;
}

} // namespace

QString SpillFile::usualFolder()
{
    const QString wanted = qEnvironmentVariable("TMPDIR");
    if (!wanted.isEmpty())
        return wanted;
    const QString large = QStringLiteral("/var/tmp");
    return QFileInfo(large).isWritable() ? large : QStringLiteral("/tmp");
}

Result<std::shared_ptr<SpillFile>> SpillFile::make(const QString &folder)
{
    Descriptor file = openUnnamed(QFile::encodeName(folder));
    if (!file.isOpen())
        return spillNotMade(folder, "open");
    return std::shared_ptr<SpillFile>(new SpillFile(std::move(file), folder));
}

Result<SpillFile::Extent> SpillFile::write(std::string_view block)
{
    const std::scoped_lock lock(m_writing);
    const Extent extent{m_size, block.size()};
    std::uint64_t done = 0;
    while (done < block.size()) {
        const ssize_t written = pwrite(m_file.number(), block.data() + done, block.size() - done,
                                       static_cast<off_t>(extent.begin + done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return spillNotWritten(m_folder, written == 0 ? ENOSPC : errno);
        done += static_cast<std::uint64_t>(written);
    }
    m_size += extent.size;
    return extent;
}

Result<Page> SpillFile::read(Extent extent) const
{
    std::unique_ptr<char[]> block(new char[extent.size]);
    std::uint64_t done = 0;
    while (done < extent.size) {
        const ssize_t got = pread(m_file.number(), block.get() + done, extent.size - done,
                                  static_cast<off_t>(extent.begin + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return spillNotReadBack(m_folder, got == 0 ? EIO : errno);
        done += static_cast<std::uint64_t>(got);
    }
    return Page(std::move(block), extent.size);
}

} // namespace latchkey::result

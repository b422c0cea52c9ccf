// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/exportfile.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::result {

namespace {

constexpr QLatin1String partialMark(".partial");

Error notExported(const QString &file, const char *call)
{
    const int code = errno;
    return {
        Error::Code::FileInaccessible,
        QCoreApplication::translate("latchkey::result::ExportFile",
                                    "“%1” could not be written (%2). What was under that name is unchanged. "
                                    "Check the disk’s free space and the folder’s permissions.")
            .arg(file, QString::fromLocal8Bit(std::strerror(code))),
        QStringLiteral("%1: errno %2").arg(QLatin1String(call)).arg(code), code};
}

/// The renaming is on the disk only once the folder is.
void syncFolderOf(const QString &file)
{
    const Descriptor folder(open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        fsync(folder.number());
}

Error nobodyReads(const QString &file)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::result::ExportFile",
                "“%1” is a pipe that nobody reads. Start the program that reads it, then try again.")
                .arg(file),
            QStringLiteral("open: errno %1").arg(ENXIO), ENXIO};
}

/// A pipe that nobody reads would hold open() up for ever, so it is opened without waiting; writing waits as ever.
Result<Descriptor> openInPlace(const QString &file, const QByteArray &name)
{
    Descriptor opened(open(name.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
    if (!opened.isOpen())
        return errno == ENXIO ? nobodyReads(file) : notExported(file, "open");
    const int flags = fcntl(opened.number(), F_GETFL);
    if (flags < 0 || fcntl(opened.number(), F_SETFL, flags & ~O_NONBLOCK) < 0)
        return notExported(file, "fcntl");
    return opened;
}

} // namespace

ExportFile::ExportFile(QString file, QByteArray temporary, Descriptor descriptor)
    : m_file(std::move(file)), m_temporary(std::move(temporary)), m_descriptor(std::move(descriptor)),
      m_isThere(!m_temporary.isEmpty())
{ }

Result<std::unique_ptr<ExportFile>> ExportFile::create(const QString &file)
{
    const QString target = linkTarget(file);
    const QByteArray name = QFile::encodeName(target);
    struct stat before = {};
    const bool exists = stat(name.constData(), &before) == 0;
    if (exists && !S_ISREG(before.st_mode)) {
        Result<Descriptor> inPlace = openInPlace(file, name);
        if (!inPlace)
            return inPlace.error();
        return std::unique_ptr<ExportFile>(new ExportFile(target, {}, *std::move(inPlace)));
    }
    QByteArray temporary =
        QFile::encodeName(target + partialMark) + '-' + QByteArray(6, 'X'); // of mkostemp()
    Descriptor descriptor(mkostemp(temporary.data(), O_CLOEXEC));
    if (!descriptor.isOpen())
        return notExported(file, "mkostemp");
    std::unique_ptr<ExportFile> created(new ExportFile(target, temporary, std::move(descriptor)));
    if (exists && fchmod(created->m_descriptor.number(), before.st_mode & 0777U) != 0)
        return notExported(file, "fchmod");
    return created;
}

ExportFile::~ExportFile()
{
    discard();
}

Error ExportFile::problem(const char *call) const
{
    return notExported(m_file, call);
}

Result<> ExportFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return problem("write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
        m_bytes += static_cast<quint64>(written);
    }
    return Ok{};
}

Result<> ExportFile::commit()
{
    if (m_temporary.isEmpty())
        return m_descriptor.close() ? Result<>(Ok{}) : problem("close");
    if (fsync(m_descriptor.number()) != 0)
        return problem("fsync");
    if (!m_descriptor.close())
        return problem("close");
    if (!m_isThere.exchange(false)) { // discarded meanwhile
        errno = ENOENT;
        return problem("rename");
    }
    if (std::rename(m_temporary.constData(), QFile::encodeName(m_file).constData()) != 0) {
        m_isThere = true;
        return problem("rename");
    }
    syncFolderOf(m_file);
    return Ok{};
}

QString ExportFile::keepPartial()
{
    const QString partial = m_file + partialMark;
    if (m_bytes == 0 || !m_isThere.exchange(false))
        return {};
    if (std::rename(m_temporary.constData(), QFile::encodeName(partial).constData()) == 0)
        return partial;
    m_isThere = true;
    return {};
}

void ExportFile::discard()
{
    if (m_isThere.exchange(false))
        unlink(m_temporary.constData());
}

} // namespace latchkey::result

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachefile.h"

#include "core/krb/cache.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::krb {

namespace {

// ".latchkey-PID-START-RANDOM" is written by the process that has that number since START; libkrb5, which writes it by
// way of another file, adds six characters to that one's name. Not "tkt…": such files are caches of a DIR collection.
const QByteArray prefix = QByteArrayLiteral(".latchkey-");

/// When the process was started (clock ticks since boot, proc(5)); empty if there is none. Numbers are used again, both
/// together are not.
QByteArray startOf(const QByteArray &process)
{
    QFile file(QLatin1String("/proc/") + QString::fromLatin1(process) + QLatin1String("/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    constexpr int startTime = 19; // behind the name, which stands in parentheses and may hold anything
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(startTime);
}

QByteArray temporaryName()
{
    const QByteArray self = QByteArray::number(qint64{getpid()});
    return prefix + self + '-' + startOf(self) + '-'
           + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

bool isWriterGone(const QByteArray &name)
{
    const QList<QByteArray> parts = name.mid(prefix.size()).split('-');
    return parts.size() == 3 && startOf(parts.at(0)) != parts.at(1);
}

bool isOwnFile(int descriptor, struct stat &found)
{
    return fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && found.st_uid == geteuid()
           && found.st_nlink == 1;
}

// As libkrb5 does with a cache that is destroyed: what was deleted may be read from the disk.
bool wipe(const QByteArray &path)
{
    const int descriptor = open(path.constData(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat found = {};
    const bool own = isOwnFile(descriptor, found);
    const std::array<char, 4096> zeros = {};
    bool written = own;
    for (off_t left = own ? found.st_size : 0; written && left > 0;) {
        const auto size = static_cast<std::size_t>(std::min<off_t>(left, zeros.size()));
        const ssize_t count = write(descriptor, zeros.data(), size);
        written = count > 0;
        left -= std::max<ssize_t>(count, 0);
    }
    close(descriptor);
    return own && unlink(path.constData()) == 0;
}

} // namespace

krb5_error_code replaceFile(krb5_context context, MemoryCache &source, const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    removeLeftovers(folder);
    const QByteArray temporary = QFile::encodeName(folder) + '/' + temporaryName();
    CacheHandle cache;
    auto code = krb5_cc_resolve(context, ("FILE:" + temporary).constData(), into(cache, context));
    if (code == 0)
        code = krb5_cc_move(context, source.get(), cache.get());
    if (code != 0)
        return code;
    static_cast<void>(source.release());
    if (std::rename(temporary.constData(), QFile::encodeName(path).constData()) == 0)
        return 0;
    code = errno == EPERM || errno == EACCES ? KRB5_FCC_PERM : errno; // as libkrb5 says it
    wipe(temporary);
    return code;
}

// The folder may be /tmp, with a hundred thousand files.
int removeLeftovers(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(opendir(path.constData()), &closedir);
    int removed = 0;
    for (const dirent *entry = nullptr; entries && (entry = readdir(entries.get())) != nullptr;) {
        const QByteArray name(entry->d_name);
        if (name.startsWith(prefix) && isWriterGone(name) && wipe(path + '/' + name))
            ++removed;
    }
    return removed;
}

} // namespace latchkey::krb

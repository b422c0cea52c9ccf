// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::paths {

namespace {

QString fromEnvironment(const char *variable)
{
    return qEnvironmentVariable(variable);
}

Error inaccessible(const QString &folder, const char *why)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::paths", "The folder “%1” cannot be used. Check who owns it and its permissions.")
                .arg(folder),
            QString::fromLocal8Bit(why), errno};
}

constexpr const char *notOurs = "not a folder of this user";
constexpr mode_t othersMode = 077;

bool isOwnFolder(const struct stat &found)
{
    return S_ISDIR(found.st_mode) && found.st_uid == geteuid();
}

Result<> makeMissing(const QString &folder)
{
    const QString parent = QFileInfo(folder).path();
    if (!QDir().mkpath(parent))
        return inaccessible(parent, std::strerror(errno));
    if (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
        return inaccessible(folder, std::strerror(errno));
    return Ok{};
}

} // namespace

QString configDir()
{
    if (const QString own = fromEnvironment("LATCHKEY_CONFIG_DIR"); !own.isEmpty())
        return own;
    if (const QString xdg = fromEnvironment("XDG_CONFIG_HOME"); !xdg.isEmpty())
        return xdg + QLatin1String("/latchkey");
    return QDir::homePath() + QLatin1String("/.config/latchkey");
}

QString stateDir()
{
    if (const QString own = fromEnvironment("LATCHKEY_STATE_DIR"); !own.isEmpty())
        return own;
    if (const QString config = fromEnvironment("LATCHKEY_CONFIG_DIR"); !config.isEmpty())
        return config + QLatin1String("/state");
    if (const QString xdg = fromEnvironment("XDG_STATE_HOME"); !xdg.isEmpty())
        return xdg + QLatin1String("/latchkey");
    return QDir::homePath() + QLatin1String("/.local/state/latchkey");
}

QString runtimeDir()
{
    if (const QString own = fromEnvironment("LATCHKEY_RUNTIME_DIR"); !own.isEmpty())
        return own;
    if (const QString xdg = fromEnvironment("XDG_RUNTIME_DIR"); !xdg.isEmpty())
        return xdg + QLatin1String("/latchkey");
    return QStringLiteral("/tmp/latchkey-%1").arg(getuid());
}

Result<> makePrivate(const QString &folder)
{
    if (auto made = makeMissing(folder); !made)
        return made;
    const QByteArray path = QFile::encodeName(folder);
    struct stat found = {};
    if (lstat(path.constData(), &found) != 0)
        return inaccessible(folder, std::strerror(errno));
    if (!isOwnFolder(found))
        return inaccessible(folder, notOurs);
    if ((found.st_mode & othersMode) != 0 && chmod(path.constData(), 0700) != 0)
        return inaccessible(folder, std::strerror(errno));
    return Ok{};
}

bool isPrivate(const QString &folder)
{
    struct stat found = {};
    return lstat(QFile::encodeName(folder).constData(), &found) == 0 && isOwnFolder(found)
           && (found.st_mode & othersMode) == 0;
}

Result<> makeOwn(const QString &folder)
{
    if (auto made = makeMissing(folder); !made)
        return made;
    struct stat found = {};
    if (stat(QFile::encodeName(folder).constData(), &found) != 0)
        return inaccessible(folder, std::strerror(errno));
    if (!isOwnFolder(found))
        return inaccessible(folder, notOurs);
    return Ok{};
}

} // namespace latchkey::paths

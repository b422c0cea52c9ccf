// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/overlay.h"

#include "core/base/atomicfile.h"
#include "core/base/paths.h"
#include "core/krb/configfiles.h"
#include "core/krb/nativeprofile.h"
#include "core/krb/realmwords.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace latchkey::krb {

namespace {

const QLatin1Char separator(':');

constexpr qsizetype largest = 1 << 20; ///< bytes

// libkrb5 keeps no comments, so these are put in front anew each time.
const QByteArray header = "# Latchkey's own part of krb5.conf. Its programs read it in front of\n"
                          "# the files that were in effect before; other programs do not know\n"
                          "# it. What is added here by hand is kept, but not comments.\n\n";

Result<QByteArray> content()
{
    auto read = readWhole(overlayFile(), largest);
    if (!read)
        return std::move(read).error();
    return read->value_or(QByteArray());
}

Error broken(const Error &why)
{
    Error error = why;
    if (error.code == Error::Code::ConfigBroken)
        error.message =
            RealmWords::tr("“%1” cannot be changed because it makes no sense to libkrb5. Correct or "
                           "remove the file.")
                .arg(overlayFile());
    else
        error.message =
            RealmWords::tr("krb5.conf cannot be prepared because no temporary file can be written. "
                           "Check the disk’s free space.");
    return error;
}

Error changedMeanwhile()
{
    return {
        Error::Code::FileInaccessible,
        RealmWords::tr("“%1” was not changed because another program has changed it meanwhile. Look at the "
                       "difference again.")
            .arg(overlayFile()),
        QString(), 0};
}

Error unnameable()
{
    return {Error::Code::FileInaccessible,
            RealmWords::tr("“%1” cannot be used because KRB5_CONFIG cannot name a path with a colon. Let "
                           "LATCHKEY_CONFIG_DIR name another folder.")
                .arg(overlayFile()),
            QString(), 0};
}

Result<> removeFile(const QString &file)
{
    if (QFile::remove(file) || !QFile::exists(file))
        return Ok{};
    const int code = errno;
    return Error{Error::Code::FileInaccessible,
                 RealmWords::tr("“%1” could not be removed. Check the folder’s permissions.").arg(file),
                 QString::fromLocal8Bit(std::strerror(code)), code};
}

} // namespace

QString overlayFile()
{
    return QFileInfo(paths::configDir() + QStringLiteral("/krb5.conf")).absoluteFilePath();
}

void useOverlay()
{
    const QString file = overlayFile();
    const QStringList paths = configPaths();
    if (file.contains(separator) || paths.contains(file))
        return;
    qputenv("KRB5_CONFIG", QFile::encodeName((QStringList{file} + paths).join(separator)));
}

Result<OverlayChange> overlayWith(const AuroraPlan &plan)
{
    if (const auto problems = problemsOf(plan); !problems.isEmpty())
        return Error{Error::Code::InvalidInput, problems.first().sentence, QString(), 0};
    auto before = content();
    if (!before)
        return std::move(before).error();
    auto profile = NativeProfile::parse(*before);
    if (!profile)
        return broken(profile.error());
    for (const ConfigSetting &setting : settingsOf(plan))
        if (auto set = profile->set(setting.names, setting.values); !set)
            return broken(set.error());
    auto text = profile->text();
    if (!text)
        return broken(text.error());
    // libkrb5 writes tabs only in front of names: terminals and editors agree more on spaces.
    return OverlayChange{overlayFile(), *before, header + text->trimmed().replace('\t', "    ") + '\n'};
}

Result<OverlayChange> overlayRemoved()
{
    auto before = content();
    if (!before)
        return std::move(before).error();
    return OverlayChange{overlayFile(), *before, {}};
}

Result<> apply(const OverlayChange &change)
{
    const auto now = content();
    if (!now)
        return now.error();
    if (*now != change.before)
        return changedMeanwhile();
    if (change.after.isEmpty())
        return removeFile(change.file);
    if (change.file.contains(separator))
        return unnameable();
    if (auto made = paths::makeOwn(QFileInfo(change.file).path()); !made)
        return made;
    return writeAtomically(change.file, change.after);
}

} // namespace latchkey::krb

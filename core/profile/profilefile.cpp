// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefile.h"

#include "core/base/atomicfile.h"
#include "core/base/filelock.h"
#include "core/base/paths.h"
#include "core/profile/sortkey.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace latchkey {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileStore", text);
}

Error tooMuch(const Error &reason)
{
    return {Error::Code::InvalidInput,
            sentence(QT_TRANSLATE_NOOP(
                "latchkey::ProfileStore",
                "The profile cannot be saved: a text in it is too long, or not valid Unicode. "
                "Shorten or correct it.")),
            reason.detail, 0};
}

Result<ProfileDocument> readDocument(const QString &file)
{
    auto content = readWhole(file, maxProfileFile);
    if (!content)
        return std::move(content).error();
    if (!*content)
        return ProfileDocument{};
    return readProfiles(**content, file);
}

/// Moves a damaged file out of the way, and says where to in the error. Nothing is saved over it.
Error setAside(const QString &file, Error damage)
{
    const QString target = linkTarget(file);
    int number = 1;
    const auto name = [&target, &number] { return QStringLiteral("%1.damaged-%2").arg(target).arg(number); };
    while (QFileInfo::exists(name()))
        ++number;
    if (!QFile::rename(target, name())) {
        damage.message += QLatin1Char(' ')
                          + sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "Nothing has been saved."));
        return damage;
    }
    damage.message +=
        QLatin1Char(' ')
        + sentence(QT_TRANSLATE_NOOP(
                       "latchkey::ProfileStore",
                       "Nothing has been saved. The damaged file is now “%1”; saving again starts a new "
                       "file."))
              .arg(name());
    return damage;
}

} // namespace

Result<ProfileDocument> ProfileFile::read() const
{
    auto document = readDocument(m_path);
    if (document)
        sortByPath(*document);
    return document;
}

Result<ProfileDocument> ProfileFile::edit(const Change &change) const
{
    if (auto made = paths::makeOwn(QFileInfo(m_path).path()); !made)
        return std::move(made).error();
    const auto lock = FileLock::take(m_path);
    if (!lock)
        return lock.error();
    auto fresh = readDocument(m_path);
    if (!fresh)
        return fresh.error().code == Error::Code::FileDamaged ? setAside(m_path, fresh.error())
                                                              : fresh.error();
    if (auto changed = change(*fresh); !changed)
        return std::move(changed).error();
    sortByPath(*fresh);
    const QByteArray text = writeProfiles(*fresh);
    // A file that could not be read again (a note of megabytes, a folder too deep) must not come to be.
    if (auto readable = readProfiles(text, m_path); !readable)
        return tooMuch(readable.error());
    if (auto written = writeAtomically(m_path, text); !written)
        return std::move(written).error();
    return fresh;
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/gathering.h"

#include "core/profile/profilewords.h"

namespace latchkey::formats {

namespace {

Error nothingFound(const QList<Remark> &remarks)
{
    if (remarks.isEmpty())
        return {Error::Code::InvalidInput,
                ProfileWords::tr("There is no connection in the file. Choose another one."), QString(), 0};
    const Remark &first = remarks.first();
    return {Error::Code::InvalidInput,
            ProfileWords::tr("There is no connection in the file that can be used. The first "
                             "problem, at %1: %2")
                .arg(first.place, first.message),
            first.place + QLatin1String(": ") + first.message, 0};
}

} // namespace

bool Gathering::isNew(const QString &origin)
{
    const qsizetype known = m_origins.size();
    m_origins.insert(origin);
    return m_origins.size() > known;
}

void Gathering::add(Profile profile, const QString &identifier, const QString &place,
                    const std::optional<Unsaid> &unsaid)
{
    profile.origin = m_tool + QLatin1Char(':') + identifier;
    if (profile.host.trimmed().isEmpty())
        return remark(place, ProfileWords::tr("It names no host, so it has been left out. Latchkey connects "
                                              "through the network only."));
    if (m_content.profiles.size() >= maxConnections)
        return remark(place, ProfileWords::tr("There are too many connections; this one has been "
                                              "left out. Divide the file."));
    if (!isNew(profile.origin))
        return remark(place, ProfileWords::tr("It is there twice; the first one has been taken."));
    profile.id = idFor(profile.origin);
    if (profile.name.trimmed().isEmpty())
        profile.name = profile.host;
    if (unsaid)
        m_content.unsaid.insert(profile.id, *unsaid);
    m_content.profiles.append(std::move(profile));
}

void Gathering::add(Folder folder, const QString &identifier)
{
    folder.settings.origin = m_tool + QLatin1Char(':') + identifier;
    if (m_content.folders.size() >= maxConnections || !isNew(folder.settings.origin))
        return;
    folder.settings.id = idFor(folder.settings.origin);
    m_content.folders.append(std::move(folder));
}

void Gathering::skip(const QString &place)
{
    skip();
    remark(place, ProfileWords::tr("This is no connection to MySQL or MariaDB."));
}

Result<Content> Gathering::take()
{
    m_content.remarks = m_remarks.take();
    if (m_content.profiles.isEmpty() && m_content.folders.isEmpty() && m_content.skipped == 0)
        return nothingFound(m_content.remarks);
    return std::move(m_content);
}

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/cataloguefiles.h"

#include "core/base/atomicfile.h"
#include "core/base/filelock.h"
#include "core/base/paths.h"
#include "core/catalogue/cataloguewords.h"
#include "core/catalogue/subscriptionjson.h"
#include "core/profile/profilejson.h"
#include "core/profile/sortkey.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace latchkey {

namespace {

constexpr qsizetype maxList = 16 << 20;
constexpr std::chrono::seconds lockPatience{5};

Error gone()
{
    return {Error::Code::NotFound,
            CatalogueWords::tr("This catalogue is not there any more: it has been removed meanwhile."),
            QString(), 0};
}

Error notLocked(FileLock::Refusal refusal, const QString &file)
{
    const int code = errno;
    if (refusal == FileLock::Refusal::Busy)
        return {Error::Code::FileInaccessible,
                CatalogueWords::tr(
                    "Another program has kept the list of catalogues “%1” locked for 5 seconds. End that "
                    "program, then try again.")
                    .arg(file),
                QStringLiteral("flock"), 0};
    return {Error::Code::FileInaccessible,
            CatalogueWords::tr(
                "The list of catalogues “%1” cannot be changed. Check the folder's permissions and the "
                "disk's free space.")
                .arg(file),
            QStringLiteral("open: errno %1").arg(code), code};
}

QString sortKeyOf(const Subscription &subscription)
{
    Profile named;
    named.name = subscription.name;
    return SortKeys().keyOf(named);
}

Catalogue catalogueOf(const CatalogueFiles &files, const Subscription &subscription)
{
    const auto published = files.copy(subscription.id);
    if (published)
        return madeFrom(*published, subscription);
    Catalogue unreadable{subscription, {}, {}, {}};
    unreadable.subscription.problem = published.error().message;
    return unreadable;
}

} // namespace

QString CatalogueFiles::listFile() const
{
    return m_folder + QLatin1String("/catalogues.json");
}

QString CatalogueFiles::copyFile(const QUuid &subscription) const
{
    return m_folder + QLatin1String("/catalogues/") + subscription.toString(QUuid::WithoutBraces)
           + QLatin1String(".json");
}

Result<QList<Subscription>> CatalogueFiles::subscriptions() const
{
    auto content = readWhole(listFile(), maxList);
    if (!content)
        return std::move(content).error();
    return *content ? readSubscriptions(**content, listFile()) : QList<Subscription>();
}

Result<Subscription> CatalogueFiles::subscription(const QUuid &id) const
{
    const auto all = subscriptions();
    if (!all)
        return all.error();
    const auto found = std::find_if(all->begin(), all->end(), [&id](auto &each) { return each.id == id; });
    return found != all->end() ? Result<Subscription>(*found) : gone();
}

Result<> CatalogueFiles::edit(const Change &change) const
{
    if (auto made = paths::makeOwn(m_folder); !made)
        return made;
    const auto lock = FileLock::take(linkTarget(listFile()) + QLatin1String(".lock"), lockPatience);
    // Without locks, as on some network file systems, two programs may undo one another's edits: better than none at all.
    const auto *refusal = std::get_if<FileLock::Refusal>(&lock);
    if (refusal && *refusal != FileLock::Refusal::Unsupported)
        return notLocked(*refusal, listFile());
    auto all = subscriptions();
    if (!all)
        return std::move(all).error();
    if (auto changed = change(*all); !changed)
        return changed;
    return writeAtomically(listFile(), writeSubscriptions(*all));
}

Result<Subscription> CatalogueFiles::editOne(const QUuid &id,
                                             const std::function<Result<>(Subscription &)> &change) const
{
    Subscription saved;
    auto edited = edit([&](QList<Subscription> &all) -> Result<> {
        const auto found = std::find_if(all.begin(), all.end(), [&id](auto &each) { return each.id == id; });
        if (found == all.end())
            return gone();
        auto changed = change(*found);
        saved = *found;
        return changed;
    });
    return edited ? Result<Subscription>(saved) : std::move(edited).error();
}

bool CatalogueFiles::hasCopy(const QUuid &subscription) const
{
    return QFileInfo::exists(copyFile(subscription));
}

Result<ProfileDocument> CatalogueFiles::copy(const QUuid &subscription) const
{
    auto content = readWhole(copyFile(subscription), maxProfileFile);
    if (!content)
        return std::move(content).error();
    return *content ? readProfiles(**content, copyFile(subscription)) : ProfileDocument();
}

bool CatalogueFiles::isCopy(const QUuid &subscription, QByteArrayView content) const
{
    const auto copy = readWhole(copyFile(subscription), maxProfileFile);
    return copy && *copy && **copy == content;
}

Result<> CatalogueFiles::saveCopy(const QUuid &subscription, QByteArrayView content) const
{
    if (auto made = paths::makeOwn(m_folder); !made)
        return made;
    if (auto made = paths::makePrivate(m_folder + QLatin1String("/catalogues")); !made)
        return made;
    return writeAtomically(copyFile(subscription), content);
}

void CatalogueFiles::removeCopy(const QUuid &subscription) const
{
    QFile::remove(copyFile(subscription));
}

Result<QList<Catalogue>> CatalogueFiles::catalogues() const
{
    auto all = subscriptions();
    if (!all)
        return std::move(all).error();
    std::stable_sort(all->begin(), all->end(),
                     [](auto &one, auto &other) { return sortKeyOf(one) < sortKeyOf(other); });
    QList<Catalogue> catalogues;
    for (const Subscription &subscription : std::as_const(*all))
        catalogues.append(catalogueOf(*this, subscription));
    return catalogues;
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilestore.h"

#include "core/base/atomicfile.h"
#include "core/base/paths.h"
#include "core/profile/profilejson.h"
#include "core/profile/sortkey.h"
#include "core/profile/validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QLockFile>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace latchkey {

namespace {

using namespace std::chrono_literals;

constexpr auto lockPatience = 5s;
constexpr auto burst = 50ms; ///< an editor's save is several events
constexpr int maxSuggestions = 5;

QString sentence(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileStore", text);
}

/// Spaces around names and hosts are slips of the finger, and brackets belong to an IPv6 address in a URL only.
Profile tidied(Profile profile)
{
    profile.name = profile.name.trimmed();
    for (QString &part : profile.folder)
        part = part.trimmed();
    for (QString *text :
         {&profile.host, &profile.account, &profile.identity.principal, &profile.pinnedSpn, &profile.colour})
        *text = text->trimmed();
    if (profile.host.startsWith(QLatin1Char('[')) && profile.host.endsWith(QLatin1Char(']')))
        profile.host = profile.host.sliced(1, profile.host.size() - 2);
    return profile;
}

QList<Profile> sorted(QList<Profile> profiles)
{
    QList<std::pair<QString, qsizetype>> order;
    order.reserve(profiles.size());
    for (qsizetype at = 0; at < profiles.size(); ++at)
        order.emplaceBack(sortKey(profiles.at(at)), at);
    const auto isBefore = [&profiles](const auto &left, const auto &right) {
        if (left.first != right.first)
            return left.first < right.first;
        const Profile &a = profiles.at(left.second);
        const Profile &b = profiles.at(right.second);
        return std::tie(a.folder, a.name, a.id) < std::tie(b.folder, b.name, b.id);
    };
    std::sort(order.begin(), order.end(), isBefore);
    QList<Profile> result;
    result.reserve(profiles.size());
    for (const auto &[key, at] : order)
        result.append(std::move(profiles[at]));
    return result;
}

bool hasPath(const Profile &profile, const QStringList &parts)
{
    return profile.folder.size() + 1 == parts.size() && profile.name == parts.last()
           && std::equal(profile.folder.begin(), profile.folder.end(), parts.begin());
}

QStringList partsOf(const Profile &profile)
{
    return profile.folder + QStringList(profile.name);
}

QString quotedList(const QStringList &paths)
{
    QStringList quoted;
    for (const QString &path : paths.first(std::min<qsizetype>(paths.size(), maxSuggestions)))
        quoted.append(sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "“%1”")).arg(path));
    return quoted.join(sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", ", ")));
}

Error notFound(const QString &path, const QStringList &similar)
{
    const QString message =
        similar.isEmpty()
            ? sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "There is no profile “%1”.")).arg(path)
            : sentence(
                  QT_TRANSLATE_NOOP("latchkey::ProfileStore", "There is no profile “%1”. Similar names: %2."))
                  .arg(path, quotedList(similar));
    return {Error::Code::NotFound, message, QString(), 0};
}

Error ambiguous(const QString &name, const QStringList &candidates)
{
    return {Error::Code::NotFound,
            sentence(QT_TRANSLATE_NOOP(
                         "latchkey::ProfileStore",
                         "Several profiles are named “%1”: %2. Name the one you mean with its folders."))
                .arg(name, quotedList(candidates)),
            QString(), 0};
}

Error pathTaken(const Profile &profile)
{
    return {Error::Code::InvalidInput,
            sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore",
                                       "There is another profile “%1”. Choose another name or folder."))
                .arg(profile.path()),
            QString(), 0};
}

Error invalid(const QList<FieldProblem> &problems)
{
    QStringList messages;
    for (const FieldProblem &problem : problems)
        messages.append(problem.message);
    return {Error::Code::InvalidInput, messages.join(QLatin1Char(' ')), QString(), 0};
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

Error locked(const QLockFile &lock, const QString &file)
{
    if (lock.error() == QLockFile::LockFailedError)
        return {Error::Code::FileInaccessible,
                sentence(QT_TRANSLATE_NOOP(
                             "latchkey::ProfileStore",
                             "Another program has kept the profile file “%1” locked for 5 seconds. End "
                             "that program, then try again."))
                    .arg(file),
                QStringLiteral("QLockFile: locked"), 0};
    return {Error::Code::FileInaccessible,
            sentence(QT_TRANSLATE_NOOP(
                         "latchkey::ProfileStore",
                         "The profile file “%1” cannot be changed. Check the folder's permissions and the "
                         "disk's free space."))
                .arg(file),
            QStringLiteral("QLockFile: error %1").arg(lock.error()), 0};
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

Error gone()
{
    return {Error::Code::NotFound,
            sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "The profile is already gone.")), QString(),
            0};
}

/// Among the others, or in the place of the one with its id.
Result<> place(const Profile &profile, QList<Profile> &profiles)
{
    const QStringList parts = partsOf(profile);
    const auto hasId = [&profile](const Profile &other) { return other.id == profile.id; };
    const auto takesPath = [&](const Profile &other) { return !hasId(other) && hasPath(other, parts); };
    if (std::any_of(profiles.begin(), profiles.end(), takesPath))
        return pathTaken(profile);
    const auto found = std::find_if(profiles.begin(), profiles.end(), hasId);
    if (found != profiles.end())
        *found = profile;
    else
        profiles.append(profile);
    return Ok{};
}

/// The nearest folder that exists: where something appears when `folder` is made.
QString existingFolder(QString folder)
{
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path())
        folder = QFileInfo(folder).path();
    return folder;
}

} // namespace

QString defaultProfileFile()
{
    return paths::configDir() + QLatin1String("/profiles.json");
}

struct ProfileStore::Private
{
    Private(ProfileStore *owner, QString path) : store(owner), file(std::move(path)) { }

    ProfileStore *store;
    QString file;
    ProfileDocument document;
    QHash<QUuid, qsizetype> index;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer settle;

    void adopt(ProfileDocument fresh);
    void watch();
    void lookAgain();
    Result<> edit(const std::function<Result<>(QList<Profile> &)> &change);
    QStringList similarTo(const QString &name) const;
};

void ProfileStore::Private::adopt(ProfileDocument fresh)
{
    fresh.profiles = sorted(std::move(fresh.profiles));
    const bool differs = fresh.profiles != document.profiles;
    document = std::move(fresh);
    if (!differs)
        return;
    index.clear();
    index.reserve(document.profiles.size());
    for (qsizetype at = 0; at < document.profiles.size(); ++at)
        index.insert(document.profiles.at(at).id, at);
    Q_EMIT store->changed();
}

// The folders tell of files that are replaced by rename, as careful programs do; the file itself of those that are
// written in place. A replaced file is lost to the watcher, so everything is set up anew after each event.
void ProfileStore::Private::watch()
{
    const QString target = linkTarget(file);
    QSet<QString> wanted{existingFolder(QFileInfo(file).path()), existingFolder(QFileInfo(target).path())};
    if (QFileInfo::exists(target))
        wanted.insert(target);
    const QStringList watched = watcher->files() + watcher->directories();
    const QSet<QString> before(watched.begin(), watched.end());
    if (const QSet<QString> gone = before - wanted; !gone.isEmpty())
        watcher->removePaths(gone.values());
    if (const QSet<QString> added = wanted - before; !added.isEmpty())
        watcher->addPaths(added.values());
}

// A damaged file may be one that is just being written: the profiles stay until it can be read.
void ProfileStore::Private::lookAgain()
{
    watch();
    if (auto fresh = readDocument(file))
        adopt(std::move(*fresh));
}

Result<> ProfileStore::Private::edit(const std::function<Result<>(QList<Profile> &)> &change)
{
    if (auto made = paths::makeOwn(QFileInfo(file).path()); !made)
        return made;
    QLockFile lock(linkTarget(file) + QLatin1String(".lock"));
    lock.setStaleLockTime(0); // only a lock whose program has died is broken
    if (!lock.tryLock(static_cast<int>(std::chrono::milliseconds(lockPatience).count())))
        return locked(lock, file);
    auto fresh = readDocument(file);
    if (!fresh)
        return fresh.error().code == Error::Code::FileDamaged ? setAside(file, fresh.error()) : fresh.error();
    if (auto changed = change(fresh->profiles); !changed)
        return changed;
    fresh->profiles = sorted(std::move(fresh->profiles));
    const QByteArray text = writeProfiles(*fresh);
    // A file that could not be read again (a note of megabytes, a folder too deep) must not come to be.
    if (auto readable = readProfiles(text, file); !readable)
        return tooMuch(readable.error());
    if (auto written = writeAtomically(file, text); !written)
        return written;
    lock.unlock();
    adopt(std::move(*fresh));
    return Ok{};
}

QStringList ProfileStore::Private::similarTo(const QString &name) const
{
    QStringList similar;
    for (const Profile &profile : document.profiles) {
        if (profile.name.contains(name, Qt::CaseInsensitive)
            || name.contains(profile.name, Qt::CaseInsensitive))
            similar.append(profile.path());
    }
    return similar;
}

ProfileStore::ProfileStore(QString file, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(file)))
{
    d->settle.setSingleShot(true);
    d->settle.setInterval(burst);
    connect(&d->settle, &QTimer::timeout, this, [this] { d->lookAgain(); });
}

ProfileStore::~ProfileStore() = default;

QString ProfileStore::file() const
{
    return d->file;
}

Result<> ProfileStore::load()
{
    if (!d->watcher) {
        d->watcher = std::make_unique<QFileSystemWatcher>();
        const auto lookSoon = [this] { d->settle.start(); };
        connect(d->watcher.get(), &QFileSystemWatcher::fileChanged, this, lookSoon);
        connect(d->watcher.get(), &QFileSystemWatcher::directoryChanged, this, lookSoon);
    }
    d->watch();
    auto fresh = readDocument(d->file);
    if (!fresh) {
        d->adopt({});
        return std::move(fresh).error();
    }
    d->adopt(std::move(*fresh));
    return Ok{};
}

const QList<Profile> &ProfileStore::profiles() const
{
    return d->document.profiles;
}

const Profile *ProfileStore::find(const QUuid &id) const
{
    const auto found = d->index.constFind(id);
    return found == d->index.constEnd() ? nullptr : &d->document.profiles.at(*found);
}

Result<Profile> ProfileStore::findByPath(const QString &path) const
{
    const QStringList parts = splitPath(path);
    if (parts.isEmpty())
        return notFound(path, {});
    QList<const Profile *> named;
    for (const Profile &profile : d->document.profiles) {
        if (hasPath(profile, parts))
            return profile;
        if (parts.size() == 1 && profile.name == parts.first())
            named.append(&profile);
    }
    if (named.size() == 1)
        return *named.first();
    if (named.isEmpty())
        return notFound(path, d->similarTo(parts.last()));
    QStringList candidates;
    for (const Profile *profile : named)
        candidates.append(profile->path());
    return ambiguous(path, candidates);
}

Result<> ProfileStore::put(Profile profile)
{
    profile = tidied(std::move(profile));
    if (const auto problems = validate(profile); !problems.isEmpty())
        return invalid(problems);
    return d->edit([&profile](QList<Profile> &profiles) { return place(profile, profiles); });
}

Result<> ProfileStore::change(const QUuid &id, const std::function<void(Profile &)> &edit)
{
    return d->edit([&](QList<Profile> &profiles) -> Result<> {
        const auto found = std::find_if(profiles.begin(), profiles.end(),
                                        [&id](const Profile &profile) { return profile.id == id; });
        if (found == profiles.end())
            return gone();
        Profile profile = *found;
        edit(profile);
        profile = tidied(std::move(profile));
        if (const auto problems = validate(profile); !problems.isEmpty())
            return invalid(problems);
        return place(profile, profiles);
    });
}

Result<> ProfileStore::remove(const QList<QUuid> &ids)
{
    return d->edit([&ids](QList<Profile> &profiles) -> Result<> {
        const auto isGone = [&ids](const Profile &profile) { return ids.contains(profile.id); };
        if (profiles.removeIf(isGone) > 0)
            return Ok{};
        return gone();
    });
}

} // namespace latchkey

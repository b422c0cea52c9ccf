// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilestore.h"

#include "core/base/atomicfile.h"
#include "core/base/job.h"
#include "core/base/paths.h"
#include "core/base/whendone.h"
#include "core/profile/editedfile.h"
#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilesearch.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace latchkey {

namespace {

using namespace std::chrono_literals;

constexpr auto burst = 50ms; ///< an editor's save is several events

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
    Private(ProfileStore *owner, QString path)
        : store(owner), file(std::move(path)), edited(std::make_shared<EditedFile>(file))
    { }
    ~Private() { edits.waitForFinished(); }

    ProfileStore *store;
    const ProfileFile file;
    const std::shared_ptr<EditedFile> edited; ///< edits are for the worker only
    std::optional<Worker> worker; ///< for edits and reading again, in order
    QFuture<void> edits; ///< finished once the last edit is
    ProfileDocument document;
    bool isDamageKnown = false; ///< to the user: what is shown is not in the file
    HistoryTexts texts;
    QHash<QUuid, qsizetype> index;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer settle;

    void adopt(ProfileFile::Reading fresh);
    void adopt(const HistoryTexts &fresh);
    void watch();
    void lookAgain();
    ProfileFile::Damage policy() const;
    template <typename T>
    QFuture<Result<T>> start(std::function<Outcome<T>(EditedFile &)> work);
    template <typename T>
    QFuture<Result<T>> edit(Edit<T> change, const std::optional<QString> &description = QString());
    Worker &home();
};

void ProfileStore::Private::adopt(ProfileFile::Reading fresh)
{
    const bool differs =
        fresh.document.profiles != document.profiles || fresh.document.folders != document.folders;
    document = std::move(fresh.document);
    isDamageKnown = fresh.damage.has_value();
    if (!differs)
        return;
    index.clear();
    index.reserve(document.profiles.size());
    for (qsizetype at = 0; at < document.profiles.size(); ++at)
        index.insert(document.profiles.at(at).id, at);
    Q_EMIT store->changed();
}

void ProfileStore::Private::adopt(const HistoryTexts &fresh)
{
    if (std::exchange(texts, fresh) != fresh)
        Q_EMIT store->historyChanged();
}

// The folders tell of files that are replaced by rename, as careful programs do; the file itself of those that are
// written in place. A replaced file is lost to the watcher, so everything is set up anew after each event.
void ProfileStore::Private::watch()
{
    const QString target = linkTarget(file.path());
    QSet<QString> wanted{existingFolder(QFileInfo(file.path()).path()),
                         existingFolder(QFileInfo(target).path())};
    if (QFileInfo::exists(target))
        wanted.insert(target);
    const QStringList watched = watcher->files() + watcher->directories();
    const QSet<QString> before(watched.begin(), watched.end());
    if (const QSet<QString> gone = before - wanted; !gone.isEmpty())
        watcher->removePaths(gone.values());
    if (const QSet<QString> added = wanted - before; !added.isEmpty())
        watcher->addPaths(added.values());
}

Worker &ProfileStore::Private::home()
{
    if (!worker)
        worker.emplace();
    return *worker;
}

ProfileFile::Damage ProfileStore::Private::policy() const
{
    return isDamageKnown ? ProfileFile::Damage::SetAside : ProfileFile::Damage::Refuse;
}

// A damaged file may be one that is just being written: the profiles stay until it can be read.
void ProfileStore::Private::lookAgain()
{
    watch();
    const auto read =
        startJob<ProfileFile::Reading>(home(), {}, [edited = edited](Job &) { return edited->read(); });
    whenDone(read, store, [this](Result<ProfileFile::Reading> fresh) {
        if (fresh && !fresh->damage)
            adopt(*std::move(fresh));
    });
}

// The store adopts what has been saved before anybody hears of it who waits on the store's thread.
template <typename T>
QFuture<Result<T>> ProfileStore::Private::start(std::function<Outcome<T>(EditedFile &)> work)
{
    const auto done = startJob<Outcome<T>>(
        home(), {},
        [edited = edited, work = std::move(work)](Job &) -> Result<Outcome<T>> { return work(*edited); });
    whenDone(done, store, [this](Result<Outcome<T>> result) {
        if (!result)
            return;
        if (result->now)
            adopt(*std::move(result->now));
        adopt(result->texts);
    });
    auto answered = QFuture(done).then([](const Result<Outcome<T>> &result) -> Result<T> {
        return result ? result->answer : Result<T>(result.error());
    });
    edits = QFuture<void>(answered);
    return answered;
}

template <typename T>
QFuture<Result<T>> ProfileStore::Private::edit(Edit<T> change, const std::optional<QString> &description)
{
    return start<T>([change = std::move(change), policy = policy(), description](EditedFile &target) {
        return target.edit(change, policy, description);
    });
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
    return d->file.path();
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
    auto fresh = d->file.read();
    if (!fresh) {
        d->adopt(ProfileFile::Reading{});
        return std::move(fresh).error();
    }
    const std::optional<Error> damage = fresh->damage;
    d->edited->remember(fresh->document);
    d->adopt(*std::move(fresh));
    return damage ? Result<>(*damage) : Result<>(Ok{});
}

const ProfileDocument &ProfileStore::document() const
{
    return d->document;
}

const QList<Profile> &ProfileStore::profiles() const
{
    return d->document.profiles;
}

Profile ProfileStore::newProfile(const QStringList &folder) const
{
    return profileedit::newProfile(d->document, folder);
}

const Profile *ProfileStore::find(const QUuid &id) const
{
    const auto found = d->index.constFind(id);
    return found == d->index.constEnd() ? nullptr : &d->document.profiles.at(*found);
}

Result<Profile> ProfileStore::findByPath(const QString &path) const
{
    return findProfile(d->document.profiles, path);
}

QFuture<Result<Profile>> ProfileStore::put(Profile profile)
{
    return d->edit<Profile>([profile = std::move(profile)](ProfileDocument &document) {
        return profileedit::put(document, profile);
    });
}

QFuture<Result<Profile>> ProfileStore::change(const QUuid &id, std::function<void(Profile &)> edit)
{
    return d->edit<Profile>([id, edit = std::move(edit)](ProfileDocument &document) {
        return profileedit::change(document, id, edit);
    });
}

QFuture<Result<Profile>> ProfileStore::pin(const QUuid &id, const QString &host, const QString &spn)
{
    const auto pinFirst = [host, spn](Profile &profile) { profileedit::pin(profile, host, spn); };
    return d->edit<Profile>(
        [id, pinFirst](ProfileDocument &document) { return profileedit::change(document, id, pinFirst); },
        std::nullopt);
}

QFuture<Result<>> ProfileStore::remove(const QList<QUuid> &ids)
{
    return d->edit<Ok>([ids](ProfileDocument &document) { return profileedit::remove(document, ids); });
}

QFuture<Result<Folder>> ProfileStore::putFolder(Folder folder)
{
    return d->edit<Folder>([folder = std::move(folder)](ProfileDocument &document) {
        return folderedit::put(document, folder);
    });
}

QFuture<Result<>> ProfileStore::moveFolder(const QStringList &from, const QStringList &to)
{
    const QString description = tr("moving the folder “%1”").arg(from.isEmpty() ? QString() : from.last());
    return d->edit<Ok>([from, to](ProfileDocument &document) { return folderedit::move(document, from, to); },
                       description);
}

QFuture<Result<>> ProfileStore::removeFolder(const QStringList &fullPath)
{
    const QString description =
        tr("removing the folder “%1”").arg(fullPath.isEmpty() ? QString() : fullPath.last());
    return d->edit<Ok>(
        [fullPath](ProfileDocument &document) { return folderedit::remove(document, fullPath); },
        description);
}

QFuture<Result<>> ProfileStore::editDocument(Change change, const QString &description)
{
    return d->edit<Ok>(std::move(change), description);
}

QFuture<Result<>> ProfileStore::undo()
{
    return d->start<Ok>([policy = d->policy()](EditedFile &target) { return target.undo(policy); });
}

QFuture<Result<>> ProfileStore::redo()
{
    return d->start<Ok>([policy = d->policy()](EditedFile &target) { return target.redo(policy); });
}

bool ProfileStore::canUndo() const
{
    return !d->texts.undo.isEmpty();
}

bool ProfileStore::canRedo() const
{
    return !d->texts.redo.isEmpty();
}

QString ProfileStore::undoText() const
{
    return d->texts.undo;
}

QString ProfileStore::redoText() const
{
    return d->texts.redo;
}

QList<ProfileVersion> ProfileStore::versions() const
{
    return ProfileVersions(d->file.path()).list();
}

QFuture<Result<>> ProfileStore::restoreVersion(int number)
{
    const auto restore = [number, path = d->file.path()](ProfileDocument &document) -> Result<> {
        auto version = ProfileVersions(path).read(number);
        if (!version)
            return std::move(version).error();
        document.folders = std::move(version->folders);
        document.profiles = std::move(version->profiles);
        return Ok{};
    };
    return d->edit<Ok>(restore, tr("restoring version %1").arg(number));
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilestore.h"

#include "core/base/atomicfile.h"
#include "core/base/job.h"
#include "core/base/paths.h"
#include "core/base/whendone.h"
#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefile.h"
#include "core/profile/profilelookup.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
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
    Private(ProfileStore *owner, QString path) : store(owner), file(std::move(path)) { }
    ~Private() { edits.waitForFinished(); }

    ProfileStore *store;
    const ProfileFile file;
    std::optional<Worker> worker; ///< for edits and reading again, in order
    QFuture<void> edits; ///< finished once the last edit is
    ProfileDocument document;
    QHash<QUuid, qsizetype> index;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer settle;

    void adopt(ProfileDocument fresh);
    void watch();
    void lookAgain();
    template <typename T>
    QFuture<Result<T>> edit(std::function<Result<T>(ProfileDocument &)> change);
    Worker &home();
};

void ProfileStore::Private::adopt(ProfileDocument fresh)
{
    const bool differs = fresh.profiles != document.profiles || fresh.folders != document.folders;
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

// A damaged file may be one that is just being written: the profiles stay until it can be read.
void ProfileStore::Private::lookAgain()
{
    watch();
    const auto read = startJob<ProfileDocument>(home(), {}, [file = file](Job &) { return file.read(); });
    whenDone(read, store, [this](Result<ProfileDocument> fresh) {
        if (fresh)
            adopt(*std::move(fresh));
    });
}

// The store adopts what has been saved before anybody hears of it who waits on the store's thread.
template <typename T>
QFuture<Result<T>> ProfileStore::Private::edit(std::function<Result<T>(ProfileDocument &)> change)
{
    using Edited = std::pair<T, ProfileDocument>;
    const auto edited =
        startJob<Edited>(home(), {}, [file = file, change = std::move(change)](Job &) -> Result<Edited> {
            std::optional<Result<T>> answer;
            auto saved = file.edit([&](ProfileDocument &content) -> Result<> {
                answer = change(content);
                return *answer ? Result<>(Ok{}) : answer->error();
            });
            if (!saved)
                return std::move(saved).error();
            return Edited{**std::move(answer), *std::move(saved)};
        });
    whenDone(edited, store, [this](Result<Edited> result) {
        if (result)
            adopt(std::move(result->second));
    });
    auto answered = QFuture(edited).then([](const Result<Edited> &result) -> Result<T> {
        return result ? Result<T>(result->first) : result.error();
    });
    edits = QFuture<void>(answered);
    return answered;
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
        d->adopt({});
        return std::move(fresh).error();
    }
    d->adopt(std::move(*fresh));
    return Ok{};
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
    return latchkey::findByPath(d->document.profiles, path);
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
    return d->edit<Ok>(
        [from, to](ProfileDocument &document) { return folderedit::move(document, from, to); });
}

QFuture<Result<>> ProfileStore::removeFolder(const QStringList &fullPath)
{
    return d->edit<Ok>(
        [fullPath](ProfileDocument &document) { return folderedit::remove(document, fullPath); });
}

QFuture<Result<>> ProfileStore::editDocument(Change change)
{
    return d->edit<Ok>(std::move(change));
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogues.h"

#include "core/base/walltimer.h"
#include "core/base/whendone.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <optional>

namespace latchkey {

namespace {

constexpr std::chrono::milliseconds burst{50}; // what is written in one go is several events

/// What this program has tried itself, whether it could be written down or not.
struct OwnAttempt
{
    Instant at{};
    int failures = 0; ///< since the last success
};

} // namespace

struct Catalogues::Private
{
    Private(Catalogues &owner, const QString &configFolder, Clock time, RefreshRules refreshRules)
        : q(owner), files(configFolder), folder(configFolder), clock(std::move(time)), rules(refreshRules),
          timer(clock)
    { }
    ~Private() { edits.waitForFinished(); }

    Catalogues &q;
    const CatalogueFiles files;
    const QString folder;
    const Clock clock;
    const RefreshRules rules;
    WallTimer timer;
    bool isStarted = false;
    std::optional<Worker> worker; ///< for edits and reading again, in order
    QFuture<void> edits; ///< finished once the last edit is
    QList<Catalogue> catalogues;
    ProfileDocument document;
    QHash<QUuid, qsizetype> index; ///< of the document's profiles
    QHash<QUuid, double> jitters;
    QHash<QUuid, int> underWay;
    QHash<QUuid, OwnAttempt> attempts;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer settle;

    Worker &home();
    bool adopt(QList<Catalogue> fresh); ///< whether that was news
    void watch();
    void lookAgain();
    QFuture<Result<QList<Catalogue>>> read();
    Instant next(const Subscription &subscription, Instant now);
    int failuresOf(const Subscription &subscription) const;
    void count(const QUuid &id, const Result<Refreshed> &answer);
    void plan();
    void refreshByItself(const Subscription &subscription);
    QFuture<Result<Refreshed>> refresh(const QUuid &id, std::stop_token stop);
    template <typename T>
    QFuture<Result<T>> edit(std::function<Result<T>(const CatalogueFiles &)> change);
};

Worker &Catalogues::Private::home()
{
    if (!worker)
        worker.emplace();
    return *worker;
}

bool Catalogues::Private::adopt(QList<Catalogue> fresh)
{
    const bool differs = fresh != catalogues;
    ProfileDocument all = joined(fresh);
    const bool profilesDiffer = all != document;
    catalogues = std::move(fresh);
    if (profilesDiffer) {
        document = std::move(all);
        index.clear();
        for (qsizetype at = 0; at < document.profiles.size(); ++at)
            index.insert(document.profiles.at(at).id, at);
    }
    plan();
    if (profilesDiffer)
        Q_EMIT q.profilesChanged();
    if (differs)
        Q_EMIT q.changed();
    return differs;
}

// The list is replaced by rename, which is news of its folder.
void Catalogues::Private::watch()
{
    if (watcher)
        return;
    watcher = std::make_unique<QFileSystemWatcher>();
    if (QFileInfo::exists(folder))
        watcher->addPath(folder);
    QObject::connect(watcher.get(), &QFileSystemWatcher::directoryChanged, &q, [this] { settle.start(); });
}

// One that cannot be read now may be in a moment: what was there stays.
void Catalogues::Private::lookAgain()
{
    if (watcher && watcher->directories().isEmpty() && QFileInfo::exists(folder))
        watcher->addPath(folder); // it has come to be since
    whenDone(read(), &q, [this](Result<QList<Catalogue>> fresh) {
        if (fresh)
            adopt(*std::move(fresh));
    });
}

QFuture<Result<QList<Catalogue>>> Catalogues::Private::read()
{
    return startJob<QList<Catalogue>>(home(), {}, [files = files](Job &) { return files.catalogues(); });
}

Instant Catalogues::Private::next(const Subscription &subscription, Instant now)
{
    if (!jitters.contains(subscription.id))
        jitters.insert(subscription.id, QRandomGenerator::global()->generateDouble());
    const double jitter = jitters.value(subscription.id);
    const Instant at = nextRefresh(subscription.history, rules, jitter, now);
    const auto own = attempts.constFind(subscription.id);
    if (own == attempts.constEnd() || own->at > now)
        return at;
    const int failures = std::max(failuresOf(subscription), 1);
    return std::max(at, nextRefresh({.lastAttempt = own->at, .failures = failures}, rules, 0, now));
}

int Catalogues::Private::failuresOf(const Subscription &subscription) const
{
    return std::max(subscription.history.failures, attempts.value(subscription.id).failures);
}

void Catalogues::Private::count(const QUuid &id, const Result<Refreshed> &answer)
{
    if (answer)
        attempts.remove(id);
    else if (answer.error().code != Error::Code::Cancelled)
        ++attempts[id].failures;
}

void Catalogues::Private::plan()
{
    if (!isStarted)
        return;
    const Instant now = clock();
    std::optional<Instant> first;
    QList<Subscription> due;
    for (const Catalogue &catalogue : std::as_const(catalogues)) {
        const Subscription &subscription = catalogue.subscription;
        if (underWay.contains(subscription.id))
            continue;
        const Instant at = next(subscription, now);
        if (at <= now)
            due.append(subscription);
        else
            first = std::min(first.value_or(at), at);
    }
    if (first)
        timer.start(*first);
    else
        timer.stop();
    for (const Subscription &subscription : std::as_const(due))
        refreshByItself(subscription);
}

void Catalogues::Private::refreshByItself(const Subscription &subscription)
{
    whenDone(refresh(subscription.id, {}), &q, [this, subscription](const Result<Refreshed> &refreshed) {
        if (!refreshed)
            Q_EMIT q.failed(subscription, refreshed.error());
    });
}

QFuture<Result<Refreshed>> Catalogues::Private::refresh(const QUuid &id, std::stop_token stop)
{
    ++underWay[id];
    attempts[id].at = clock();
    const auto answer = startJob<Refreshed>(
        std::move(stop), [files = files, id, clock = clock](Job &job) -> Result<Refreshed> {
            return refreshCatalogue(files, id, job, clock);
        });
    whenDone(answer, &q, [this, id](const Result<Refreshed> &refreshed) {
        jitters.remove(id);
        count(id, refreshed);
        // What has been written is read first, so that the same attempt is not made twice.
        whenDone(read(), &q, [this, id](Result<QList<Catalogue>> fresh) {
            const bool isOver = --underWay[id] == 0;
            if (isOver)
                underWay.remove(id);
            const bool isTold = fresh && adopt(*std::move(fresh));
            if (isOver && !isTold) // what was written has been read before: by the watcher
                Q_EMIT q.changed();
        });
    });
    return answer;
}

template <typename T>
QFuture<Result<T>> Catalogues::Private::edit(std::function<Result<T>(const CatalogueFiles &)> change)
{
    const auto edited =
        startJob<T>(home(), {}, [files = files, change = std::move(change)](Job &) { return change(files); });
    edits = QFuture<void>(edited);
    lookAgain();
    return edited;
}

Catalogues::Catalogues(const QString &folder, Clock clock, RefreshRules rules, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, folder, std::move(clock), rules))
{
    d->settle.setSingleShot(true);
    d->settle.setInterval(burst);
    connect(&d->settle, &QTimer::timeout, this, [this] { d->lookAgain(); });
    connect(&d->timer, &WallTimer::timeout, this, [this] { d->plan(); });
    connect(&d->timer, &WallTimer::clockSet, this, [this] { d->plan(); });
}

Catalogues::~Catalogues() = default;

Result<> Catalogues::load()
{
    d->watch();
    auto fresh = d->files.catalogues();
    if (!fresh)
        return std::move(fresh).error();
    d->adopt(*std::move(fresh));
    return Ok{};
}

void Catalogues::start()
{
    d->isStarted = true;
    d->plan();
}

void Catalogues::networkChanged()
{
    if (!d->isStarted)
        return;
    for (const Catalogue &catalogue : std::as_const(d->catalogues)) {
        const Subscription &subscription = catalogue.subscription;
        if (d->failuresOf(subscription) > 0 && !isRefreshing(subscription.id))
            d->refreshByItself(subscription);
    }
}

const QList<Catalogue> &Catalogues::catalogues() const
{
    return d->catalogues;
}

const ProfileDocument &Catalogues::document() const
{
    return d->document;
}

const Profile *Catalogues::find(const QUuid &profile) const
{
    const auto found = d->index.constFind(profile);
    return found != d->index.constEnd() ? &d->document.profiles.at(*found) : nullptr;
}

bool Catalogues::isRefreshing(const QUuid &subscription) const
{
    return d->underWay.contains(subscription);
}

QFuture<Result<Subscription>> Catalogues::put(Subscription subscription)
{
    d->attempts.remove(subscription.id); // with another source it begins anew
    return d->edit<Subscription>([subscription = std::move(subscription)](const CatalogueFiles &files) {
        return catalogueedit::put(files, subscription);
    });
}

QFuture<Result<>> Catalogues::restore(const Subscription &before)
{
    return d->edit<Ok>(
        [before](const CatalogueFiles &files) { return catalogueedit::restore(files, before); });
}

QFuture<Result<>> Catalogues::remove(const QUuid &subscription)
{
    return d->edit<Ok>(
        [subscription](const CatalogueFiles &files) { return catalogueedit::remove(files, subscription); });
}

QFuture<Result<Refreshed>> Catalogues::refresh(const QUuid &subscription, std::stop_token stop)
{
    return d->refresh(subscription, std::move(stop));
}

QFuture<Result<Profile>> Catalogues::personalise(const QUuid &profile, std::function<void(Profile &)> edit)
{
    return d->edit<Profile>([profile, edit = std::move(edit)](const CatalogueFiles &files) {
        return catalogueedit::personalise(files, profile, edit);
    });
}

QFuture<Result<>> Catalogues::personalise(const QList<QUuid> &profiles, std::function<void(Profile &)> edit)
{
    return d->edit<Ok>([profiles, edit = std::move(edit)](const CatalogueFiles &files) {
        return catalogueedit::personalise(files, profiles, edit);
    });
}

QFuture<Result<>> Catalogues::depersonalise(const QUuid &profile)
{
    return d->edit<Ok>(
        [profile](const CatalogueFiles &files) { return catalogueedit::depersonalise(files, profile); });
}

} // namespace latchkey

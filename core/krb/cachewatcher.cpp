// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachewatcher.h"

#include "core/base/whendone.h"
#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/watchplaces.h"

#include <QFile>
#include <QHash>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstring>

#include <sys/inotify.h>
#include <unistd.h>

namespace latchkey::krb {

namespace {

using namespace std::chrono_literals;

constexpr auto burst = 40ms; // with the timer's own 5 % this stays below 50 ms
// Each look wakes four times; the window looks by itself when it is come back to.
constexpr auto slowPoll = 5min;
// A cache changes by a rename, or by writing and closing; libkrb5 also empties and unlinks.
constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
                                 | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

QString nameOfDefault()
{
    const auto context = Context::make();
    return context ? QString::fromLocal8Bit(krb5_cc_default_name(*context)) : QString();
}

} // namespace

struct CacheWatcher::Private
{
    explicit Private(CacheWatcher *watcher);
    ~Private();

    void arm();
    void readEvents();
    bool concerns(const inotify_event &event) const;
    void compare();

    CacheWatcher *q;
    int inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    std::unique_ptr<QSocketNotifier> notifier;
    QTimer merge;
    QTimer poll;
    QStringList names; // of the caches to follow
    QMap<QString, WatchedNames> places;
    QHash<int, QString> folders; // by watch descriptor
    QList<Cache> seen; // what the last comparison, or watch(), saw
    bool comparing = false;
};

CacheWatcher::Private::Private(CacheWatcher *watcher) : q(watcher)
{
    merge.setSingleShot(true);
    merge.setInterval(burst);
    merge.setTimerType(Qt::PreciseTimer);
    poll.setInterval(slowPoll);
    poll.setTimerType(Qt::VeryCoarseTimer);
    QObject::connect(&merge, &QTimer::timeout, q, [this] {
        arm(); // a folder may have come or gone
        Q_EMIT q->changed();
    });
    QObject::connect(&poll, &QTimer::timeout, q, [this] { compare(); });
    if (inotify < 0)
        return;
    notifier = std::make_unique<QSocketNotifier>(inotify, QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, q, [this] { readEvents(); });
}

CacheWatcher::Private::~Private()
{
    notifier.reset();
    if (inotify >= 0)
        close(inotify);
}

// Adds what is new before it drops what is old, so that nothing is missed in between.
void CacheWatcher::Private::arm()
{
    places = watchPlaces(names);
    QHash<int, QString> armed;
    for (auto place = places.keyBegin(); place != places.keyEnd(); ++place) {
        const int descriptor = inotify_add_watch(inotify, QFile::encodeName(*place).constData(), events);
        if (descriptor >= 0)
            armed.insert(descriptor, *place);
    }
    for (auto old = folders.keyBegin(); old != folders.keyEnd(); ++old) {
        if (!armed.contains(*old))
            inotify_rm_watch(inotify, *old);
    }
    folders = armed;
    // Where the system has no watch left to give, looking from time to time must do.
    const bool allSeen = std::all_of(names.begin(), names.end(), [](const QString &name) {
        return isInFolder(name) || name.startsWith(QLatin1String("MEMORY:")); // of this process alone
    });
    if (allSeen && folders.size() == places.size())
        poll.stop();
    else if (!poll.isActive())
        poll.start();
}

bool CacheWatcher::Private::concerns(const inotify_event &event) const
{
    const auto folder = folders.constFind(event.wd);
    if (folder == folders.constEnd())
        return (event.mask & IN_Q_OVERFLOW) != 0;
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0)
        return true;
    return event.len > 0 && places.value(*folder).match(QFile::decodeName(event.name));
}

void CacheWatcher::Private::readEvents()
{
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool relevant = false;
    for (;;) {
        const ssize_t size = read(inotify, buffer.data(), buffer.size());
        if (size <= 0)
            break;
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            relevant = relevant || concerns(*event);
            at += static_cast<ssize_t>(sizeof(inotify_event)) + static_cast<ssize_t>(event->len);
        }
    }
    if (relevant && !merge.isActive())
        merge.start();
}

// On a thread of its own: a cache daemon may be slow.
void CacheWatcher::Private::compare()
{
    if (std::exchange(comparing, true))
        return;
    whenDone(KerberosService().caches(), q, [this](const Result<QList<Cache>> &caches) {
        comparing = false;
        if (!caches || *caches == seen)
            return;
        seen = *caches;
        if (!merge.isActive())
            merge.start();
    });
}

CacheWatcher::CacheWatcher(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

CacheWatcher::~CacheWatcher() = default;

void CacheWatcher::watch(const QList<Cache> &caches)
{
    d->seen = caches;
    d->names = {nameOfDefault(), QLatin1String("DIR:") + ownFolder()};
    for (const Cache &cache : caches)
        d->names += cache.name;
    d->arm();
}

void CacheWatcher::lookAgain()
{
    d->compare();
}

} // namespace latchkey::krb

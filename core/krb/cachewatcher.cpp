// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachewatcher.h"

#include "core/base/job.h"
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

/// Shared with the thread that adds watches: looking up a path may hang, as on a file system whose server is gone.
class CacheWatcher::Inotify
{
public:
    Inotify() = default;
    ~Inotify()
    {
        if (descriptor >= 0)
            close(descriptor);
    }
    Inotify(const Inotify &) = delete;
    Inotify &operator=(const Inotify &) = delete;

    const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
};

/// What is watched, and where that is possible.
struct CacheWatcher::Armed
{
    QMap<QString, WatchedNames> places;
    QHash<int, QString> folders; ///< by watch descriptor
    bool isComplete = false; ///< every change is seen there
};

struct CacheWatcher::Private
{
    explicit Private(CacheWatcher *watcher);

    void arm();
    static Armed armed(const Inotify &inotify, QStringList names);
    void take(const Armed &fresh);
    void readEvents();
    bool concerns(const inotify_event &event) const;
    void compare();

    CacheWatcher *q;
    std::shared_ptr<const Inotify> inotify = std::make_shared<const Inotify>();
    std::unique_ptr<QSocketNotifier> notifier;
    QTimer merge;
    QTimer poll;
    Armed now;
    QList<Cache> seen; // what the last comparison, or watch(), saw; to be followed
    bool arming = false;
    bool armAgain = false;
    bool comparing = false;
    bool compareAgain = false;
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
    if (inotify->descriptor < 0)
        return;
    notifier = std::make_unique<QSocketNotifier>(inotify->descriptor, QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, q, [this] { readEvents(); });
}

// On a thread of its own, and only one at a time: a file system may hang.
void CacheWatcher::Private::arm()
{
    if (std::exchange(arming, true)) {
        armAgain = true;
        return;
    }
    QStringList names;
    for (const Cache &cache : std::as_const(seen))
        names += cache.name;
    const auto armedThere = [shared = inotify, names](Job &) -> Result<Armed> {
        return armed(*shared, names);
    };
    whenDone(startJob<Armed>({}, armedThere), q, [this](const Result<Armed> &fresh) {
        arming = false;
        if (fresh)
            take(*fresh);
        if (std::exchange(armAgain, false))
            arm();
    });
}

CacheWatcher::Armed CacheWatcher::Private::armed(const Inotify &inotify, QStringList names)
{
    names << nameOfDefault() << QLatin1String("DIR:") + ownFolder();
    Armed fresh;
    fresh.places = watchPlaces(names);
    for (auto place = fresh.places.keyBegin(); place != fresh.places.keyEnd(); ++place) {
        const int descriptor =
            inotify_add_watch(inotify.descriptor, QFile::encodeName(*place).constData(), events);
        if (descriptor >= 0)
            fresh.folders.insert(descriptor, *place);
    }
    const bool allInFolders = std::all_of(names.begin(), names.end(), [](const QString &name) {
        return isInFolder(name) || name.startsWith(QLatin1String("MEMORY:")); // of this process alone
    });
    fresh.isComplete = allInFolders && fresh.folders.size() == fresh.places.size();
    return fresh;
}

// What is new was added before what is old is dropped, so that nothing is missed in between.
void CacheWatcher::Private::take(const Armed &fresh)
{
    const Armed old = std::exchange(now, fresh);
    for (auto folder = old.folders.keyBegin(); folder != old.folders.keyEnd(); ++folder) {
        if (!now.folders.contains(*folder))
            inotify_rm_watch(inotify->descriptor, *folder);
    }
    // Where the system has no watch left to give, looking from time to time must do.
    if (now.isComplete)
        poll.stop();
    else if (!poll.isActive())
        poll.start();
    if (now.folders != old.folders || now.places != old.places)
        compare(); // it may have changed before it was watched
}

bool CacheWatcher::Private::concerns(const inotify_event &event) const
{
    const auto folder = now.folders.constFind(event.wd);
    if (folder == now.folders.constEnd())
        return (event.mask & IN_Q_OVERFLOW) != 0;
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0)
        return true;
    return event.len > 0 && now.places.value(*folder).match(QFile::decodeName(event.name));
}

void CacheWatcher::Private::readEvents()
{
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool relevant = false;
    for (;;) {
        const ssize_t size = read(inotify->descriptor, buffer.data(), buffer.size());
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
    if (std::exchange(comparing, true)) {
        compareAgain = true;
        return;
    }
    whenDone(KerberosService().caches(), q, [this](const Result<QList<Cache>> &caches) {
        comparing = false;
        if (std::exchange(compareAgain, false))
            compare();
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
    d->arm();
}

void CacheWatcher::lookAgain()
{
    d->compare();
}

} // namespace latchkey::krb

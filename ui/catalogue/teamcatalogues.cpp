// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/teamcatalogues.h"

#include "core/base/whendone.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

#include <algorithm>

namespace latchkey {

TeamCatalogues::TeamCatalogues(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{ }

TeamCatalogues::~TeamCatalogues() = default;

Catalogues &TeamCatalogues::home()
{
    if (m_catalogues)
        return *m_catalogues;
    delete std::exchange(m_watcher, nullptr);
    m_catalogues = new Catalogues(m_folder, systemNow, {}, this);
    connect(m_catalogues, &Catalogues::profilesChanged, this, &TeamCatalogues::profilesChanged);
    connect(m_catalogues, &Catalogues::changed, this, &TeamCatalogues::changed);
    connect(m_catalogues, &Catalogues::failed, this, &TeamCatalogues::tellFailure);
    return *m_catalogues;
}

Result<> TeamCatalogues::load()
{
    if (!QFileInfo::exists(CatalogueFiles(m_folder).listFile()))
        return Ok{};
    return home().load();
}

void TeamCatalogues::start()
{
    m_isStarted = true;
    if (m_catalogues)
        return m_catalogues->start();
    m_watcher = new QFileSystemWatcher(this);
    if (QFileInfo::exists(m_folder))
        m_watcher->addPath(m_folder);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &TeamCatalogues::lookForSubscriptions,
            Qt::QueuedConnection); // it is deleted then
}

void TeamCatalogues::lookForSubscriptions()
{
    if (m_catalogues)
        return;
    if (const auto loaded = load(); !loaded)
        Q_EMIT failed(loaded.error().message);
    if (m_catalogues)
        m_catalogues->start();
}

void TeamCatalogues::networkChanged()
{
    if (m_catalogues)
        m_catalogues->networkChanged();
}

// An hourly notice would be noise: what goes on being so, the catalogue's row says. One that was never there, whoever subscribes
// is told.
void TeamCatalogues::tellFailure(const Subscription &subscription, const Error &error)
{
    if (subscription.history.failures == 0 && subscription.history.lastSuccess)
        Q_EMIT failed(tr("The catalogue “%1” could not be refreshed: %2 Its profiles stay as they were.")
                          .arg(subscription.name, error.message));
}

const QList<Catalogue> &TeamCatalogues::all() const
{
    static const QList<Catalogue> none;
    return m_catalogues ? m_catalogues->catalogues() : none;
}

const Catalogue *TeamCatalogues::catalogue(const QUuid &subscription) const
{
    const auto found = std::find_if(all().begin(), all().end(), [&subscription](const Catalogue &each) {
        return each.subscription.id == subscription;
    });
    return found != all().end() ? &*found : nullptr;
}

const Profile *TeamCatalogues::find(const QUuid &profile) const
{
    return m_catalogues ? m_catalogues->find(profile) : nullptr;
}

bool TeamCatalogues::isRefreshing(const QUuid &subscription) const
{
    return m_catalogues && m_catalogues->isRefreshing(subscription);
}

QFuture<Result<Subscription>> TeamCatalogues::put(const Subscription &subscription)
{
    const bool isFirst = !m_catalogues;
    Catalogues &catalogues = home();
    const auto edited = catalogues.put(subscription);
    if (isFirst)
        whenDone(edited, this, [this](const Result<Subscription> &) {
            static_cast<void>(m_catalogues->load()); // what is wrong with the file, the edit has said
            if (m_isStarted)
                m_catalogues->start();
        });
    return edited;
}

QFuture<Result<>> TeamCatalogues::restore(const Subscription &before)
{
    return home().restore(before);
}

QFuture<Result<>> TeamCatalogues::remove(const QUuid &subscription)
{
    return home().remove(subscription);
}

QFuture<Result<Refreshed>> TeamCatalogues::refresh(const QUuid &subscription, std::stop_token stop)
{
    const auto refreshed = home().refresh(subscription, std::move(stop));
    Q_EMIT changed();
    return refreshed;
}

QFuture<Result<Profile>> TeamCatalogues::personalise(const QUuid &profile,
                                                     const std::function<void(Profile &)> &edit)
{
    return home().personalise(profile, edit);
}

QFuture<Result<>> TeamCatalogues::personalise(const QList<QUuid> &profiles,
                                              const std::function<void(Profile &)> &edit)
{
    return home().personalise(profiles, edit);
}

QFuture<Result<>> TeamCatalogues::depersonalise(const QUuid &profile)
{
    return home().depersonalise(profile);
}

} // namespace latchkey

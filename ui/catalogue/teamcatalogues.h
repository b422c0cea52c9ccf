// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/catalogues.h"

class QFileSystemWatcher;

namespace latchkey {

/// The team's catalogues as the window has them (see catalogues.h): nothing is made, read or asked for before there is a
/// subscription.
class TeamCatalogues : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where catalogues.json is, paths::configDir().
    explicit TeamCatalogues(QString folder, QObject *parent = nullptr);
    ~TeamCatalogues() override;

    /// Reads subscriptions and copies, if there are any. Blocks as long as that takes.
    Result<> load();
    /// From now on they are refreshed by themselves, also those that another program subscribes to.
    void start();
    void networkChanged();

    /// Sorted by name.
    const QList<Catalogue> &all() const;
    /// nullptr if there is no such subscription.
    const Catalogue *catalogue(const QUuid &subscription) const;
    /// nullptr if no catalogue has it.
    const Profile *find(const QUuid &profile) const;
    bool isRefreshing(const QUuid &subscription) const;

    /// See Catalogues, for all of these.
    QFuture<Result<Subscription>> put(const Subscription &subscription);
    QFuture<Result<>> restore(const Subscription &before);
    QFuture<Result<>> remove(const QUuid &subscription);
    QFuture<Result<Refreshed>> refresh(const QUuid &subscription, std::stop_token stop = {});
    QFuture<Result<Profile>> personalise(const QUuid &profile, const std::function<void(Profile &)> &edit);
    QFuture<Result<>> personalise(const QList<QUuid> &profiles, const std::function<void(Profile &)> &edit);
    QFuture<Result<>> depersonalise(const QUuid &profile);

Q_SIGNALS:
    void profilesChanged();
    /// all() or isRefreshing() say something else.
    void changed();
    /// A refresh that nobody asked for has failed, and the one before it had not.
    void failed(const QString &sentence);

private:
    Catalogues &home();
    void lookForSubscriptions();
    void tellFailure(const Subscription &subscription, const Error &error);

    const QString m_folder;
    bool m_isStarted = false;
    Catalogues *m_catalogues = nullptr; ///< made when first needed
    QFileSystemWatcher *m_watcher = nullptr; ///< until there is a subscription
};

} // namespace latchkey

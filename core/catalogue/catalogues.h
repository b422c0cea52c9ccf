// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogueedit.h"
#include "core/catalogue/cataloguerefresh.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <stop_token>

namespace latchkey {

/// The team's catalogues: what the user has subscribed to, in memory and on the disk, refreshed by itself.
/// Lives on the thread that made it, and needs its event loop. Nothing blocks but load(). What is asked for is done on other
/// threads, edits one after the other; answers come through futures, on those threads (see whendone.h). changed() follows
/// when catalogues() has the edit. Destroying it waits until every edit is done, but for no web server.
class Catalogues : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where catalogues.json is, paths::configDir().
    explicit Catalogues(const QString &folder, Clock clock = systemNow, RefreshRules rules = {},
                        QObject *parent = nullptr);
    ~Catalogues() override;

    /// Reads the subscriptions and the copies; nothing is asked for.
    Result<> load();
    /// From now on every catalogue is refreshed when nextRefresh() says so; what is due, at once.
    void start();
    /// What could not be reached before may be now: asks again for what has failed.
    void networkChanged();

    /// Sorted by name.
    const QList<Catalogue> &catalogues() const;
    /// The profiles and folders of all of them, with the user's own values.
    const ProfileDocument &document() const;
    /// nullptr if no catalogue has it.
    const Profile *find(const QUuid &profile) const;
    /// Those that are being asked for now.
    bool isRefreshing(const QUuid &subscription) const;

    /// As catalogueedit::put(); what is new is asked for at once, if start() has been called.
    QFuture<Result<Subscription>> put(Subscription subscription);
    QFuture<Result<>> restore(const Subscription &before); ///< as catalogueedit's
    QFuture<Result<>> remove(const QUuid &subscription);
    /// Asks now, whenever it is due; see refreshCatalogue(). NotFound if there is no such subscription.
    QFuture<Result<Refreshed>> refresh(const QUuid &subscription, std::stop_token stop = {});
    /// As catalogueedit::personalise(); `edit` is applied on another thread.
    QFuture<Result<Profile>> personalise(const QUuid &profile, std::function<void(Profile &)> edit);
    QFuture<Result<>> personalise(const QList<QUuid> &profiles, std::function<void(Profile &)> edit);
    QFuture<Result<>> depersonalise(const QUuid &profile);

Q_SIGNALS:
    /// catalogues() differ from before, if only in when they were asked for: by an edit, a refresh, or because another program
    /// wrote the file. Or a refresh has ended.
    void changed();
    /// document() differs too. Comes before changed().
    void profilesChanged();
    /// A refresh that nobody asked for has failed. The copy stays.
    void failed(const latchkey::Subscription &subscription, const latchkey::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey

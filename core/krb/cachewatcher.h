// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QObject>

#include <memory>

namespace latchkey::krb {

/// Says when another program may have changed a cache: at once for FILE and DIR (inotify on the folder, because ticket
/// files are replaced by rename), by lookAgain() and a slow poll for KCM and KEYRING, which give no notice.
/// Lives on the thread that made it; never blocks.
class CacheWatcher : public QObject
{
    Q_OBJECT
public:
    explicit CacheWatcher(QObject *parent = nullptr);
    ~CacheWatcher() override;

    /// Follows these caches (and the folders where new ones would appear); a change since they were listed is told too.
    void watch(const QList<Cache> &caches);
    /// Call when the window gains focus: looks at what cannot be watched.
    void lookAgain();

Q_SIGNALS:
    /// Something may have changed; bursts are merged (at most one in 50 ms).
    void changed();

private:
    class Inotify;
    struct Armed;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey::krb

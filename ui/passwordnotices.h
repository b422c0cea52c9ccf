// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/walltimer.h"
#include "core/krb/ticket.h"

#include <QHash>

namespace latchkey {

class Notices;

/// When to tell (again) that a password expires: once `before` is reached, then once a day; `now` if that is over. None: it
/// has expired, which signing in says. Pure.
std::optional<Instant> nextPasswordNotice(Instant expires, std::optional<Instant> told,
                                          std::chrono::days before, Instant now);

/// "password expires in 5 d 3 h" while that is worth a place in the bar, else empty. Pure.
QString passwordWords(const krb::Cache &cache, Instant now);

/// Tells in good time that passwords expire, and takes it back when they are changed.
class PasswordNotices : public QObject
{
    Q_OBJECT
public:
    /// `notices` must outlive this object.
    PasswordNotices(Notices &notices, Clock clock, QObject *parent = nullptr);

    /// None: never.
    void setWarning(std::optional<std::chrono::days> before);
    /// All there are, whenever one has changed.
    void setCaches(const QList<krb::Cache> &caches);

private:
    struct Told
    {
        Instant when;
        Instant expires; ///< what was told
        QString about; ///< the notice's
    };
    void look();
    void takeBackOutdated();
    std::optional<Instant> tellOrPlan(const krb::Cache &cache, Instant now);

    Notices &m_notices;
    Clock m_clock;
    WallTimer m_timer;
    std::optional<std::chrono::days> m_before;
    QList<krb::Cache> m_caches;
    QHash<QString, Told> m_told; ///< by principal
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/notice.h"

#include "ui/remaining.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

struct NoticeTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::Notice)
};

Notice about(const krb::Cache &cache, Notice::Occasion occasion)
{
    Notice notice;
    notice.about = cache.name;
    notice.end = cache.ticketGranting()->endTime;
    notice.occasion = occasion;
    notice.principal = cache.principal->text();
    return notice;
}

bool canBeRenewed(const krb::Ticket &ticket, Instant now)
{
    return ticket.isRenewable() && *ticket.renewUntil > now && ticket.endTime > now;
}

} // namespace

Notice expiresSoon(const krb::Cache &cache, Instant now)
{
    const krb::Ticket &ticket = *cache.ticketGranting();
    Notice notice = about(cache, Notice::Occasion::Soon);
    notice.title = NoticeTexts::tr("Ticket expires in %1").arg(remainingText(ticket.endTime - now));
    notice.text =
        NoticeTexts::tr("The ticket of %1 is valid until %2. Sign in again to go on connecting after that.")
            .arg(notice.principal, momentText(ticket.endTime, now));
    notice.offersRenewal = canBeRenewed(ticket, now);
    return notice;
}

Notice renewalFailed(const krb::Cache &cache, const Error &why, Instant now)
{
    const krb::Ticket &ticket = *cache.ticketGranting();
    Notice notice = about(cache, Notice::Occasion::Failed);
    notice.title = NoticeTexts::tr("Ticket not renewed");
    notice.text = NoticeTexts::tr("The ticket of %1 is valid until %2 and could not be renewed. %3")
                      .arg(notice.principal, momentText(ticket.endTime, now), why.message);
    notice.offersRenewal = canBeRenewed(ticket, now);
    return notice;
}

Notice notSignedInAgain(const krb::Cache &cache, const Error &why, Instant now)
{
    Notice notice = about(cache, Notice::Occasion::Failed);
    notice.title = NoticeTexts::tr("Not signed in again");
    notice.text =
        NoticeTexts::tr("Latchkey could not sign in again as %1, whose ticket is valid until %2. %3")
            .arg(notice.principal, momentText(cache.ticketGranting()->endTime, now), why.message);
    return notice;
}

QList<Notice> expiredAfter(Instant since, const QList<krb::Cache> &caches, Instant now)
{
    QList<Notice> notices;
    for (const krb::Cache &cache : caches) {
        const krb::Ticket *ticket = cache.principal ? cache.ticketGranting() : nullptr;
        if (!ticket || ticket->endTime > now || ticket->endTime <= since)
            continue;
        Notice notice = about(cache, Notice::Occasion::Expired);
        notice.title = NoticeTexts::tr("Ticket expired");
        notice.text =
            NoticeTexts::tr("The ticket of %1 has expired. Sign in again to connect.").arg(notice.principal);
        notices.append(notice);
    }
    return notices;
}

Notice passwordExpiresSoon(const krb::Cache &cache, Instant now)
{
    Notice notice;
    notice.occasion = Notice::Occasion::Password;
    notice.principal = cache.principal->text();
    notice.about = QStringLiteral("password of ") + notice.principal;
    notice.end = *cache.passwordExpires;
    notice.title = NoticeTexts::tr("Password expires in %1").arg(remainingText(notice.end - now));
    notice.text =
        NoticeTexts::tr(
            "The password of %1 expires on %2. Change it before; after that, signing in asks for a new one.")
            .arg(notice.principal, fullMomentText(notice.end));
    return notice;
}

Notice ticketsDestroyed(const QString &why)
{
    Notice notice;
    notice.occasion = Notice::Occasion::Destroyed;
    notice.title = NoticeTexts::tr("Tickets destroyed");
    notice.text = why;
    return notice;
}

} // namespace latchkey

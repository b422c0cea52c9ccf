// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/identitybar.h"

#include "ui/icons.h"
#include "ui/identities.h"
#include "ui/passwordnotices.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace latchkey {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("latchkey::IdentityBar", text);
}

QString lifetimeWords(const krb::Ticket &ticket, Instant now)
{
    const auto left = ticket.endTime - now;
    if (left <= std::chrono::seconds(0)) {
        return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "expired %1"))
            .arg(momentText(ticket.endTime, now));
    }
    if (ticket.isRenewable()) {
        return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "valid %1, renewable %2"))
            .arg(remainingText(left), remainingText(*ticket.renewUntil - now));
    }
    return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "valid %1")).arg(remainingText(left));
}

QPushButton *barButton(const QString &icon, const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QPushButton(icons::icon(icon), text, parent);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

IdentityState identityState(const QList<krb::Cache> &caches, Instant now)
{
    const auto cache = std::find_if(caches.begin(), caches.end(), [](const krb::Cache &candidate) {
        return candidate.isDefault && candidate.principal;
    });
    if (cache == caches.end())
        return {};
    IdentityState state;
    state.principal = cache->principal->text();
    const krb::Ticket *ticket = cache->ticketGranting();
    if (!ticket) {
        state.words = translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "no ticket-granting ticket"));
        return state;
    }
    const auto left = ticket->endTime - now;
    state.words = lifetimeWords(*ticket, now);
    state.urgency = urgencyOf(left);
    state.renewable = ticket->isRenewable() && *ticket->renewUntil > now && left > std::chrono::seconds(0);
    state.nextChange = untilTextChanges(left);
    if (const QString password = passwordWords(*cache, now); !password.isEmpty())
        state.words += QStringLiteral(", ") + password;
    if (state.nextChange && ticket->isRenewable())
        if (const auto renewal = untilTextChanges(*ticket->renewUntil - now))
            state.nextChange = std::min(*state.nextChange, *renewal);
    return state;
}

QString renewalWords(const krb::RenewalOutlook &outlook, Instant now)
{
    if (!outlook.next && outlook.signsInAgain)
        return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "signs in again %1"))
            .arg(momentText(*outlook.signsInAgain, now));
    if (!outlook.next)
        return {};
    const QString when = momentText(*outlook.next, now);
    if (outlook.problem)
        return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "not renewed, next try %1")).arg(when);
    return translated(QT_TRANSLATE_NOOP("latchkey::IdentityBar", "next renewal %1")).arg(when);
}

IdentityBar::IdentityBar(Identities &identities, QWidget *parent) : QWidget(parent), m_identities(identities)
{
    setObjectName(QStringLiteral("identityBar"));
    m_icon = new QLabel(this);
    m_principal = new QToolButton(this);
    m_principal->setObjectName(QStringLiteral("principals"));
    m_principal->setPopupMode(QToolButton::InstantPopup);
    m_principal->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_principal->setAutoRaise(true);
    m_principal->setAccessibleName(tr("Default identity"));
    m_principal->setToolTip(tr("Everybody who is signed in"));
    auto *menu = new QMenu(m_principal);
    m_principal->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &IdentityBar::fillMenu);

    m_statusIcon = new QLabel(this);
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("remaining"));
    m_next = new QLabel(this);
    m_next->setObjectName(QStringLiteral("nextRenewal"));
    m_next->setForegroundRole(QPalette::PlaceholderText);
    m_next->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_next->installEventFilter(this);
    buildButtons();

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(theme::wide, theme::unit, theme::wide, theme::unit);
    line->setSpacing(theme::unit);
    line->addWidget(m_icon);
    line->addWidget(m_principal);
    line->addSpacing(theme::unit);
    line->addWidget(m_statusIcon);
    line->addWidget(m_status);
    line->addWidget(m_next, 1);
    for (auto *button : {m_signIn, m_renew, m_destroy})
        line->addWidget(button);

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &IdentityBar::tick);
    connect(&m_identities, &Identities::changed, this, &IdentityBar::tick);
    connect(&m_identities, &Identities::failed, this, &IdentityBar::tick);
    connect(&m_identities, &Identities::outlooksChanged, this, &IdentityBar::sayRenewal);
    tick();
}

void IdentityBar::buildButtons()
{
    m_signIn = barButton(QStringLiteral("sign-in"), tr("Si&gn in…"),
                         tr("Get a ticket with a password, a keytab or a certificate (kinit)"), this);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_renew = barButton(QStringLiteral("renew"), tr("&Renew"),
                        tr("Get a fresh ticket without the password (kinit -R)"), this);
    m_renew->setObjectName(QStringLiteral("renew"));
    m_destroy = barButton(QStringLiteral("destroy"), tr("&Destroy"),
                          tr("Destroy the tickets of this identity or of all (kdestroy)"), this);
    m_destroy->setObjectName(QStringLiteral("destroy"));
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT signInRequested(QString()); });
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (const krb::Cache *cache = m_identities.defaultCache())
            Q_EMIT renewRequested(cache->name);
    });
    auto *menu = new QMenu(m_destroy);
    m_destroy->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &IdentityBar::fillDestroyMenu);
}

void IdentityBar::tick()
{
    const IdentityState state = identityState(m_identities.caches(), m_identities.now());
    present(state);
    if (state.nextChange)
        m_tick.start(*state.nextChange);
    else
        m_tick.stop();
}

void IdentityBar::present(const IdentityState &state)
{
    const bool known = m_identities.isKnown();
    const bool somebody = !state.principal.isEmpty();
    const bool others = known && !somebody && !m_identities.caches().isEmpty();
    const auto colour = somebody ? urgencyColour(state.urgency) : theme::Colour::MutedText;
    m_icon->setPixmap(icons::icon(QStringLiteral("user"), somebody ? theme::Colour::Accent : colour)
                          .pixmap({20, 20}, devicePixelRatioF()));
    m_principal->setFont(somebody ? theme::monospace(font()) : font());
    m_principal->setText(somebody ? state.principal
                         : !known ? tr("Tickets not known yet")
                         : others ? tr("No default identity")
                                  : tr("Nobody is signed in"));
    m_principal->setEnabled(known && !m_identities.caches().isEmpty());
    const QString hint = !known && m_identities.hasProblem()
                             ? tr("They cannot be read; Latchkey tries again.")
                         : !known ? tr("Looking for tickets…")
                         : others ? tr("Choose one of those who are signed in, or sign in.")
                                  : tr("Sign in to connect without passwords.");
    m_status->setText(somebody ? state.words : hint);
    m_statusIcon->setVisible(somebody);
    m_statusIcon->setPixmap(
        icons::icon(urgencyIcon(state.urgency), colour).pixmap({16, 16}, devicePixelRatioF()));
    theme::setInk(m_status, colour, palette());
    m_renew->setEnabled(state.renewable);
    m_destroy->setEnabled(known && !m_identities.caches().isEmpty());
    m_signIn->setDefault(!somebody || state.urgency == Urgency::Over);
    sayRenewal();
}

void IdentityBar::sayRenewal()
{
    const krb::Cache *cache = m_identities.defaultCache();
    const krb::RenewalOutlook outlook = cache ? m_identities.outlook(cache->name) : krb::RenewalOutlook{};
    const QString words = renewalWords(outlook, m_identities.now());
    const bool fits = m_next->fontMetrics().horizontalAdvance(words) <= m_next->width();
    m_next->setText(fits ? words : QString());
    QStringList tips{words};
    if (outlook.problem)
        tips += outlook.problem->message;
    if (cache && cache->passwordExpires)
        tips += tr("The password expires on %1.").arg(fullMomentText(*cache->passwordExpires));
    tips.removeAll(QString());
    m_status->setToolTip(tips.join(QLatin1Char('\n')));
    QStringList said{m_principal->text(), m_status->text()};
    if (!words.isEmpty())
        said += words;
    setAccessibleName(said.join(QStringLiteral(", ")));
}

bool IdentityBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_next && event->type() == QEvent::Resize)
        sayRenewal();
    return QWidget::eventFilter(watched, event);
}

void IdentityBar::fillMenu()
{
    QMenu *menu = m_principal->menu();
    menu->clear();
    const Instant now = m_identities.now();
    for (const krb::Cache &cache : m_identities.caches()) {
        if (!cache.principal)
            continue;
        const krb::Ticket *ticket = cache.ticketGranting();
        const QString words = ticket ? lifetimeWords(*ticket, now) : tr("no ticket-granting ticket");
        auto *action =
            menu->addAction(icons::icon(cache.isDefault ? QStringLiteral("default") : QStringLiteral("user")),
                            QStringLiteral("%1\t%2").arg(cache.principal->text(), words));
        action->setToolTip(cache.name);
        connect(action, &QAction::triggered, this, [this, cache] { m_identities.makeDefault(cache); });
    }
    menu->addSeparator();
    menu->addAction(icons::icon(QStringLiteral("sign-in")), tr("Sign in as somebody else…"), this,
                    [this] { Q_EMIT signInRequested(QString()); });
}

void IdentityBar::fillDestroyMenu()
{
    QMenu *menu = m_destroy->menu();
    menu->clear();
    if (const krb::Cache *cache = m_identities.defaultCache(); cache && cache->principal) {
        const QString principal = cache->principal->text();
        const QString what = tr("the tickets of %1 (%2)").arg(principal, cache->name);
        menu->addAction(
                tr("Tickets of %1…").arg(principal), this,
                [this, name = cache->name, what] { Q_EMIT destroyRequested(krb::OneCache{name}, what); })
            ->setObjectName(QStringLiteral("destroyDefault"));
    }
    menu->addAction(tr("All caches…"), this,
                    [this] { Q_EMIT destroyRequested(krb::AllCaches{}, tr("all credential caches")); })
        ->setObjectName(QStringLiteral("destroyAll"));
}

void IdentityBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_status)
        tick();
    QWidget::changeEvent(event);
}

void IdentityBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    painter.setPen(theme::separator(palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace latchkey

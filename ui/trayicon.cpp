// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/trayicon.h"

#include "ui/catalogue/knownprofiles.h"
#include "ui/icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QSystemTrayIcon>

#include <algorithm>

namespace latchkey {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype profilesShown = 8;
constexpr std::chrono::seconds longestSleep = 5min; ///< timers stand still while the machine sleeps

/// A text of the user's, as the text of an action.
QString literally(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QList<Profile> quickProfiles(const KnownProfiles &known, const QStringList &recent)
{
    QList<Profile> chosen;
    const auto choose = [&chosen](const Profile *profile) {
        const bool isNew = profile
                           && std::none_of(chosen.begin(), chosen.end(),
                                           [profile](const Profile &each) { return each.id == profile->id; });
        if (isNew && chosen.size() < profilesShown)
            chosen.append(*profile);
    };
    for (const QString &id : recent)
        choose(known.find(QUuid::fromString(id)));
    for (const Profile &profile : known.first(profilesShown))
        choose(&profile);
    return chosen;
}

/// The default cache's name, if its ticket can be renewed.
QString renewableDefault(const QList<krb::Cache> &caches, Instant now)
{
    for (const krb::Cache &cache : caches) {
        const krb::Ticket *ticket = cache.isDefault && cache.principal ? cache.ticketGranting() : nullptr;
        if (ticket && ticket->isRenewable() && ticket->endTime > now)
            return cache.name;
    }
    return {};
}

} // namespace

TrayIcon::TrayIcon(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_menu(std::make_unique<QMenu>())
{
    m_quick = new QMenu(tr("&Connect to"), m_menu.get());
    m_quick->setObjectName(QStringLiteral("trayProfiles"));
    m_quick->setIcon(icons::icon(QStringLiteral("connect")));
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TrayIcon::update);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_parts.profiles, &KnownProfiles::changed, this, &TrayIcon::fillMenu);
    m_parts.window.installEventFilter(this);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setShown(bool shown)
{
    if (shown && !m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason == QSystemTrayIcon::Trigger)
                        toggleWindow();
                });
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::showWindow);
        update();
    }
    if (m_icon)
        m_icon->setVisible(shown);
}

void TrayIcon::setCaches(const QList<krb::Cache> &caches)
{
    m_caches = caches;
    update();
}

void TrayIcon::setRenewing(bool renewing)
{
    m_renewing = renewing;
    update();
}

void TrayIcon::setSoon(std::chrono::seconds soon)
{
    m_soon = soon;
    update();
}

void TrayIcon::setRecent(const QStringList &recent)
{
    m_recent = recent;
    fillMenu();
}

bool TrayIcon::isThere() const
{
    return m_icon && m_icon->isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::update()
{
    const Instant now = m_parts.clock();
    m_state = trayState(m_caches, now, m_renewing, m_soon);
    m_next.stop();
    if (m_state.next)
        m_next.start(std::clamp<std::chrono::seconds>(*m_state.next - now, 1s, longestSleep));
    present();
    fillMenu();
}

void TrayIcon::present()
{
    if (!m_icon)
        return;
    m_icon->setIcon(icons::foreignIcon(trayIconName(m_state.kind), trayInk(m_state.kind)));
    m_icon->setToolTip(tr("Latchkey: %1").arg(m_state.words));
}

void TrayIcon::fillMenu()
{
    if (!m_icon)
        return; // nobody can open it
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QActionGroup *>());
    addIdentities();
    m_menu->addSeparator();
    addProfiles();
    m_menu->addSeparator();
    addActions();
}

void TrayIcon::addIdentities()
{
    if (m_state.kind != TrayState::Kind::SignedIn) // which the list says too
        m_menu->addAction(icons::icon(trayIconName(m_state.kind)), literally(m_state.words), this,
                          &TrayIcon::showWindow);
    auto *group = new QActionGroup(m_menu.get());
    const Instant now = m_parts.clock();
    for (const krb::Cache &cache : m_caches) {
        if (!cache.principal)
            continue;
        const QString words = tr("%1 – %2").arg(cache.principal->text(), trayWords(cache, now));
        QAction *action = m_menu->addAction(literally(words));
        action->setCheckable(true);
        action->setChecked(cache.isDefault);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, cache] { Q_EMIT defaultRequested(cache); });
    }
}

void TrayIcon::addProfiles()
{
    m_quick->clear();
    for (const Profile &profile : quickProfiles(m_parts.profiles, m_recent))
        m_quick->addAction(literally(profile.path()), this,
                           [this, id = profile.id] { Q_EMIT connectRequested(id); });
    m_quick->setEnabled(!m_quick->isEmpty());
    m_menu->addMenu(m_quick);
}

void TrayIcon::addActions()
{
    const auto add = [this](const char *name, const QString &icon, const QString &text, auto triggered) {
        QAction *action = m_menu->addAction(icons::icon(icon), text, this, triggered);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    add("traySignIn", QStringLiteral("sign-in"), tr("&Sign in…"),
        [this] { Q_EMIT signInRequested(QString()); });
    const QString renewable = renewableDefault(m_caches, m_parts.clock());
    add("trayRenew", QStringLiteral("renew"), tr("&Renew"), [this, renewable] {
        Q_EMIT renewRequested(renewable);
    })->setEnabled(!renewable.isEmpty());
    add("trayDestroy", QStringLiteral("destroy"), tr("&Destroy tickets…"), &TrayIcon::destroyRequested)
        ->setEnabled(!m_caches.isEmpty());
    m_menu->addSeparator();
    const bool visible = m_parts.window.isVisible();
    add("trayWindow", QString(), visible ? tr("&Hide window") : tr("S&how window"), &TrayIcon::toggleWindow);
    add("traySettings", QStringLiteral("settings"), tr("S&ettings…"), &TrayIcon::settingsRequested);
    m_menu->addSeparator();
    add("trayQuit", QString(), tr("&Quit"), &TrayIcon::quitRequested);
}

void TrayIcon::toggleWindow()
{
    if (m_parts.window.isVisible() && !m_parts.window.isMinimized())
        m_parts.window.hide();
    else
        showWindow();
}

void TrayIcon::showWindow()
{
    QWidget &window = m_parts.window;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void TrayIcon::showNotice(const Notice &notice)
{
    if (isThere() && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(notice.title, notice.text, m_icon->icon());
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &TrayIcon::fillMenu, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey

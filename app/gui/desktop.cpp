// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/desktop.h"

#include "ui/catalogue/knownprofiles.h"
#include "ui/identities.h"
#include "ui/logindialog.h"
#include "ui/mainwindow.h"
#include "ui/settingsdialog.h"

#include <QApplication>
#include <QEvent>
#include <QSystemTrayIcon>

#include <algorithm>

namespace latchkey {

Desktop::Desktop(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_notifier(m_bus), m_notices(m_notifier, systemNow),
      m_passwords(m_notices, systemNow), m_lock(m_bus), m_shutdown(m_bus), m_idle(m_bus),
      m_destroy({parts.identities, m_lock, m_idle, m_notices}),
      m_tray({parts.window.knownProfiles(), parts.window, systemNow})
{
    wireTray();
    wireNotices();
    m_parts.window.installEventFilter(this);
    connect(&m_parts.identities, &Identities::changed, this, &Desktop::takeCaches);
    connect(&m_parts.identities, &Identities::renewingChanged, this,
            [this] { m_tray.setRenewing(m_parts.identities.isRenewing()); });
    // Nobody has the time to answer a question.
    connect(&m_shutdown, &MachineShutdown::approaching, qApp, [] { QCoreApplication::exit(0); });
    connect(&m_parts.window, &MainWindow::settingsRequested, this, &Desktop::showSettings);
    connect(&m_parts.window, &MainWindow::settingsChanged, this, &Desktop::apply);
}

void Desktop::wireTray()
{
    MainWindow &window = m_parts.window;
    // What asks or shows something needs the window.
    const auto inWindow = [this](auto signal, auto act) {
        connect(&m_tray, signal, this, [this, act](const auto &...values) {
            m_tray.showWindow();
            act(values...);
        });
    };
    inWindow(&TrayIcon::connectRequested, [&window](const QUuid &profile) { window.open(profile); });
    inWindow(&TrayIcon::signInRequested,
             [&window](const QString &principal) { window.signIn(principal, QString()); });
    inWindow(&TrayIcon::destroyRequested, [&window] { window.destroyAllTickets(); });
    inWindow(&TrayIcon::settingsRequested, [this] { showSettings(); });
    connect(&m_tray, &TrayIcon::renewRequested, &m_parts.identities, &Identities::renew);
    connect(&m_tray, &TrayIcon::defaultRequested, &m_parts.identities, &Identities::makeDefault);
    connect(&m_tray, &TrayIcon::quitRequested, qApp, &QApplication::quit);
}

void Desktop::wireNotices()
{
    MainWindow &window = m_parts.window;
    connect(&m_notifier, &Notifier::failed, &m_tray, &TrayIcon::showNotice);
    connect(&m_notifier, &Notifier::failed, &window, &MainWindow::showNotice);
    connect(&m_notifier, &Notifier::opened, &m_tray, &TrayIcon::showWindow);
    connect(&m_notifier, &Notifier::renewRequested, &m_parts.identities, &Identities::renew);
    connect(&m_notifier, &Notifier::changePasswordRequested, &window,
            [this, &window](const QString &principal) {
                m_tray.showWindow();
                window.changePassword(principal);
            });
    connect(&m_notifier, &Notifier::signInRequested, &window, [this, &window](const QString &principal) {
        m_tray.showWindow();
        window.signIn(principal, QString());
    });
}

void Desktop::start()
{
    if (std::exchange(m_started, true))
        return;
    apply();
}

void Desktop::takeCaches()
{
    m_tray.setCaches(m_parts.identities.caches());
    m_notices.setCaches(m_parts.identities.caches());
    m_passwords.setCaches(m_parts.identities.caches());
}

void Desktop::apply()
{
    if (!m_started)
        return;
    const Settings settings = m_parts.window.settings();
    const auto soon = std::max_element(settings.warnBefore.begin(), settings.warnBefore.end());
    m_tray.setSoon(soon != settings.warnBefore.end() ? *soon : std::chrono::minutes(0));
    m_tray.setRecent(settings.recentProfiles);
    m_tray.setShown(settings.showsTray);
    m_notices.setShown(settings.showsNotices);
    m_passwords.setWarning(settings.warnOfPassword);
    if (settings.destroysOnExit)
        m_shutdown.start();
    m_destroy.setRules({settings.destroysOnLock, settings.destroysWhenIdle});
}

void Desktop::showSettings()
{
    auto *dialog = new SettingsDialog(m_parts.window.settings(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHasTray(QSystemTrayIcon::isSystemTrayAvailable());
    connect(dialog, &SettingsDialog::changed, this, [this, dialog] {
        Settings settings = m_parts.window.settings();
        dialog->store(settings);
        m_parts.window.setSettings(settings);
        Q_EMIT settingsChosen();
    });
    m_idle.ask(dialog, [dialog](std::optional<IdleTime::Milliseconds> idleFor) {
        dialog->setTellsIdleTime(idleFor.has_value());
    });
    dialog->open();
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    // The tray may have come or gone since the last time.
    if (event->type() == QEvent::Close)
        QApplication::setQuitOnLastWindowClosed(!m_parts.window.settings().staysInTray || !m_tray.isThere());
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey

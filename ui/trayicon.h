// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/notice.h"
#include "ui/traystate.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace latchkey {

class KnownProfiles;

/// The tickets' state in the desktop's tray, and what one does without opening the window. Where there is no tray,
/// nothing is shown and nothing is missing.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object; `window` is what is shown and hidden.
    struct Parts
    {
        const KnownProfiles &profiles; ///< to connect to
        QWidget &window;
        Clock clock;
    };

    explicit TrayIcon(const Parts &parts, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Speaks to the desktop the first time that it is shown.
    void setShown(bool shown);
    void setCaches(const QList<krb::Cache> &caches);
    void setRenewing(bool renewing);
    /// `soon` before its end, a ticket is expiring.
    void setSoon(std::chrono::seconds soon);
    /// The profiles to connect to from here, as ids, the best first; others fill the places that are left.
    void setRecent(const QStringList &recent);

    /// The desktop has a place for the icon, and it is there.
    bool isThere() const;
    const TrayState &state() const { return m_state; }
    QMenu &menu() { return *m_menu; }

    void showWindow();
    /// Where the notification service cannot.
    void showNotice(const Notice &notice);

Q_SIGNALS:
    void connectRequested(const QUuid &profile);
    void defaultRequested(const latchkey::krb::Cache &cache);
    void signInRequested(const QString &principal);
    void renewRequested(const QString &cacheName);
    void destroyRequested();
    void settingsRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void present();
    void fillMenu();
    void addIdentities();
    void addProfiles();
    void addActions();
    void toggleWindow();

    Parts m_parts;
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_quick = nullptr; ///< in the menu: the profiles
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< made when first shown
    QTimer m_next;
    TrayState m_state;
    QList<krb::Cache> m_caches;
    bool m_renewing = false;
    std::chrono::seconds m_soon{};
    QStringList m_recent;
};

} // namespace latchkey

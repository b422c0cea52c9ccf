// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QObject>
#include <QSignalSpy>
#include <QStringList>
#include <QTest>
#include <QVariantMap>

namespace latchkey::test {

/// An object on the test's own bus (KeyringPlace::startBus()), under a service's name, as long as it lives.
class BusObject : public QObject, protected QDBusContext
{
    Q_OBJECT
public:
    ~BusObject() override;
    bool isThere() const { return m_there; }

protected:
    void appear(const QString &service, const QString &path);

private:
    QString m_service;
    QString m_path;
    bool m_there = false;
};

/// The notification service, which does nothing but remember. Silent: it takes every call and answers none.
class NotificationService : public BusObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};
    bool silent = false;
    int calls = 0;
    QList<Shown> shown; ///< the first one has the number 101
    QList<uint> closed;

    NotificationService();

public Q_SLOTS:
    QStringList GetCapabilities();
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    void answer();
};

/// The desktop's screen saver.
class ScreenSaverService : public BusObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    uint idleFor = 0; ///< milliseconds
    int asked = 0;

    ScreenSaverService();

public Q_SLOTS:
    uint GetSessionIdleTime();

Q_SIGNALS:
    void ActiveChanged(bool active);
};

/// systemd-logind's manager, which knows one session.
class LoginManager : public BusObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    static QString sessionPath();

    LoginManager();

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id);
    QDBusObjectPath GetSessionByPID(uint pid);

Q_SIGNALS:
    void PrepareForShutdown(bool active);
};

/// Sends logind's Lock from `bus`, whoever that is.
void sendLock(QDBusConnection bus);

/// Does it until `spy` has heard of it: the listening begins on another thread.
template <typename Act>
bool heard(const QSignalSpy &spy, Act act)
{
    return QTest::qWaitFor([&] {
        act();
        return !spy.isEmpty();
    });
}

} // namespace latchkey::test

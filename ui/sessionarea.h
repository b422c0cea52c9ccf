// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "core/secrets/secretstore.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/query/records.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace latchkey {

class EmptyState;
class Keychain;
class SessionTab;

/// The open sessions as tabs in the colours of their environments. Keeps what a first login teaches (the SPN to pin),
/// and asks what only the person can decide about a session; signing in is asked for by signal.
class SessionArea : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this object.
    SessionArea(const Connector &connector, KnownProfiles &profiles, Keychain &keychain,
                QWidget *parent = nullptr);

    /// For the tabs that are opened from now on.
    void setRecords(const SessionRecords &records) { m_records = records; }
    /// Opens a tab and connects; a disconnected tab of the profile is used again.
    SessionTab *open(const Profile &profile);
    SessionTab *current() const;
    QList<SessionTab *> tabs() const;

    /// Those whose transaction is open or whose statement runs.
    QList<SessionTab *> unfinished() const;
    /// The network may have changed, or the machine has slept: the sessions are asked for a sign of life.
    void checkSessions();

    /// Each asks first if a statement runs or a transaction is open.
    void closeCurrent();
    void disconnectCurrent();
    void reconnectCurrent();
    void next(int step);
    /// Shown while no session is open.
    void setHint(const QString &title, const QString &sentence);

Q_SIGNALS:
    /// The current tab, or what it says, is another one.
    void statusChanged();
    void signInNeeded(latchkey::SessionTab *tab, const QString &principal, const latchkey::Error &why);
    void failed(const latchkey::Error &error);
    void profileDropped(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void watch(SessionTab *tab);
    void close(int index);
    void drop(SessionTab *tab);
    void label(SessionTab *tab);
    void showPage();
    void takeProfiles();
    void pin(SessionTab *tab, const sql::ServerInfo &info);
    void givePassword(SessionTab *tab);
    void askPassword(SessionTab *tab);
    void useRemembered(SessionTab *tab, const secrets::Key &key);
    void takeVerdict(SessionTab *tab, bool accepted);
    void askNewSpn(SessionTab *tab);
    void offerSpn(SessionTab *tab, const QString &spn, bool proven);
    void acceptSpn(SessionTab *tab, const QString &spn);

    /// A login with a password that is under way.
    struct Attempt
    {
        secrets::Key key;
        secrets::SharedSecret toRemember; ///< none: not wanted, or remembered already
        bool isRemembered = false;
    };

    const Connector &m_connector;
    KnownProfiles &m_profiles;
    Keychain &m_keychain;
    SessionRecords m_records;
    QHash<SessionTab *, Attempt> m_attempts;
    QSet<SessionTab *> m_refused; ///< their remembered passwords, just now
    QTabWidget *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "ui/query/records.h"

#include <QWidget>

#include <memory>

class QAction;

namespace latchkey {

/// One connection with its SQL: first the steps of connecting, then header, editor and results. It never opens a
/// dialog for a lack of identity: it says by signal what is missing, and whoever gets it calls open() again.
/// `connector` must outlive the tab. Deleting the tab cancels what runs and closes the connection in the background.
class SessionTab : public QWidget
{
    Q_OBJECT
public:
    SessionTab(const Connector &connector, Profile profile, QWidget *parent = nullptr);
    ~SessionTab() override;

    /// Connects, or connects again: to whatever the host's name means now, with a ticket of now, and as the session before
    /// stood (schema, settings); what is lost is said. Refused while connecting. With password authentication and no password at hand it
    /// only emits passwordNeeded().
    void open();
    /// Cancels the login or the statement that is running; does nothing if neither is.
    void cancel();
    /// The statement under the cursor, or the selection.
    void runCurrent();
    /// Every statement, one after the other, up to the first error.
    void runAll();
    /// What can be done here, by its object's name; nothing if there is no such action.
    QAction *action(const QString &name) const;
    /// Shows the schema beside the statements, or hides it.
    void toggleSchema();
    /// Closes the connection; texts and results stay.
    void disconnectFromServer();

    /// For the next open(), used once and then forgotten here; opens at once if the tab was waiting for it.
    void setPassword(Secret password);
    /// Where texts and executed statements are kept.
    void setRecords(const SessionRecords &records);
    /// Replaces the text in the editor.
    void setSql(const QString &sql);
    /// Takes effect at the next open(); the name at once, and what makes a connected session safer: production, the guard,
    /// read-only.
    void setProfile(Profile profile);
    const Profile &profile() const;
    /// Of the server that the tab is connected to, or else the profile's.
    Environment environment() const;

    bool isConnected() const;
    bool isBusy() const; ///< connecting or running, also for an export or from the header
    bool hasOpenTransaction() const;
    /// The network may have changed: says within seconds if the connection is gone.
    void checkAlive();
    /// For the status bar: "12,400 rows · 38 ms · mysql/db1.corp.example.com@CORP.EXAMPLE.COM".
    QString statusText() const;
    /// Whose ticket the connection was opened with; empty with a password and while not connected.
    QString principal() const;

Q_SIGNALS:
    /// isConnected(), isBusy() or statusText() differ from before.
    void statusChanged();
    /// The tab's label; also emitted when the profile's name changes.
    void titleChanged(const QString &title);

    void connected(const latchkey::sql::ServerInfo &info);
    /// Nobody, or nobody suitable, is signed in, or the ticket is over. `principal` may be empty: anybody would do.
    void signInNeeded(const QString &principal, const latchkey::Error &why);
    /// The server named an SPN that the profile does not accept, and the user asks to accept the new one.
    void spnRefused(const latchkey::Error &why);
    /// open() needs a password: call setPassword().
    void passwordNeeded();
    /// The login with the password that was set is over: the server took it, or refused it. Not emitted if neither is
    /// known.
    void passwordTried(bool accepted);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey

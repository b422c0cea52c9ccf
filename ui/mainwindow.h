// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "core/profile/profilestore.h"
#include "ui/query/records.h"
#include "ui/settings.h"

#include <QMainWindow>
#include <QMap>
#include <QPointer>

#include <functional>

class QActionGroup;
class QLabel;
class QSplitter;

namespace latchkey {

class ChangePasswordDialog;
class ErrorBanner;
class Identities;
class IdentityBar;
class CatalogueDialog;
class Keychain;
class KnownProfiles;
class LoginDialog;
class ProfileActions;
class ProfileExchange;
class ProfileModel;
class ProfileTree;
class SessionArea;
class SessionTab;
class TeamCatalogues;
class TerminalClient;
class TicketPanel;
struct Notice;

/// The window: identity bar above, profiles left, sessions in the middle, tickets right. It shows and asks; what it
/// is given decides.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Everything must outlive the window.
    struct Parts
    {
        ProfileStore &profiles;
        Identities &identities;
        const Connector &connector;
        Keychain &keychain;
        TeamCatalogues &catalogues;
        SessionRecords records = {};
    };

    MainWindow(const Parts &parts, const Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What is to be remembered.
    Settings settings() const;
    /// Takes over what was chosen; the window's own geometry stays as it is.
    void setSettings(const Settings &settings);

    /// Connects to a profile; nullptr and a banner if there is none of that path.
    SessionTab *connectTo(const QString &path);
    /// Opens the sign-in dialog; `then` runs after success.
    LoginDialog *signIn(const QString &principal, const QString &reason,
                        const std::function<void()> &then = {});
    /// Opens the dialog for it.
    ChangePasswordDialog *changePassword(const QString &principal);
    ProfileActions &profileActions() { return *m_profileActions; }
    ProfileExchange &exchange() { return *m_exchange; }
    const KnownProfiles &knownProfiles() const { return *m_known; }
    void open(const QUuid &id);
    /// Asks first, and says what depends on them.
    void destroyTickets(const krb::DestroyTarget &target, const QString &what);
    void destroyAllTickets();
    void showError(const Error &error);
    /// Where the desktop shows no notices.
    void showNotice(const Notice &notice);
    void quickOpen();
    /// The network may have changed, or the machine has slept.
    void checkSessions();
    CatalogueDialog *showCatalogues();

Q_SIGNALS:
    /// Once, when the window is on the screen.
    void painted();
    void settingsRequested();
    void realmsRequested();
    /// settings() differ in more than the geometry.
    void settingsChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLayout();
    void buildMenus();
    void buildFileMenu();
    void buildIdentityMenu();
    void buildSessionMenu();
    void buildQueryMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void watchProfiles();
    void watchCatalogues();
    void watchIdentities();
    void watchTerminals();
    void updateSession();
    void updateHint();
    void rememberHabit(const SignInHabit &habit);
    void passwordChanged(const QString &principal, Secret replacement);
    void rememberInstead(const QString &principal, const Secret &replacement);
    void signInFor(const Profile &profile, const QString &principal, const Error &why,
                   const std::function<void()> &then);
    void offerCommand(const Error &error, const QString &command);
    void setScheme(theme::Scheme scheme);
    QStringList principals() const;

    Parts m_parts;
    Settings m_settings;
    bool m_wasPainted = false;
    KnownProfiles *m_known = nullptr;
    ProfileModel *m_model = nullptr;
    ProfileActions *m_profileActions = nullptr;
    ProfileExchange *m_exchange = nullptr;
    IdentityBar *m_bar = nullptr;
    ErrorBanner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    ProfileTree *m_tree = nullptr;
    SessionArea *m_sessions = nullptr;
    TicketPanel *m_tickets = nullptr;
    TerminalClient *m_terminals = nullptr;
    QLabel *m_status = nullptr;
    QActionGroup *m_themes = nullptr;
    QList<QAction *> m_needSession;
    QList<QAction *> m_needConnection;
    /// Those that are open for a tab, by whose ticket they get: principal, keytab, krb5.conf.
    QMap<QStringList, QPointer<LoginDialog>> m_signIns;
    QAction *m_noticeAction = nullptr; ///< of the notice that the banner shows
    QAction *m_copyCommand = nullptr; ///< that no terminal was there for
};

} // namespace latchkey

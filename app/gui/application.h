// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/gui/desktop.h"
#include "core/base/networkwatcher.h"
#include "core/base/walltimer.h"
#include "core/connect/connector.h"
#include "core/krb/autorenewal.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/realmservice.h"
#include "core/krb/signingagain.h"
#include "core/profile/profilestore.h"
#include "ui/catalogue/teamcatalogues.h"
#include "ui/identities.h"
#include "ui/keychain.h"
#include "ui/mainwindow.h"

#include <optional>

namespace latchkey {

class RealmDialog;

/// The program without its main(): makes everything, wires it, and remembers the window. Nothing of Kerberos is
/// touched before the window is on the screen.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `scheme` overrules the remembered one for this run.
    explicit Application(std::optional<theme::Scheme> scheme);
    /// Passwords are remembered there.
    Application(std::optional<theme::Scheme> scheme, secrets::Remembered remembered);
    ~Application() override;

    void show();
    /// Saves what is to be remembered of the window.
    void remember() const;
    /// The last thing: remember(), and destroy the tickets if that is wanted.
    void leave() const;

    RealmDialog *showRealms();

    MainWindow &window() { return m_window; }
    Identities &identities() { return m_identities; }
    Desktop &desktop() { return m_desktop; }
    const ProfileStore &profiles() const { return m_profiles; }
    TeamCatalogues &catalogues() { return m_catalogues; }
    Keychain &keychain() { return m_keychain; }

private:
    void wireRenewal();
    void tidyDrafts();
    std::optional<QList<krb::Cache>> watchedCaches() const;

    Settings m_settings;
    ProfileStore m_profiles;
    Result<> m_loaded; ///< before the window, which shows what was loaded
    TeamCatalogues m_catalogues;
    Result<> m_cataloguesLoaded; ///< likewise
    krb::KerberosService m_kerberos;
    krb::RealmService m_realms;
    krb::CacheWatcher m_watcher;
    Connector m_connector;
    Identities m_identities;
    Keychain m_keychain;
    krb::AutoRenewal m_renewal;
    krb::SigningAgain m_signingAgain;
    NetworkWatcher m_network;
    history::History m_history;
    history::Drafts m_drafts;
    WallTimer m_wake; ///< nothing is started: it tells that the machine has slept
    MainWindow m_window;
    Desktop m_desktop;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/application.h"

#include "core/base/paths.h"
#include "core/secrets/keychainstore.h"
#include "ui/realmdialog.h"

#include <QSemaphore>

#include <memory>

namespace latchkey {

namespace {

/// What a program that keeps the tickets, such as KCM's, may take to destroy them.
constexpr std::chrono::milliseconds patience{5000};

Settings settingsFor(std::optional<theme::Scheme> scheme)
{
    Settings settings = Settings::load(Settings::defaultFile());
    theme::apply(scheme.value_or(settings.scheme));
    return settings;
}

krb::RenewalRules rulesFrom(const Settings &settings, const Keychain &keychain)
{
    krb::RenewalRules rules;
    rules.renews = settings.renewsTickets;
    rules.renewAtPercent = settings.renewsAtPercent;
    rules.minimumInterval = settings.renewalInterval;
    rules.longestRetry = settings.longestRetry;
    if (settings.renewsTickets)
        rules.signsInAgain = keychain.unattendedPrincipals();
    rules.warnBefore = QList<std::chrono::seconds>(settings.warnBefore.begin(), settings.warnBefore.end());
    return rules;
}

} // namespace

Application::Application(std::optional<theme::Scheme> scheme)
    : Application(scheme, {std::make_shared<secrets::KeychainStore>(), secrets::Remembered::defaultFile()})
{ }

Application::Application(std::optional<theme::Scheme> scheme, secrets::Remembered remembered)
    : m_settings(settingsFor(scheme)), m_profiles(paths::configDir() + QStringLiteral("/profiles.json")),
      m_loaded(m_profiles.load()), m_catalogues(paths::configDir()), m_cataloguesLoaded(m_catalogues.load()),
      m_connector(m_kerberos, [this] { return watchedCaches(); }),
      m_identities(m_kerberos, m_watcher, systemNow), m_keychain(std::move(remembered)),
      m_renewal([this](const QString &cacheName) { return m_identities.keepRenewed(cacheName); }),
      m_signingAgain(
          m_renewal,
          [this](krb::SignInRequest request) { return m_keychain.signInUnattended(std::move(request)); }),
      m_window({m_profiles, m_identities, m_connector, m_keychain, m_catalogues, {&m_history, &m_drafts}},
               m_settings),
      m_desktop({m_identities, m_window})
{
    connect(&m_window, &MainWindow::painted, &m_identities, &Identities::start);
    // The desktop comes after the tickets: it is about them.
    connect(&m_identities, &Identities::changed, &m_desktop, &Desktop::start, Qt::SingleShotConnection);
    connect(&m_identities, &Identities::failed, &m_desktop, &Desktop::start, Qt::SingleShotConnection);
    connect(&m_desktop, &Desktop::settingsChosen, this, &Application::remember);
    connect(&m_window, &MainWindow::realmsRequested, this, &Application::showRealms);
    m_history.setOn(m_settings.keepsHistory);
    connect(&m_window, &MainWindow::settingsChanged, this,
            [this] { m_history.setOn(m_window.settings().keepsHistory); });
    wireRenewal();
    connect(&m_window, &MainWindow::painted, this, &Application::tidyDrafts);
}

Application::~Application() = default;

std::optional<QList<krb::Cache>> Application::watchedCaches() const
{
    return m_identities.isKnown() ? std::optional(m_identities.caches()) : std::nullopt;
}

void Application::wireRenewal()
{
    m_renewal.setRules(rulesFrom(m_settings, m_keychain));
    const auto follow = [this] { m_renewal.setRules(rulesFrom(m_window.settings(), m_keychain)); };
    connect(&m_window, &MainWindow::settingsChanged, &m_renewal, follow);
    connect(&m_keychain, &Keychain::changed, &m_renewal, follow);
    connect(&m_window, &MainWindow::painted, &m_network, &NetworkWatcher::start);
    for (const auto news : {&NetworkWatcher::changed, &NetworkWatcher::linkCame}) {
        connect(&m_network, news, &m_renewal, &krb::AutoRenewal::networkChanged);
        connect(&m_network, news, &m_catalogues, &TeamCatalogues::networkChanged);
    }
    connect(&m_network, &NetworkWatcher::changed, &m_window, &MainWindow::checkSessions);
    connect(&m_wake, &WallTimer::clockSet, &m_window, &MainWindow::checkSessions);
    connect(&m_window, &MainWindow::painted, &m_catalogues, &TeamCatalogues::start);
    connect(&m_identities, &Identities::changed, &m_renewal,
            [this] { m_renewal.setCaches(m_identities.caches()); });
    connect(&m_renewal, &krb::AutoRenewal::planned, &m_identities,
            [this] { m_identities.setOutlooks(m_renewal.outlooks()); });
    connect(&m_renewal, &krb::AutoRenewal::renewed, &m_identities, &Identities::refresh);
    connect(&m_renewal, &krb::AutoRenewal::warning, &m_desktop.notices(), &Notices::warn);
    connect(&m_renewal, &krb::AutoRenewal::failed, &m_desktop.notices(), &Notices::tellFailure);
    connect(&m_signingAgain, &krb::SigningAgain::signedIn, &m_identities, &Identities::refresh);
    connect(&m_signingAgain, &krb::SigningAgain::failed, &m_desktop.notices(),
            [this](const QString &cacheName, const krb::Principal &, const Error &why) {
                m_desktop.notices().tellSignInFailure(cacheName, why);
            });
}

/// Only where every profile is known: what could not be read has owners too.
void Application::tidyDrafts()
{
    if (!m_loaded || !m_cataloguesLoaded)
        return;
    QSet<QUuid> owners;
    for (const Profile &profile : m_profiles.profiles())
        owners.insert(profile.id);
    for (const Catalogue &catalogue : m_catalogues.all()) {
        if (catalogue.document.profiles.isEmpty())
            return; // its copy may be missing
        for (const Profile &profile : catalogue.document.profiles)
            owners.insert(profile.id);
    }
    m_drafts.tidy(owners, systemNow());
}

RealmDialog *Application::showRealms()
{
    auto *dialog = new RealmDialog(m_realms, m_identities.caches(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RealmDialog::configurationChanged, &m_identities, &Identities::refresh);
    dialog->open();
    return dialog;
}

void Application::show()
{
    for (const Result<> *loaded : {&m_cataloguesLoaded, &m_loaded}) {
        if (!*loaded)
            m_window.showError(loaded->error());
    }
    m_window.show();
}

void Application::remember() const
{
    m_window.settings().save(Settings::defaultFile());
}

void Application::leave() const
{
    remember();
    if (!m_window.settings().destroysOnExit)
        return;
    const auto over = std::make_shared<QSemaphore>();
    m_kerberos.destroy(krb::AllCaches{}).then([over](const Result<int> &) { over->release(); });
    over->tryAcquire(1, static_cast<int>(patience.count())); // nobody looks at a window any more
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/mainwindow.h"

#include "core/base/whendone.h"
#include "ui/catalogue/cataloguedialog.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/errorbanner.h"
#include "ui/identities.h"
#include "ui/identitybar.h"
#include "ui/keychain.h"
#include "ui/notice.h"
#include "ui/profile/terminalclient.h"
#include "ui/profileactions.h"
#include "ui/profileexchange.h"
#include "ui/profilemodel.h"
#include "ui/profiletree.h"
#include "ui/questions.h"
#include "ui/quickopen.h"
#include "ui/schema/workbench.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"
#include "ui/ticketdependants.h"
#include "ui/ticketpanel.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace latchkey {

MainWindow::MainWindow(const Parts &parts, const Settings &settings, QWidget *parent)
    : QMainWindow(parent), m_parts(parts), m_settings(settings)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Latchkey"));
    m_known = new KnownProfiles(m_parts.profiles, m_parts.catalogues, this);
    m_model = new ProfileModel(this);
    m_model->setDocument(m_parts.profiles.document());
    buildLayout();
    buildMenus();
    watchProfiles();
    watchCatalogues();
    watchIdentities();
    watchTerminals();
    resize(1440, 900);
    m_splitter->setSizes({320, 780, 340});
    restoreGeometry(settings.geometry);
    m_splitter->restoreState(settings.splitter);
    m_tree->setVisible(settings.showsProfiles);
    m_tickets->setVisible(settings.showsTickets);
    m_tickets->restore(settings);
    Workbench::lastLayout() = {settings.schemaWidth, settings.showsSchema, settings.completesAlone};
    m_tree->setClosedFolders(settings.closedFolders);
    m_tree->setRecent(settings.recentProfiles);
    updateSession();
    updateHint();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout()
{
    m_bar = new IdentityBar(m_parts.identities, this);
    m_banner = new ErrorBanner(this);
    m_tree = new ProfileTree(*m_model, this);
    m_profileActions =
        new ProfileActions({m_parts.profiles, *m_model, *m_tree, [this] { return principals(); },
                            [this](Connector::Request request, std::stop_token stop) {
                                return m_parts.connector.open(std::move(request), std::move(stop));
                            },
                            *m_known, &m_parts.keychain},
                           this);
    m_exchange = new ProfileExchange(m_parts.profiles, *m_known, *m_tree, this);
    m_tree->setFirstSteps(m_profileActions->newAction(), m_exchange->importAction());
    m_sessions = new SessionArea(m_parts.connector, *m_known, m_parts.keychain, this);
    m_sessions->setRecords(m_parts.records);
    m_tickets = new TicketPanel(m_parts.identities, this);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    for (QWidget *part : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_sessions),
                          static_cast<QWidget *>(m_tickets)})
        m_splitter->addWidget(part);
    m_splitter->setStretchFactor(1, 1);
    m_tree->setMinimumWidth(220);
    m_tickets->setMinimumWidth(260);
    m_sessions->setMinimumWidth(360);

    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    setCentralWidget(central);

    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setContentsMargins(theme::unit, 0, theme::unit, 0);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    statusBar()->addPermanentWidget(m_status);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::watchProfiles()
{
    connect(&m_parts.profiles, &ProfileStore::changed, this, [this] {
        m_model->setDocument(m_parts.profiles.document());
        updateHint();
    });
    connect(m_sessions, &SessionArea::profileDropped, this, &MainWindow::open);
    connect(m_profileActions, &ProfileActions::connectRequested, this, &MainWindow::open);
    connect(m_exchange, &ProfileExchange::imported, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_profileActions, &ProfileActions::failed, this, &MainWindow::showError);
}

void MainWindow::watchCatalogues()
{
    TeamCatalogues &catalogues = m_parts.catalogues;
    const auto show = [this, &catalogues] {
        QSet<QUuid> refreshing;
        for (const Catalogue &each : catalogues.all()) {
            if (catalogues.isRefreshing(each.subscription.id))
                refreshing.insert(each.subscription.id);
        }
        m_model->setCatalogues(catalogues.all(), refreshing, systemNow());
        updateHint();
    };
    connect(&catalogues, &TeamCatalogues::changed, this, show);
    connect(&catalogues, &TeamCatalogues::failed, this,
            [this](const QString &sentence) { m_banner->showWarning(sentence); });
    if (!catalogues.all().isEmpty())
        show();
}

CatalogueDialog *MainWindow::showCatalogues()
{
    auto *dialog = new CatalogueDialog(m_parts.catalogues, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::watchIdentities()
{
    Identities &identities = m_parts.identities;
    const auto ask = [this](const QString &principal) { signIn(principal, QString()); };
    connect(m_bar, &IdentityBar::signInRequested, this, ask);
    connect(m_tickets, &TicketPanel::signInRequested, this, ask);
    connect(m_bar, &IdentityBar::renewRequested, &identities, &Identities::renew);
    connect(m_tickets, &TicketPanel::renewRequested, &identities, &Identities::renew);
    connect(m_tickets, &TicketPanel::destroyRequested, this, &MainWindow::destroyTickets);
    connect(m_bar, &IdentityBar::destroyRequested, this, &MainWindow::destroyTickets);
    connect(&identities, &Identities::changed, this, [this] {
        m_model->setTickets(m_parts.identities.caches(), m_parts.identities.now());
        updateHint();
    });
    connect(&identities, &Identities::failed, this, &MainWindow::showError);
    connect(&identities, &Identities::done, this, [this](const QString &sentence) {
        m_banner->clear();
        statusBar()->showMessage(sentence, 8000);
    });
    connect(&identities, &Identities::noted, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(&m_parts.keychain, &Keychain::failed, this, &MainWindow::showError);
    connect(&m_parts.keychain, &Keychain::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_sessions, &SessionArea::statusChanged, this, &MainWindow::updateSession);
    connect(m_sessions, &SessionArea::failed, this, &MainWindow::showError);
    connect(m_sessions, &SessionArea::signInNeeded, this,
            [this](SessionTab *tab, const QString &principal, const Error &why) {
                signInFor(tab->profile(), principal, why, [guard = QPointer(tab)] {
                    if (guard)
                        guard->open();
                });
            });
}

void MainWindow::updateSession()
{
    const SessionTab *tab = m_sessions->current();
    m_status->setText(tab ? tab->statusText() : QString());
    for (QAction *action : std::as_const(m_needSession))
        action->setEnabled(tab);
    for (QAction *action : std::as_const(m_needConnection))
        action->setEnabled(tab && tab->isConnected());
    setWindowTitle(tab ? tr("%1 – Latchkey").arg(tab->profile().path()) : tr("Latchkey"));
}

void MainWindow::updateHint()
{
    if (m_model->profileCount() == 0)
        m_sessions->setHint(tr("Start with a profile"),
                            tr("A profile says which server and whose tickets. Make one with Ctrl+N."));
    else if (m_parts.identities.isKnown() && m_parts.identities.caches().isEmpty())
        m_sessions->setHint(tr("Sign in, then connect"),
                            tr("Sign in once with Ctrl+L; after that a double-click on a profile connects, "
                               "without a password."));
    else
        m_sessions->setHint(
            tr("No session is open"),
            tr("Double-click a profile, or press Ctrl+P and type a few letters of its name."));
}

void MainWindow::open(const QUuid &id)
{
    const Profile *profile = m_known->find(id);
    if (!profile)
        return;
    m_sessions->open(*profile);
    m_settings.rememberRecent(id.toString());
    m_tree->setRecent(m_settings.recentProfiles);
    Q_EMIT settingsChanged();
}

SessionTab *MainWindow::connectTo(const QString &path)
{
    const Result<Profile> profile = m_known->findByPath(path);
    if (!profile) {
        showError(profile.error());
        return nullptr;
    }
    m_tree->select(profile->id);
    return m_sessions->open(*profile);
}

void MainWindow::destroyTickets(const krb::DestroyTarget &target, const QString &what)
{
    QStringList sessions;
    for (const SessionTab *tab : m_sessions->tabs())
        if (tab->isConnected())
            sessions += tab->principal();
    Identities &identities = m_parts.identities;
    const TicketDependants dependants =
        dependantsOf(target, identities.caches(), identities.outlooks(), sessions);
    if (dependants.isEmpty()) {
        identities.destroy(target);
        return;
    }
    QStringList follows;
    if (dependants.sessions > 0)
        follows +=
            tr("%n open session(s) stay connected until they are closed.", nullptr, dependants.sessions);
    if (dependants.renewal)
        follows += tr("The tickets are not renewed by themselves any more.");
    follows += tr("You have to sign in again to connect.");
    ask(this,
        {tr("Destroy tickets"), tr("Destroy %1?").arg(what), follows.join(QLatin1Char(' ')),
         tr("Destroy tickets"), true},
        [&identities, target] { identities.destroy(target); });
}

void MainWindow::destroyAllTickets()
{
    destroyTickets(krb::AllCaches{}, tr("all credential caches"));
}

void MainWindow::checkSessions()
{
    m_sessions->checkSessions();
}

void MainWindow::quickOpen()
{
    auto *dialog = new QuickOpen(m_known->all(), m_settings.recentProfiles, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QuickOpen::chosen, this, &MainWindow::open);
    connect(dialog, &QuickOpen::chosenForTerminal, m_terminals, &TerminalClient::open);
    const QPoint top = mapToGlobal(QPoint((width() - dialog->width()) / 2, m_bar->height() + theme::page));
    dialog->move(top);
    dialog->show();
}

void MainWindow::showError(const Error &error)
{
    if (error.code != Error::Code::Cancelled)
        m_banner->showError(error);
}

void MainWindow::setScheme(theme::Scheme scheme)
{
    Settings settings = m_settings;
    settings.scheme = scheme;
    setSettings(settings);
}

void MainWindow::setSettings(const Settings &settings)
{
    const auto before = std::exchange(m_settings, settings).scheme;
    if (before != settings.scheme)
        theme::apply(settings.scheme);
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(settings.scheme));
    Q_EMIT settingsChanged();
}

Settings MainWindow::settings() const
{
    Settings settings = m_settings;
    settings.geometry = saveGeometry();
    settings.splitter = m_splitter->saveState();
    settings.closedFolders = m_tree->closedFolders();
    settings.showsProfiles = !m_tree->isHidden();
    settings.showsTickets = !m_tickets->isHidden();
    m_tickets->store(settings);
    const Workbench::Layout &layout = Workbench::lastLayout();
    settings.schemaWidth = layout.schemaWidth;
    settings.showsSchema = layout.showsSchema;
    settings.completesAlone = layout.completesAlone;
    return settings;
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_parts.identities.isKnown())
        m_parts.identities.refresh();
    return QMainWindow::event(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (std::exchange(m_wasPainted, true))
        return;
    QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection);
    // Loads a plugin and draws in many sizes: not before the window is there.
    QMetaObject::invokeMethod(
        this, [this] { setWindowIcon(QIcon(QStringLiteral(":/latchkey.svg"))); }, Qt::QueuedConnection);
}

} // namespace latchkey

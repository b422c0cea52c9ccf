// SPDX-License-Identifier: GPL-2.0-or-later
// The menus of the main window: one function a menu.
#include "ui/mainwindow.h"

#include "ui/helpdialogs.h"
#include "ui/icons.h"
#include "ui/identities.h"
#include "ui/identitybar.h"
#include "ui/panefocus.h"
#include "ui/profileactions.h"
#include "ui/profileexchange.h"
#include "ui/profiletree.h"
#include "ui/schema/workbench.h"
#include "ui/session/sessionentries.h"
#include "ui/session/transactionbar.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"
#include "ui/ticketpanel.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace latchkey {

namespace {

/// The key is shown after the text; the editor itself listens to it, so it works where the cursor is.
QString withKey(const QString &text, const QKeySequence &key)
{
    return text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText);
}

} // namespace

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildIdentityMenu();
    buildSessionMenu();
    buildQueryMenu();
    buildViewMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(m_profileActions->newAction());
    menu->addAction(m_profileActions->newFolderAction());
    menu->addAction(m_exchange->pasteAction());
    menu->addAction(icons::icon(QStringLiteral("search")), tr("Quick &open…"), Qt::CTRL | Qt::Key_P, this,
                    &MainWindow::quickOpen);
    menu->addSeparator();
    menu->addAction(m_profileActions->undoAction());
    menu->addAction(m_profileActions->redoAction());
    menu->addSeparator();
    menu->addAction(m_profileActions->editAction());
    menu->addAction(m_profileActions->favouriteAction());
    menu->addAction(m_profileActions->duplicateAction());
    menu->addMenu(m_profileActions->copyMenu());
    menu->addAction(m_profileActions->removeAction());
    menu->addSeparator();
    menu->addAction(m_exchange->importAction());
    menu->addAction(m_exchange->importFromAwsAction());
    menu->addAction(m_exchange->exportAction());
    QAction *catalogues = menu->addAction(icons::icon(QStringLiteral("team")), tr("Team catalo&gues…"), this,
                                          &MainWindow::showCatalogues);
    catalogues->setObjectName(QStringLiteral("teamCatalogues"));
    menu->addSeparator();
    menu->addAction(icons::icon(QStringLiteral("settings")), tr("&Settings…"), Qt::CTRL | Qt::Key_Comma, this,
                    &MainWindow::settingsRequested);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, qApp, &QApplication::quit);
}

void MainWindow::buildIdentityMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Identity"));
    menu->addAction(icons::icon(QStringLiteral("sign-in")), tr("&Sign in…"), Qt::CTRL | Qt::Key_L, this,
                    [this] { signIn(QString(), QString()); });
    menu->addAction(icons::icon(QStringLiteral("renew")), tr("&Renew"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                    this, [this] {
                        if (const krb::Cache *cache = m_parts.identities.defaultCache())
                            m_parts.identities.renew(cache->name);
                    });
    menu->addSeparator();
    menu->addAction(icons::icon(QStringLiteral("lock")), tr("&Change password…"), this, [this] {
        const krb::Cache *cache = m_parts.identities.defaultCache();
        changePassword(cache ? cache->principal->text() : QString());
    });
    menu->addSeparator();
    menu->addAction(icons::icon(QStringLiteral("destroy")), tr("&Destroy tickets…"), Qt::CTRL | Qt::Key_D,
                    this, &MainWindow::destroyAllTickets);
    menu->addSeparator();
    menu->addAction(icons::icon(QStringLiteral("settings")), tr("Rea&lm configuration…"), this,
                    &MainWindow::realmsRequested);
}

void MainWindow::buildSessionMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Session"));
    // Enter connects where the profiles have the focus; the tree itself listens to it.
    m_profileActions->connectAction()->setText(withKey(tr("&Connect"), Qt::Key_Return));
    menu->addAction(m_profileActions->connectAction());
    menu->addAction(m_profileActions->terminalAction());
    m_needSession.append(menu->addAction(icons::icon(QStringLiteral("refresh")), tr("&Reconnect"),
                                         Qt::CTRL | Qt::SHIFT | Qt::Key_O, m_sessions,
                                         &SessionArea::reconnectCurrent));
    m_needConnection.append(menu->addAction(icons::icon(QStringLiteral("disconnect")), tr("&Disconnect"),
                                            m_sessions, &SessionArea::disconnectCurrent));
    menu->addSeparator();
    auto *transactions = new SessionEntries(*menu, [this] { return m_sessions->current(); });
    for (const ActionLook &look : TransactionBar::looks())
        transactions->add(look);
    menu->addSeparator();
    m_needSession.append(menu->addAction(tr("&Next session"), Qt::CTRL | Qt::Key_PageDown, this,
                                         [this] { m_sessions->next(1); }));
    m_needSession.append(menu->addAction(tr("&Previous session"), Qt::CTRL | Qt::Key_PageUp, this,
                                         [this] { m_sessions->next(-1); }));
    menu->addSeparator();
    m_needSession.append(menu->addAction(icons::icon(QStringLiteral("close")), tr("C&lose session"),
                                         Qt::CTRL | Qt::Key_W, m_sessions, &SessionArea::closeCurrent));
}

void MainWindow::buildQueryMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Query"));
    fillQueryMenu(*menu, [this] { return m_sessions->current(); });
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->addAction(icons::icon(QStringLiteral("search")), tr("&Filter profiles"), Qt::CTRL | Qt::Key_K, this,
                    [this] {
                        m_tree->show();
                        m_tree->focusFilter();
                    });
    menu->addAction(icons::icon(QStringLiteral("refresh")), tr("&Refresh tickets"), QKeySequence::Refresh,
                    &m_parts.identities, &Identities::refresh);
    menu->addSeparator();
    const auto toggle = [menu](const QString &text, const QKeySequence &key, QWidget *panel, bool shown) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setCheckable(true);
        action->setChecked(shown);
        QObject::connect(action, &QAction::toggled, panel, &QWidget::setVisible);
    };
    toggle(tr("&Profiles"), Qt::CTRL | Qt::Key_1, m_tree, m_settings.showsProfiles);
    toggle(tr("&Tickets"), Qt::CTRL | Qt::Key_2, m_tickets, m_settings.showsTickets);
    m_needSession.append(menu->addAction(icons::icon(QStringLiteral("schema")),
                                         withKey(tr("S&chema"), Qt::CTRL | Qt::Key_3), this, [this] {
                                             if (SessionTab *tab = m_sessions->current())
                                                 tab->toggleSchema();
                                         }));
    QMenu *server = menu->addMenu(tr("&Server"));
    auto *views = new SessionEntries(*server, [this] { return m_sessions->current(); });
    for (const ActionLook &look : Workbench::viewLooks())
        views->add(look);
    menu->addSeparator();
    const auto movePane = [this](int step) {
        return [this, step] { moveFocusByPane({m_bar, m_tree, m_sessions, m_tickets}, step); };
    };
    // In the editor Tab types; this leads out of it.
    menu->addAction(tr("&Next pane"), Qt::Key_F6, this, movePane(1));
    menu->addAction(tr("Pre&vious pane"), Qt::SHIFT | Qt::Key_F6, this, movePane(-1));
    menu->addSeparator();
    QMenu *themes = menu->addMenu(tr("T&heme"));
    m_themes = new QActionGroup(themes);
    const auto add = [&](const QString &text, theme::Scheme scheme) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.scheme == scheme);
        action->setData(static_cast<int>(scheme));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { setScheme(scheme); });
    };
    add(tr("As the &desktop"), theme::Scheme::System);
    add(tr("&Light"), theme::Scheme::Light);
    add(tr("D&ark"), theme::Scheme::Dark);
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(icons::icon(QStringLiteral("info")), tr("&Keyboard shortcuts"),
                    QKeySequence::HelpContents, this, [this] { showShortcuts(*menuBar(), this); });
    menu->addSeparator();
    menu->addAction(tr("&About Latchkey"), this, [this] { showAbout(this); });
    menu->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

} // namespace latchkey

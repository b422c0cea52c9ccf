// SPDX-License-Identifier: GPL-2.0-or-later
// Opening profiles in other programs, in the main window.
#include "ui/mainwindow.h"

#include "ui/catalogue/knownprofiles.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/identities.h"
#include "ui/profile/terminalclient.h"
#include "ui/profileactions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QStatusBar>

namespace latchkey {

void MainWindow::watchTerminals()
{
    m_terminals = new TerminalClient(*m_known, m_parts.identities, this);
    connect(m_profileActions, &ProfileActions::terminalRequested, m_terminals, &TerminalClient::open);
    connect(m_terminals, &TerminalClient::signInNeeded, this,
            [this](const Profile &profile, const Error &why) {
                signInFor(profile, profile.identity.principal, why, [this, id = profile.id] {
                    connect(
                        &m_parts.identities, &Identities::changed, m_terminals,
                        [this, id] { m_terminals->open(id); }, Qt::SingleShotConnection);
                });
            });
    connect(m_terminals, &TerminalClient::failed, this, &MainWindow::showError);
    connect(m_terminals, &TerminalClient::terminalMissing, this, &MainWindow::offerCommand);
    connect(m_terminals, &TerminalClient::noted, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    m_copyCommand = new QAction(icons::icon(QStringLiteral("copy")), tr("Copy the command"), this);
    connect(m_copyCommand, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_copyCommand->data().toString()); });
}

void MainWindow::offerCommand(const Error &error, const QString &command)
{
    m_copyCommand->setData(command);
    m_banner->showError(error, {m_copyCommand});
}

} // namespace latchkey

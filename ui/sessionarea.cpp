// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionarea.h"
#include "core/connect/passwordkey.h"

#include "core/base/whendone.h"
#include "core/connect/identityvalues.h"
#include "core/sql/serverprobe.h"
#include "ui/emptystate.h"
#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/keychain.h"
#include "ui/passworddialog.h"
#include "ui/profiletree.h"
#include "ui/questions.h"
#include "ui/session/closeguard.h"
#include "ui/session/endquestion.h"
#include "ui/sessiontab.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace latchkey {

namespace {

QString accountOf(const Profile &saved)
{
    const Profile profile = asUsed(saved);
    return profile.account.isEmpty() ? profile.identity.principal.section(QLatin1Char('@'), 0, 0)
                                     : profile.account;
}

} // namespace

SessionArea::SessionArea(const Connector &connector, KnownProfiles &profiles, Keychain &keychain,
                         QWidget *parent)
    : QWidget(parent), m_connector(connector), m_profiles(profiles), m_keychain(keychain)
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("sessions"));
    m_tabs->setAccessibleName(tr("Sessions"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setIconSize({16, 16});
    m_empty = new EmptyState(QStringLiteral("connect"), tr("No session is open"), QString(), this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_tabs);
    setAcceptDrops(true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);

    new CloseGuard(*this);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &SessionArea::close);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SessionArea::statusChanged);
    connect(&m_profiles, &KnownProfiles::changed, this, &SessionArea::takeProfiles);
}

void SessionArea::setHint(const QString &title, const QString &sentence)
{
    m_empty->setText(title, sentence);
}

QList<SessionTab *> SessionArea::tabs() const
{
    QList<SessionTab *> all;
    for (int i = 0; i < m_tabs->count(); ++i)
        all.append(qobject_cast<SessionTab *>(m_tabs->widget(i)));
    return all;
}

SessionTab *SessionArea::current() const
{
    return qobject_cast<SessionTab *>(m_tabs->currentWidget());
}

SessionTab *SessionArea::open(const Profile &profile)
{
    SessionTab *tab = nullptr;
    for (SessionTab *candidate : tabs())
        if (candidate->profile().id == profile.id && !candidate->isConnected() && !candidate->isBusy())
            tab = candidate;
    if (tab) {
        tab->setProfile(profile);
    } else {
        tab = new SessionTab(m_connector, profile, m_tabs);
        tab->setRecords(m_records);
        watch(tab);
        m_tabs->addTab(tab, profile.name);
    }
    label(tab);
    showPage();
    m_tabs->setCurrentWidget(tab);
    tab->open();
    tab->setFocus();
    return tab;
}

void SessionArea::watch(SessionTab *tab)
{
    connect(tab, &SessionTab::statusChanged, this, [this, tab] {
        if (tab == current())
            Q_EMIT statusChanged();
    });
    connect(tab, &SessionTab::titleChanged, this, [this, tab] { label(tab); });
    connect(tab, &SessionTab::signInNeeded, this, [this, tab](const QString &principal, const Error &why) {
        Q_EMIT signInNeeded(tab, principal, why);
    });
    connect(tab, &SessionTab::connected, this, [this, tab](const sql::ServerInfo &info) { pin(tab, info); });
    connect(tab, &SessionTab::passwordNeeded, this, [this, tab] { givePassword(tab); });
    connect(tab, &SessionTab::passwordTried, this,
            [this, tab](bool accepted) { takeVerdict(tab, accepted); });
    connect(tab, &SessionTab::spnRefused, this, [this, tab] { askNewSpn(tab); });
}

void SessionArea::label(SessionTab *tab)
{
    const int index = m_tabs->indexOf(tab);
    if (index < 0)
        return;
    const Profile &profile = tab->profile();
    const EnvironmentLook look = lookOf(tab->environment());
    const QString where = profile.folder.isEmpty() ? QString() : profile.folder.last();
    m_tabs->setTabText(index,
                       where.isEmpty() ? profile.name : QStringLiteral("%1 · %2").arg(where, profile.name));
    m_tabs->setTabIcon(index, look.icon.isEmpty() ? icons::icon(QStringLiteral("database"))
                                                  : icons::icon(look.icon, look.colour));
    m_tabs->setTabToolTip(index, look.word.isEmpty() ? profile.path()
                                                     : tr("%1 – %2").arg(profile.path(), look.word));
    m_tabs->tabBar()->setTabTextColor(index,
                                      look.icon.isEmpty() ? QColor() : theme::colour(look.colour, palette()));
}

void SessionArea::showPage()
{
    m_pages->setCurrentIndex(m_tabs->count() == 0 ? 0 : 1);
}

QList<SessionTab *> SessionArea::unfinished() const
{
    QList<SessionTab *> open = tabs();
    open.removeIf([](const SessionTab *tab) {
        return !tab->hasOpenTransaction() && !(tab->isConnected() && tab->isBusy());
    });
    return open;
}

void SessionArea::checkSessions()
{
    for (SessionTab *tab : tabs())
        tab->checkAlive();
}

void SessionArea::closeCurrent()
{
    if (m_tabs->count() > 0)
        close(m_tabs->currentIndex());
}

void SessionArea::close(int index)
{
    if (auto *tab = qobject_cast<SessionTab *>(m_tabs->widget(index)))
        endAfterAsking(*tab, SessionEnd::Close, [this, tab] { drop(tab); });
}

void SessionArea::disconnectCurrent()
{
    if (SessionTab *tab = current())
        endAfterAsking(*tab, SessionEnd::Disconnect, [tab] { tab->disconnectFromServer(); });
}

void SessionArea::reconnectCurrent()
{
    if (SessionTab *tab = current())
        endAfterAsking(*tab, SessionEnd::Reconnect, [tab] { tab->open(); });
}

void SessionArea::drop(SessionTab *tab)
{
    m_attempts.remove(tab);
    m_refused.remove(tab);
    m_tabs->removeTab(m_tabs->indexOf(tab));
    tab->deleteLater();
    showPage();
    Q_EMIT statusChanged();
}

void SessionArea::next(int step)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

void SessionArea::takeProfiles()
{
    for (SessionTab *tab : tabs()) {
        const Profile *profile = m_profiles.find(tab->profile().id);
        if (!profile || *profile == tab->profile())
            continue;
        tab->setProfile(*profile);
        label(tab);
    }
}

void SessionArea::pin(SessionTab *tab, const sql::ServerInfo &info)
{
    const Profile *stored = m_profiles.find(tab->profile().id);
    if (!stored)
        return;
    const QString spn = spnToPin(*stored, info);
    if (spn.isEmpty())
        return;
    whenDone(m_profiles.pin(stored->id, stored->host, spn), this, [this](const Result<Profile> &pinned) {
        if (!pinned)
            Q_EMIT failed(pinned.error());
    });
}

void SessionArea::givePassword(SessionTab *tab)
{
    const secrets::Key key = passwordKey(tab->profile());
    const bool fromKeychain = tab->profile().authentication == Authentication::KeychainPassword
                              && !m_refused.remove(tab) && m_keychain.isRemembered(key);
    if (fromKeychain)
        useRemembered(tab, key);
    else
        askPassword(tab);
}

void SessionArea::askPassword(SessionTab *tab)
{
    const Profile profile = tab->profile();
    const secrets::Key key = passwordKey(profile);
    auto *dialog = new PasswordDialog(tr("%1 on %2").arg(accountOf(profile), profile.host), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerKeychain(m_keychain, key.account);
    connect(dialog, &QDialog::accepted, tab, [this, tab, dialog, key] {
        if (dialog->usesRemembered())
            return useRemembered(tab, key);
        Secret typed = dialog->takePassword();
        const auto copy = dialog->wantsRemembering() ? std::make_shared<const Secret>(typed.view()) : nullptr;
        m_attempts.insert(tab, {key, copy, false});
        tab->setPassword(std::move(typed));
    });
    dialog->open();
}

void SessionArea::useRemembered(SessionTab *tab, const secrets::Key &key)
{
    whenDone(m_keychain.read(key, {}), tab, [this, tab, key](const Result<secrets::SharedSecret> &read) {
        if (!read) {
            Q_EMIT failed(read.error());
            return askPassword(tab);
        }
        m_attempts.insert(tab, {key, nullptr, true});
        tab->setPassword(Secret((*read)->view()));
    });
}

void SessionArea::takeVerdict(SessionTab *tab, bool accepted)
{
    const Attempt attempt = m_attempts.take(tab);
    if (accepted && attempt.toRemember)
        m_keychain.remember(attempt.key, Secret(attempt.toRemember->view()));
    if (accepted || !attempt.isRemembered)
        return;
    m_keychain.distrust(attempt.key);
    if (tab->profile().authentication != Authentication::KeychainPassword)
        return;
    m_refused.insert(tab); // so that it is typed this time
    QMetaObject::invokeMethod(tab, &SessionTab::open, Qt::QueuedConnection);
}

void SessionArea::askNewSpn(SessionTab *tab)
{
    const Profile profile = tab->profile();
    whenDone(sql::probeServer(profile, accountOf(profile)), this,
             [this, guard = QPointer(tab)](Result<sql::ProbeReport> report) {
                 if (!report)
                     Q_EMIT failed(report.error());
                 else if (guard && !report->spn.isEmpty())
                     offerSpn(guard, report->spn, report->tlsVerified);
             });
}

void SessionArea::offerSpn(SessionTab *tab, const QString &spn, bool proven)
{
    const QString expected = tab->profile().pinnedSpn;
    const QString now = expected.isEmpty() ? tr("The server names a service of an unusual kind: %1").arg(spn)
                                           : tr("Expected: %1\nNow named: %2").arg(expected, spn);
    const QString proof = proven ? tr("The server’s certificate is valid for %1.").arg(tab->profile().host)
                                 : tr("Nothing proves that this is the right server: its certificate could "
                                      "not be verified.");
    ask(this,
        {tr("Accept the new service name"),
         tr("Should “%1” trust the service name that the server gives now?").arg(tab->profile().name),
         QStringLiteral("%1\n\n%2 %3")
             .arg(
                 now, proof,
                 tr("Accept it only if you know that the server was renamed or moved: whoever is behind that "
                    "name gets a ticket of yours.")),
         tr("Accept the new name"), true},
        [this, guard = QPointer(tab), spn] {
            if (guard)
                acceptSpn(guard, spn);
        });
}

void SessionArea::acceptSpn(SessionTab *tab, const QString &spn)
{
    const auto accept = [spn](Profile &profile) { profile.pinnedSpn = spn; };
    whenDone(m_profiles.change(tab->profile().id, accept), tab, [this, tab](const Result<Profile> &accepted) {
        if (!accepted) {
            Q_EMIT failed(accepted.error());
            return;
        }
        tab->setProfile(*accepted); // it may not have arrived among the others yet
        label(tab);
        tab->open();
    });
}

void SessionArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_tabs)
        for (SessionTab *tab : tabs())
            label(tab);
    QWidget::changeEvent(event);
}

void SessionArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(ProfileModel::mimeFormat()))
        event->acceptProposedAction();
}

void SessionArea::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // they stay where they are
    event->accept();
    for (const QByteArray &id : event->mimeData()->data(ProfileModel::mimeFormat()).split('\n'))
        Q_EMIT profileDropped(QUuid(id));
}

} // namespace latchkey

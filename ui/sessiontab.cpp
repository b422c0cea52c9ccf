// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessiontab.h"

#include "ui/connectprogress.h"
#include "ui/focusforward.h"
#include "ui/query/querycommand.h"
#include "ui/querypane.h"
#include "ui/schema/workbench.h"
#include "ui/session/endquestion.h"
#include "ui/session/protection.h"
#include "ui/session/sessionbanner.h"
#include "ui/session/sessionlogin.h"
#include "ui/session/sessionrestoring.h"
#include "ui/session/sessionrun.h"
#include "ui/session/sessionstanding.h"
#include "ui/session/transactionbar.h"
#include "ui/sessionheader.h"
#include "ui/sqleditor.h"

#include <QAction>
#include <QTimer>
#include <QVBoxLayout>

namespace latchkey {

/// The parts of a tab, and what follows in one of them from what happens in another.
struct SessionTab::Private
{
    Private(SessionTab *tab, const Connector &usedConnector, Profile usedProfile)
        : q(tab), connector(usedConnector), profile(std::move(usedProfile)), login(usedConnector)
    { }

    void build();
    void watchParts();
    void watchLogin();
    void applyProfile();
    void connectNow();
    void takeAnswer(const SessionLogin::Answer &answer);
    void showConnected();
    void showLost(const Error &error);
    void showState();
    void closeSession();
    void offerQueries();

    SessionTab *q;
    const Connector &connector;
    Profile shownProfile() const;

    Profile profile;
    Profile opened; ///< as it was when the session was opened
    std::shared_ptr<const Secret> password;
    bool waitsForPassword = false;
    std::shared_ptr<sql::Session> session;

    ConnectProgress *progress = nullptr;
    SessionHeader *header = nullptr;
    SessionBanner *banner = nullptr;
    QueryPane *queries = nullptr;
    Workbench *workbench = nullptr; ///< around the queries
    QAction *cancelConnecting = nullptr;

    SessionLogin login;
    SessionRestoring restoring;
    std::unique_ptr<SessionStanding> standing; ///< in the header
};

SessionTab::SessionTab(const Connector &connector, Profile profile, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, connector, std::move(profile)))
{
    d->build();
    d->watchParts();
    d->watchLogin();
    d->applyProfile();
}

SessionTab::~SessionTab()
{
    delete d->workbench; // before what its signals would reach
}

void SessionTab::Private::build()
{
    progress = new ConnectProgress;
    header = new SessionHeader;
    banner = new SessionBanner;
    queries = new QueryPane;
    workbench = new Workbench(queries);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(progress);
    layout->addWidget(header);
    layout->addWidget(banner);
    layout->addWidget(workbench, 1);
    progress->hide();
    header->hide();
    workbench->hide(); // a moment later, so that the window is held up by its parts one after the other
    QTimer::singleShot(0, workbench, [this] {
        workbench->show();
        if (q->hasFocus())
            queries->setFocus();
    });
    new FocusForward(*q, *queries);
    q->addActions(header->transactions().actions());
    cancelConnecting = new QAction(SessionTab::tr("Cancel connecting"), q);
    cancelConnecting->setShortcut(Qt::Key_Escape);
    cancelConnecting->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    cancelConnecting->setEnabled(false); // then Escape belongs to the statement that runs
    q->addAction(cancelConnecting);
    connect(cancelConnecting, &QAction::triggered, q, &SessionTab::cancel);
}

void SessionTab::Private::watchParts()
{
    standing = std::make_unique<SessionStanding>(*header);
    const auto lost = [this](const Error &why) { showLost(why); };
    connect(progress, &ConnectProgress::cancelRequested, q, &SessionTab::cancel);
    connect(queries, &QueryPane::statusChanged, q, [this] { showState(); });
    connect(queries, &QueryPane::sessionLost, q, lost);
    connect(queries->action(QueryCommand::Stop), &QAction::triggered, standing.get(),
            &SessionStanding::cancel);
    connect(standing.get(), &SessionStanding::changed, q, [this] { showState(); });
    connect(standing.get(), &SessionStanding::lost, q, lost);
    connect(standing.get(), &SessionStanding::failed, q,
            [this](const Error &error) { banner->showError(error); });
    connect(standing.get(), &SessionStanding::roleUnexpected, banner, &SessionBanner::showUnexpectedRole);
    connect(&restoring, &SessionRestoring::restored, q, [this](const QString &sentences, bool isComplete) {
        banner->showRestored(sentences, isComplete);
        if (session && !session->state().schema.isEmpty())
            workbench->setDatabase(session->state().schema);
        showState();
    });
    connect(banner, &SessionBanner::openRequested, q,
            [this] { endAfterAsking(*q, SessionEnd::Reconnect, [this] { q->open(); }); });
    connect(banner, &SessionBanner::newSpnRequested, q, &SessionTab::spnRefused);
    connect(banner, &SessionBanner::signInRequested, q,
            [this](const Error &why) { Q_EMIT q->signInNeeded(profile.identity.principal, why); });
}

void SessionTab::Private::watchLogin()
{
    connect(&login, &SessionLogin::stepReached, progress, &ConnectProgress::advance);
    connect(&login, &SessionLogin::passwordTried, q, &SessionTab::passwordTried);
    connect(&login, &SessionLogin::answered, q,
            [this](const SessionLogin::Answer &answer) { takeAnswer(answer); });
    connect(&login, &SessionLogin::ended, q, [this](const Error &why) {
        if (session && !session->isOpen())
            showLost(why);
    });
}

Profile SessionTab::Private::shownProfile() const
{
    return session ? whileConnected(opened, profile) : profile;
}

void SessionTab::Private::applyProfile()
{
    const Profile shown = shownProfile();
    header->showProfile(shown);
    queries->setGuard({u"%1 (%2)"_qs.arg(shown.name, shown.host), shown.isGuarded(), shown.readOnly,
                       shown.environment == Environment::Production});
    workbench->setReadOnly(shown.readOnly);
    Q_EMIT q->titleChanged(profile.name);
}

void SessionTab::open()
{
    if (d->login.isUnderWay())
        return;
    if (!d->profile.usesTickets() && !d->password) {
        d->waitsForPassword = true;
        Q_EMIT passwordNeeded();
        return;
    }
    d->connectNow();
}

void SessionTab::Private::connectNow()
{
    closeSession();
    cancelConnecting->setEnabled(true);
    banner->clear();
    header->hide();
    progress->start(profile);
    progress->show();
    opened = profile;
    login.start(profile, std::exchange(password, nullptr));
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::takeAnswer(const SessionLogin::Answer &answer)
{
    cancelConnecting->setEnabled(false);
    if (answer) {
        session = *answer;
        showConnected();
    } else {
        progress->fail();
        banner->showFailure(profile, answer.error());
    }
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::showConnected()
{
    progress->hide();
    applyProfile();
    header->showSession(session->info());
    header->show();
    restoring.restore(session, opened.host);
    offerQueries();
    standing->begin(session, profile.endpoint);
    showState();
    Q_EMIT q->connected(session->info());
}

void SessionTab::Private::offerQueries()
{
    const schema::Run run = runOn(session);
    queries->setRun(workbench->observed(run),
                    workbench->counting(run, [session = session] { return session->state(); }));
    const sql::ServerInfo &info = session->info();
    workbench->connectTo(
        {run, openLike(connector, opened, session), opened.schema, info.version, info.principal, info.user});
}

/// After each statement, and whenever one begins.
void SessionTab::Private::showState()
{
    standing->show(queries->isRunning());
    queries->setBusyBeside(standing->isSending());
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::showLost(const Error &error)
{
    Error why = error;
    if (session)
        why.message = (QStringList(error.message) + sql::lostState(session->state())).join(u' ');
    closeSession();
    header->showDisconnected();
    banner->showLost(why);
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::closeSession()
{
    standing->end();
    workbench->closeConnection();
    queries->setRun({});
    queries->setBusyBeside(false);
    if (session && opened.host == profile.host && opened.schema == profile.schema)
        restoring.remember(session->state());
    session.reset();
    applyProfile();
}

void SessionTab::cancel()
{
    if (d->login.isUnderWay())
        d->login.cancel();
    else {
        d->queries->cancel();
        d->standing->cancel();
    }
}

void SessionTab::runCurrent()
{
    d->queries->runCurrent();
}

void SessionTab::runAll()
{
    d->queries->runAll();
}

QAction *SessionTab::action(const QString &name) const
{
    const bool isConnecting = d->login.isUnderWay();
    return isConnecting && name == u"stopStatement" ? d->cancelConnecting : findChild<QAction *>(name);
}

void SessionTab::disconnectFromServer()
{
    if (d->login.isUnderWay())
        return cancel();
    if (!d->session)
        return;
    d->closeSession();
    d->header->showDisconnected();
    d->banner->showDisconnected(d->profile);
    Q_EMIT statusChanged();
}

void SessionTab::toggleSchema()
{
    d->workbench->schemaAction()->toggle();
}

void SessionTab::setPassword(Secret password)
{
    d->password = std::make_shared<const Secret>(std::move(password));
    if (std::exchange(d->waitsForPassword, false))
        open();
}

void SessionTab::setRecords(const SessionRecords &records)
{
    d->queries->setRecords(records, d->profile.id, d->profile.path());
}

void SessionTab::setSql(const QString &sql)
{
    d->queries->editor().setText(sql);
}

void SessionTab::setProfile(Profile profile)
{
    if (d->profile.host != profile.host || d->profile.schema != profile.schema)
        d->restoring.forget(); // it was a session of another kind
    d->profile = std::move(profile);
    d->applyProfile();
}

const Profile &SessionTab::profile() const
{
    return d->profile;
}

Environment SessionTab::environment() const
{
    return d->shownProfile().environment;
}

bool SessionTab::isConnected() const
{
    return d->session != nullptr;
}

bool SessionTab::isBusy() const
{
    return d->login.isUnderWay() || d->queries->isRunning() || d->workbench->hasStatementUnderWay()
           || d->standing->isSending();
}

bool SessionTab::hasOpenTransaction() const
{
    return d->session && d->session->state().inTransaction;
}

void SessionTab::checkAlive()
{
    if (d->session)
        d->session->checkAlive();
}

QString SessionTab::principal() const
{
    return d->session ? d->session->info().principal : QString();
}

QString SessionTab::statusText() const
{
    if (d->login.isUnderWay())
        return tr("Connecting to %1…").arg(d->profile.host);
    if (!d->session)
        return tr("Not connected");
    QStringList parts{d->queries->statusText(), d->session->info().spn};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessiontab.h"

#include "core/connect/passwordkey.h"
#include "core/sql/serverfacts.h"
#include "core/sql/sessionstate.h"
#include "ui/connectprogress.h"
#include "ui/errorbanner.h"
#include "ui/focusforward.h"
#include "ui/icons.h"
#include "ui/querypane.h"
#include "ui/schema/workbench.h"
#include "ui/session/transactionbar.h"
#include "ui/sessionheader.h"
#include "ui/sessionrelay.h"
#include "ui/sqleditor.h"
#include "ui/theme.h"

#include <QAction>
#include <QTimer>
#include <QVBoxLayout>

namespace latchkey {
namespace {

bool needsSignIn(const Error &error)
{
    return error.code == Error::Code::NotSignedIn || error.code == Error::Code::TicketExpired;
}

} // namespace

struct SessionTab::Private
{
    Private(SessionTab *tab, const Connector &usedConnector, Profile usedProfile)
        : q(tab), connector(usedConnector), profile(std::move(usedProfile))
    { }

    void build();
    void addActions();
    void connectNow();
    void showAnswer(Result<std::shared_ptr<sql::Session>> answer);
    void showConnected();
    void showFailure(const Error &error);
    void judgePassword(const Result<std::shared_ptr<sql::Session>> &answer);
    void showLost(const Error &error);
    void closeSession();
    void askForFacts();
    void takeFacts(const sql::ServerFacts &facts);
    void showState();
    void runByHand(const QString &statement);
    void restore();
    void showRestored(const sql::SessionState &was, const QStringList &problems);
    void offerQueries();
    schema::SideConnection::Open openAnother() const;
    void applyProfile();

    SessionTab *q;
    const Connector &connector;
    Profile profile;
    std::shared_ptr<const Secret> password;
    bool waitsForPassword = false;

    std::shared_ptr<sql::Session> session;
    std::optional<sql::SessionState>
        before; ///< of the session that was open last, until the next one is as it was
    bool handRuns = false; ///< what a button of the header has sent
    bool askedAgain = false; ///< for the facts, as a write was refused
    const std::shared_ptr<SessionRelay> answers = SessionRelay::make();
    std::shared_ptr<SessionRelay> steps; ///< of the login under way
    std::stop_source stop;
    bool connecting = false;
    Error lastError;

    ConnectProgress *progress = nullptr;
    SessionHeader *header = nullptr;
    ErrorBanner *banner = nullptr;
    QueryPane *queries = nullptr;
    Workbench *workbench = nullptr; ///< around the queries
    QAction *tryAgain = nullptr;
    QAction *reconnect = nullptr;
    QAction *signIn = nullptr;
    QAction *acceptSpn = nullptr;
    QAction *cancelConnecting = nullptr;
};

SessionTab::SessionTab(const Connector &connector, Profile profile, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, connector, std::move(profile)))
{
    d->build();
    d->applyProfile();
}

SessionTab::~SessionTab()
{
    d->answers->close();
    d->stop.request_stop();
    if (d->steps)
        d->steps->close();
    delete d->workbench; // before what its signals would reach
}

void SessionTab::Private::build()
{
    progress = new ConnectProgress;
    header = new SessionHeader;
    banner = new ErrorBanner;
    banner->setObjectName(u"sessionBanner"_qs);
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

    connect(progress, &ConnectProgress::cancelRequested, q, &SessionTab::cancel);
    connect(queries, &QueryPane::statusChanged, q, [this] { showState(); });
    connect(&header->transactions(), &TransactionBar::statementChosen, q,
            [this](const QString &statement) { runByHand(statement); });
    q->addActions(header->transactions().actions());
    connect(queries, &QueryPane::sessionLost, q, [this](const Error &why) { showLost(why); });
    addActions();
}

void SessionTab::Private::addActions()
{
    tryAgain = new QAction(icons::icon(u"refresh"_qs), SessionTab::tr("Try again"), q);
    reconnect = new QAction(icons::icon(u"connect"_qs), SessionTab::tr("Reconnect"), q);
    signIn = new QAction(icons::icon(u"sign-in"_qs), SessionTab::tr("Sign in…"), q);
    acceptSpn = new QAction(icons::icon(u"key"_qs), SessionTab::tr("Accept new service name…"), q);
    cancelConnecting = new QAction(SessionTab::tr("Cancel connecting"), q);
    cancelConnecting->setShortcut(Qt::Key_Escape);
    cancelConnecting->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    cancelConnecting->setEnabled(false); // then Escape belongs to the statement that runs
    q->addAction(cancelConnecting);
    connect(cancelConnecting, &QAction::triggered, q, &SessionTab::cancel);
    connect(tryAgain, &QAction::triggered, q, &SessionTab::open);
    connect(reconnect, &QAction::triggered, q, &SessionTab::open);
    connect(signIn, &QAction::triggered, q,
            [this] { Q_EMIT q->signInNeeded(profile.identity.principal, lastError); });
    connect(acceptSpn, &QAction::triggered, q, [this] { Q_EMIT q->spnRefused(lastError); });
}

void SessionTab::Private::applyProfile()
{
    header->showProfile(profile);
    queries->setGuard({u"%1 (%2)"_qs.arg(profile.name, profile.host), profile.isGuarded(), profile.readOnly,
                       profile.environment == Environment::Production});
    Q_EMIT q->titleChanged(profile.name);
}

void SessionTab::open()
{
    if (d->connecting)
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
    connecting = true;
    cancelConnecting->setEnabled(true);
    stop = std::stop_source();
    banner->clear();
    header->hide();
    progress->start(profile);
    progress->show();

    steps = SessionRelay::make();
    Connector::Request request;
    request.profile = profile;
    request.password = std::exchange(password, nullptr);
    request.onStep = [relay = steps, shown = progress](sql::Step step) {
        relay->post([shown, step] { shown->advance(step); });
    };
    request.onEnd = [relay = answers, this](const Error &why) {
        relay->post([this, why] {
            if (session && !session->isOpen())
                showLost(why);
        });
    };
    deliver(connector.open(std::move(request), stop.get_token()), answers,
            [this](Result<std::shared_ptr<sql::Session>> answer) { showAnswer(std::move(answer)); });
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::showAnswer(Result<std::shared_ptr<sql::Session>> answer)
{
    connecting = false;
    cancelConnecting->setEnabled(false);
    steps->close();
    judgePassword(answer);
    if (answer) {
        session = std::move(answer).value();
        showConnected();
    } else {
        showFailure(answer.error());
    }
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::judgePassword(const Result<std::shared_ptr<sql::Session>> &answer)
{
    if (profile.usesTickets())
        return;
    if (answer)
        Q_EMIT q->passwordTried(true);
    else if (isPasswordRefused(answer.error()))
        Q_EMIT q->passwordTried(false);
}

void SessionTab::Private::showConnected()
{
    progress->hide();
    header->showProfile(profile);
    header->showSession(session->info());
    header->show();
    restore();
    offerQueries();
    askForFacts();
    showState();
    Q_EMIT q->connected(session->info());
}

void SessionTab::Private::offerQueries()
{
    const schema::Run run = [session = session](QString sql, sql::RowSink sink, sql::RunLimits limits,
                                                std::stop_token token) {
        return session->run(std::move(sql), std::move(sink), limits, std::move(token));
    };
    queries->setRun(workbench->observed(run));
    const sql::ServerInfo &info = session->info();
    workbench->connectTo({run, openAnother(), profile.schema, info.version, info.principal, info.user});
}

/// As connectNow() does, with the same profile, caches and password.
schema::SideConnection::Open SessionTab::Private::openAnother() const
{
    return [&connector = connector, profile = profile,
            password = session->options().password](std::stop_token token) {
        return connector.open({profile, password, {}}, std::move(token))
            .then([](const Result<std::shared_ptr<sql::Session>> &opened) -> Result<schema::Run> {
                if (!opened)
                    return opened.error();
                return schema::Run([another = *opened](QString sql, sql::RowSink sink, sql::RunLimits limits,
                                                       std::stop_token stopping) {
                    return another->run(std::move(sql), std::move(sink), limits, std::move(stopping));
                });
            });
    };
}

void SessionTab::Private::askForFacts()
{
    deliver(sql::askServerFacts(*session), answers,
            [this, asked = session.get()](const Result<sql::ServerFacts> &facts) {
                if (asked == session.get() && facts)
                    takeFacts(*facts);
            });
}

void SessionTab::Private::takeFacts(const sql::ServerFacts &facts)
{
    header->showFacts(facts);
    if (const auto problem = sql::unexpectedRole(profile.endpoint, facts))
        banner->showWarning(*problem, {reconnect});
}

/// After each statement, and whenever one begins.
void SessionTab::Private::showState()
{
    if (session) {
        const sql::SessionState state = session->state();
        header->showState(state, queries->isRunning() || handRuns);
        if (state.refusedWrite && !std::exchange(askedAgain, true))
            askForFacts(); // a fail-over may have made the server a reader
    }
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::runByHand(const QString &statement)
{
    if (!session || handRuns)
        return;
    handRuns = true;
    showState();
    deliver(session->run(statement, {}), answers,
            [this, ran = session.get()](const Result<sql::StatementSummary> &done) {
                if (ran != session.get())
                    return;
                handRuns = false;
                if (!done && done.error().code == Error::Code::SessionLost)
                    return showLost(done.error());
                if (!done)
                    banner->showError(done.error());
                showState();
            });
}

/// Brings a new session to where the one before was, as far as that is possible, before anything else runs in it.
void SessionTab::Private::restore()
{
    handRuns = askedAgain = false;
    if (!before)
        return;
    const sql::SessionState was = *std::exchange(before, std::nullopt);
    const QStringList statements = sql::restoringStatements(was, session->state());
    const auto problems = std::make_shared<QStringList>(); // filled by the session's thread, read behind it
    QFuture<Result<sql::StatementSummary>> last;
    for (const QString &statement : statements)
        last = session->run(statement, {}).then([problems, statement](Result<sql::StatementSummary> done) {
            if (!done)
                problems->append(SessionTab::tr("“%1” failed: %2").arg(statement, done.error().message));
            return done;
        });
    if (statements.isEmpty())
        return showRestored(was, {});
    deliver(last, answers,
            [this, was, problems, restored = session.get()](const Result<sql::StatementSummary> &) {
                if (restored != session.get())
                    return;
                showRestored(was, *problems);
                showState();
            });
}

void SessionTab::Private::showRestored(const sql::SessionState &was, const QStringList &problems)
{
    const QStringList lost = problems + sql::lostState(was);
    QString sentence = SessionTab::tr("Connected to %1 again, with a new session.").arg(profile.host);
    if (const QString schema = session->state().schema; !schema.isEmpty())
        sentence += u' ' + SessionTab::tr("Its schema is %1.").arg(schema);
    if (lost.isEmpty())
        banner->showInfo(sentence);
    else
        banner->showWarning(sentence + u' ' + lost.join(u' '));
}

void SessionTab::Private::showFailure(const Error &error)
{
    lastError = error;
    progress->fail();
    if (error.code == Error::Code::Cancelled) {
        banner->showInfo(SessionTab::tr("Connecting to %1 was cancelled.").arg(profile.name), {tryAgain});
        return;
    }
    QList<QAction *> actions{tryAgain};
    if (needsSignIn(error))
        actions.prepend(signIn);
    if (error.code == Error::Code::SpnRefused)
        actions.prepend(acceptSpn);
    banner->showError(error, actions);
    if (needsSignIn(error))
        Q_EMIT q->signInNeeded(profile.identity.principal, error);
}

void SessionTab::Private::showLost(const Error &error)
{
    Error why = error;
    if (session)
        why.message = (QStringList(error.message) + sql::lostState(session->state())).join(u' ');
    closeSession();
    header->showDisconnected();
    banner->showError(why, {reconnect});
    Q_EMIT q->statusChanged();
}

void SessionTab::Private::closeSession()
{
    workbench->closeConnection();
    queries->setRun({});
    if (session)
        before = session->state();
    session.reset();
}

void SessionTab::cancel()
{
    if (d->connecting)
        d->stop.request_stop();
    else
        d->queries->cancel();
}

void SessionTab::runCurrent()
{
    d->queries->runCurrent();
}

void SessionTab::runAll()
{
    d->queries->runAll();
}

void SessionTab::disconnectFromServer()
{
    if (d->connecting)
        return cancel();
    if (!d->session)
        return;
    d->closeSession();
    d->header->showDisconnected();
    d->banner->showInfo(
        tr("Disconnected from %1. Texts and results stay until the tab is closed.").arg(d->profile.name),
        {d->reconnect});
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
        d->before.reset(); // it was a session of another kind
    d->profile = std::move(profile);
    d->applyProfile();
}

const Profile &SessionTab::profile() const
{
    return d->profile;
}

bool SessionTab::isConnected() const
{
    return d->session != nullptr;
}

bool SessionTab::isBusy() const
{
    return d->connecting || d->queries->isRunning();
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
    if (d->connecting)
        return tr("Connecting to %1…").arg(d->profile.host);
    if (!d->session)
        return tr("Not connected");
    QStringList parts{d->queries->statusText(), d->session->info().spn};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

} // namespace latchkey

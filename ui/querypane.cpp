// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/querypane.h"

#include "core/sql/statementsplitter.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/questions.h"
#include "ui/result/offerexport.h"
#include "ui/resulttabs.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {
namespace {

constexpr quint64 defaultRowLimit = 10'000;
constexpr int mostAsked = 5; // statements named in a question
constexpr int shownStatement = 200; // characters, in questions and banners
constexpr auto clockStep = std::chrono::milliseconds(100);

QString shortened(const QString &sql)
{
    const QString line = sql.simplified();
    return line.size() <= shownStatement ? line : line.left(shownStatement) + u'…';
}

} // namespace

struct QueryPane::Private
{
    explicit Private(QueryPane *pane) : q(pane) { }

    void build();
    void buildActions();
    QWidget *buildToolBar();
    QWidget *buildResults();
    QAction *addAction(const QString &name, const QString &icon, const QString &text,
                       const QKeySequence &keys);
    QToolButton *button(QAction *action, Qt::ToolButtonStyle style);
    void connectRunner();

    QList<StatementRunner::Statement> statementsOf(const QString &script, qsizetype offset) const;
    void request(QList<StatementRunner::Statement> statements);
    void refuse(const StatementRunner::Statement &statement);
    void ask(QList<StatementRunner::Statement> statements, const QStringList &writing);
    void start(const QList<StatementRunner::Statement> &statements);
    void fetchAll(ResultGrid *grid, StatementRunner::Statement statement);

    void showEnd(const StatementRunner::Statement &statement, const Result<sql::StatementSummary> &result);
    void showFailure(const StatementRunner::Statement &statement, const Error &error);
    void showFinished();
    void showState();
    void showStatement(qsizetype offset, const QString &sql);
    int lineOf(qsizetype offset) const;

    QueryPane *q;
    StatementRunner *runner = nullptr;
    StatementRunner::Run run;
    Guard guard;

    QAction *runAction = nullptr;
    QAction *runAllAction = nullptr;
    QAction *stopAction = nullptr;
    QAction *commentAction = nullptr;
    SqlEditor *editor = nullptr;
    ErrorBanner *banner = nullptr;
    ResultTabs *results = nullptr;
    QLabel *state = nullptr;
    QTimer clock;

    QString lastOutcome;
};

QueryPane::QueryPane(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    d->build();
}

QueryPane::~QueryPane()
{
    d->runner->disconnect(this);
}

void QueryPane::Private::build()
{
    runner = new StatementRunner(q);
    editor = new SqlEditor;
    banner = new ErrorBanner;
    buildActions();

    auto *upper = new QWidget;
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins({});
    upperLayout->setSpacing(0);
    upperLayout->addWidget(buildToolBar());
    upperLayout->addWidget(editor, 1);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(buildResults());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    q->setFocusProxy(editor);

    clock.setInterval(clockStep);
    QObject::connect(&clock, &QTimer::timeout, q, [this] { showState(); });
    connectRunner();
    showState();
}

QAction *QueryPane::Private::addAction(const QString &name, const QString &icon, const QString &text,
                                       const QKeySequence &keys)
{
    auto *action = new QAction(icons::icon(icon), text, q);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(QueryPane::tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    q->addAction(action);
    return action;
}

void QueryPane::Private::buildActions()
{
    runAction = addAction(u"runStatement"_qs, u"run"_qs, QueryPane::tr("Run"),
                          QKeySequence(Qt::CTRL | Qt::Key_Return));
    runAction->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    runAllAction = addAction(u"runAll"_qs, u"run-all"_qs, QueryPane::tr("Run all"),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    stopAction =
        addAction(u"stopStatement"_qs, u"stop"_qs, QueryPane::tr("Stop"), QKeySequence(Qt::Key_Escape));
    commentAction = addAction(u"toggleComment"_qs, u"edit"_qs, QueryPane::tr("Comment or uncomment"),
                              QKeySequence(Qt::CTRL | Qt::Key_Slash));
    connect(runAction, &QAction::triggered, q, &QueryPane::runCurrent);
    connect(runAllAction, &QAction::triggered, q, &QueryPane::runAll);
    connect(stopAction, &QAction::triggered, q, &QueryPane::cancel);
    connect(commentAction, &QAction::triggered, editor, &SqlEditor::toggleComment);
}

QToolButton *QueryPane::Private::button(QAction *action, Qt::ToolButtonStyle style)
{
    auto *made = new QToolButton;
    made->setDefaultAction(action);
    made->setToolButtonStyle(style);
    made->setAutoRaise(true);
    made->setObjectName(action->objectName() + u"Button"_qs);
    return made;
}

QWidget *QueryPane::Private::buildToolBar()
{
    auto *bar = new QWidget;
    state = new QLabel;
    state->setObjectName(u"queryState"_qs);
    state->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->setSpacing(theme::half);
    layout->addWidget(button(runAction, Qt::ToolButtonTextBesideIcon));
    layout->addWidget(button(runAllAction, Qt::ToolButtonTextBesideIcon));
    layout->addWidget(button(stopAction, Qt::ToolButtonTextBesideIcon));
    layout->addStretch();
    layout->addWidget(state);
    return bar;
}

QWidget *QueryPane::Private::buildResults()
{
    results = new ResultTabs;
    connect(results, &ResultTabs::historyChosen, editor, &SqlEditor::insertStatement);
    connect(results, &ResultTabs::statementChosen, q,
            [this](qsizetype offset, const QString &sql) { showStatement(offset, sql); });
    connect(
        results, &ResultTabs::fetchAllRequested, q,
        [this](ResultGrid *grid, const StatementRunner::Statement &statement) { fetchAll(grid, statement); });
    connect(results, &ResultTabs::exportRequested, q,
            [this](ResultGrid *grid, const StatementRunner::Statement &statement) {
                offerExport(*grid, statement, run);
            });

    auto *lower = new QWidget;
    auto *layout = new QVBoxLayout(lower);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(banner);
    layout->addWidget(results, 1);
    return lower;
}

void QueryPane::Private::connectRunner()
{
    connect(runner, &StatementRunner::started, results, &ResultTabs::beginStatement);
    connect(runner, &StatementRunner::columnsArrived, results, &ResultTabs::showColumns);
    connect(runner, &StatementRunner::rowsArrived, results, &ResultTabs::append);
    connect(runner, &StatementRunner::started, q, [this] { showState(); });
    connect(runner, &StatementRunner::cancelling, q, [this] { showState(); });
    connect(runner, &StatementRunner::ended, q,
            [this](const StatementRunner::Statement &statement, const Result<sql::StatementSummary> &result) {
                showEnd(statement, result);
            });
    connect(runner, &StatementRunner::finished, q, [this] { showFinished(); });
}

/// Where it stood, or if that has been edited, where the same text stands now.
void QueryPane::Private::showStatement(qsizetype offset, const QString &sql)
{
    const QString script = editor->text();
    const qsizetype begin = QStringView(script).mid(offset).startsWith(sql) ? offset : script.indexOf(sql);
    if (begin >= 0)
        editor->select(begin, begin + sql.size());
}

void QueryPane::setRun(StatementRunner::Run run)
{
    d->runner->cancel();
    d->run = std::move(run);
    d->showState();
}

void QueryPane::setGuard(Guard guard)
{
    d->guard = std::move(guard);
}

SqlEditor &QueryPane::editor()
{
    return *d->editor;
}

bool QueryPane::isRunning() const
{
    return d->runner->isRunning();
}

void QueryPane::cancel()
{
    d->runner->cancel();
}

QList<StatementRunner::Statement> QueryPane::Private::statementsOf(const QString &script,
                                                                   qsizetype offset) const
{
    QList<StatementRunner::Statement> statements;
    for (const sql::ScriptPiece &piece : sql::splitScript(script))
        if (!piece.isBlank())
            statements.append({piece.sql(script).toString(), offset + piece.sqlBegin, {defaultRowLimit}});
    return statements;
}

void QueryPane::runCurrent()
{
    const QString selected = d->editor->selectedText();
    if (!selected.trimmed().isEmpty()) {
        d->request(d->statementsOf(selected, d->editor->selectionBegin()));
        return;
    }
    const QString script = d->editor->text();
    const auto piece = sql::statementAt(script, d->editor->cursor());
    if (piece)
        d->request({{piece->sql(script).toString(), piece->sqlBegin, {defaultRowLimit}}});
    else
        d->request({});
}

void QueryPane::runAll()
{
    d->request(d->statementsOf(d->editor->text(), 0));
}

void QueryPane::Private::request(QList<StatementRunner::Statement> statements)
{
    if (!run || runner->isRunning())
        return;
    if (statements.isEmpty()) {
        banner->showInfo(QueryPane::tr("There is no statement to run: write one, then press Ctrl+Enter."));
        return;
    }
    QStringList writing;
    for (const StatementRunner::Statement &statement : statements) {
        if (!sql::mayWrite(statement.sql))
            continue;
        if (guard.readOnly)
            return refuse(statement);
        writing.append(shortened(statement.sql));
    }
    results->refetch(nullptr);
    if (guard.asks && !writing.isEmpty())
        ask(std::move(statements), writing);
    else
        start(statements);
}

void QueryPane::Private::refuse(const StatementRunner::Statement &statement)
{
    const QString sentence =
        QueryPane::tr(
            "Nothing was sent, because this profile is read-only and the statement may write: “%1”. "
            "Use a profile that may write, or change this one.")
            .arg(shortened(statement.sql));
    banner->showWarning(sentence);
    results->addNote(sentence);
}

void QueryPane::Private::ask(QList<StatementRunner::Statement> statements, const QStringList &writing)
{
    Question question;
    question.title = guard.production ? QueryPane::tr("Production") : QueryPane::tr("Statements that write");
    question.text =
        QueryPane::tr("Run %n statement(s) that may write on %1?", nullptr, static_cast<int>(writing.size()))
            .arg(guard.server);
    question.explanation = writing.mid(0, mostAsked).join(u"\n\n"_qs);
    question.verb = guard.production ? QueryPane::tr("Run on production") : QueryPane::tr("Run");
    question.destructive = true;
    latchkey::ask(q, question, [this, statements = std::move(statements)] {
        if (run)
            start(statements);
    });
}

void QueryPane::Private::start(const QList<StatementRunner::Statement> &statements)
{
    banner->clear();
    lastOutcome.clear();
    results->beginRun();
    clock.start();
    runner->start(run, statements);
    Q_EMIT q->statusChanged();
}

void QueryPane::Private::fetchAll(ResultGrid *grid, StatementRunner::Statement statement)
{
    if (!run || runner->isRunning())
        return;
    statement.limits.maxRows = 0;
    results->refetch(grid);
    start({statement});
}

int QueryPane::Private::lineOf(qsizetype offset) const
{
    return static_cast<int>(editor->text().left(offset).count(u'\n')) + 1;
}

void QueryPane::Private::showEnd(const StatementRunner::Statement &statement,
                                 const Result<sql::StatementSummary> &result)
{
    results->endStatement(statement, lineOf(statement.offset), result);
    if (!result) {
        showFailure(statement, result.error());
        return;
    }
    lastOutcome = QueryPane::tr("%1 · %2").arg(rowCountText(result->rowCount), elapsedText(result->elapsed));
}

void QueryPane::Private::showFailure(const StatementRunner::Statement &statement, const Error &error)
{
    if (error.code == Error::Code::Cancelled) {
        lastOutcome = QueryPane::tr("Cancelled");
        return;
    }
    lastOutcome = QueryPane::tr("Failed");
    if (error.code == Error::Code::SessionLost) {
        Q_EMIT q->sessionLost(error);
        return;
    }
    Error placed = error;
    placed.detail = statement.sql + u"\n\n"_qs + error.detail;
    banner->showError(placed);
}

void QueryPane::Private::showFinished()
{
    clock.stop();
    results->endRun();
    showState();
    Q_EMIT q->statusChanged();
}

QString QueryPane::statusText() const
{
    if (!d->runner->isRunning())
        return d->lastOutcome;
    const double seconds = static_cast<double>(d->runner->elapsed().count()) / 1000;
    const QString elapsed = locale().toString(seconds, 'f', 1);
    return d->runner->isCancelling() ? tr("Cancelling… %1 s").arg(elapsed) : tr("Running… %1 s").arg(elapsed);
}

void QueryPane::Private::showState()
{
    const bool idle = !runner->isRunning();
    runAction->setEnabled(run && idle);
    runAllAction->setEnabled(run && idle);
    stopAction->setEnabled(!idle && !runner->isCancelling());
    state->setText(q->statusText());
    if (!idle)
        Q_EMIT q->statusChanged();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/querypane.h"

#include "core/script/statementsplitter.h"
#include "ui/errorbanner.h"
#include "ui/focusforward.h"
#include "ui/query/editortabs.h"
#include "ui/query/findbar.h"
#include "ui/query/historyview.h"
#include "ui/query/queryactions.h"
#include "ui/query/rungate.h"
#include "ui/query/statementformat.h"
#include "ui/result/offerexport.h"
#include "ui/resulttabs.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"

#include <QEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace latchkey {
namespace {

constexpr quint64 defaultRowLimit = 10'000;
constexpr auto clockStep = std::chrono::milliseconds(100);

using Statements = QList<StatementRunner::Statement>;

} // namespace

struct QueryPane::Private
{
    explicit Private(QueryPane *pane) : q(pane) { }

    void build();
    void connectEditing();
    QWidget *buildResults();
    void connectRunner();

    Statements statementsOf(const QString &script, qsizetype offset) const;
    void request(Statements statements);
    void refuse(const QString &sentence);
    void start(const Statements &statements);
    void fetchAll(ResultGrid *grid, StatementRunner::Statement statement);
    void showHistory();

    void showEnd(const StatementRunner::Statement &statement, const Result<sql::StatementSummary> &result);
    void showFailure(const StatementRunner::Statement &statement, const Error &error);
    void showFinished();
    void showCounting();
    void showState();
    void showStatement(qsizetype offset, const QString &sql);
    int lineOf(qsizetype offset) const;
    SqlEditor &editor() const { return editors->editor(); }

    QueryPane *q;
    StatementRunner *runner = nullptr;
    RunGate *gate = nullptr;
    StatementRunner::Run run;
    QUuid profile;
    QString profilePath;
    std::chrono::sys_time<std::chrono::milliseconds> began{}; ///< of the statement that runs

    QueryActions *actions = nullptr;
    EditorTabs *editors = nullptr;
    FindBar *findBar = nullptr;
    ErrorBanner *banner = nullptr;
    ResultTabs *results = nullptr;
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
    d->gate->disconnect(this);
    d->editors->disconnect(this);
}

void QueryPane::Private::build()
{
    runner = new StatementRunner(q);
    gate = new RunGate(q);
    editors = new EditorTabs;
    findBar = new FindBar;
    banner = new ErrorBanner;
    auto *upper = new QWidget;
    actions = new QueryActions(q, upper);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins({});
    upperLayout->setSpacing(0);
    upperLayout->addWidget(actions);
    upperLayout->addWidget(editors, 1);
    upperLayout->addWidget(findBar);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(buildResults());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    new FocusForward(*q, *editors);

    clock.setInterval(clockStep);
    QObject::connect(&clock, &QTimer::timeout, q, [this] { showState(); });
    connectEditing();
    connectRunner();
    showState();
}

void QueryPane::Private::connectEditing()
{
    connect(actions->run, &QAction::triggered, q, &QueryPane::runCurrent);
    connect(actions->runAll, &QAction::triggered, q, &QueryPane::runAll);
    connect(actions->stop, &QAction::triggered, q, &QueryPane::cancel);
    connect(actions->stopOnError, &QAction::toggled, runner, &StatementRunner::setStopsOnError);
    connect(actions->history, &QAction::triggered, q, [this] { showHistory(); });
    connect(actions->comment, &QAction::triggered, q, [this] { editor().toggleComment(); });
    connect(actions->format, &QAction::triggered, q, [this] { formatStatements(editor()); });
    connect(actions->find, &QAction::triggered, findBar, [this] { findBar->start(false); });
    connect(actions->replace, &QAction::triggered, findBar, [this] { findBar->start(true); });
    connect(actions->findNext, &QAction::triggered, findBar, [this] { findBar->next(1); });
    connect(actions->findPrevious, &QAction::triggered, findBar, [this] { findBar->next(-1); });
    connect(actions->newEditor, &QAction::triggered, editors, &EditorTabs::addEditor);
    connect(actions->closeEditor, &QAction::triggered, editors,
            [this] { editors->closeEditor(editors->currentIndex()); });
    connect(actions->nextEditor, &QAction::triggered, editors, [this] { editors->next(1); });
    connect(actions->previousEditor, &QAction::triggered, editors, [this] { editors->next(-1); });
    connect(actions->open, &QAction::triggered, editors, &EditorTabs::chooseFile);
    connect(actions->save, &QAction::triggered, editors, &EditorTabs::save);
    connect(actions->saveAs, &QAction::triggered, editors, &EditorTabs::chooseName);
    connect(editors, &EditorTabs::editorChanged, findBar, &FindBar::setEditor);
    connect(editors, &EditorTabs::noted, banner,
            [this](const QString &sentence) { banner->showInfo(sentence); });
    connect(editors, &EditorTabs::failed, banner, [this](const Error &error) { banner->showError(error); });
    findBar->setEditor(&editor());
}

QWidget *QueryPane::Private::buildResults()
{
    results = new ResultTabs;
    connect(results, &ResultTabs::historyChosen, q,
            [this](const QString &sql) { editor().insertStatement(sql); });
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
    connect(runner, &StatementRunner::rowsArrived, results, &ResultTabs::showRows);
    connect(runner, &StatementRunner::resultEnded, results, &ResultTabs::endResult);
    connect(runner, &StatementRunner::started, q, [this] {
        began = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        showState();
    });
    connect(runner, &StatementRunner::cancelling, q, [this] { showState(); });
    connect(runner, &StatementRunner::ended, q,
            [this](const StatementRunner::Statement &statement, const Result<sql::StatementSummary> &result) {
                showEnd(statement, result);
            });
    connect(runner, &StatementRunner::warned, q, [this](const QStringList &warnings) {
        for (const QString &warning : warnings)
            results->addWarning(warning);
    });
    connect(runner, &StatementRunner::finished, q, [this] { showFinished(); });
    connect(gate, &RunGate::passed, q, [this](const Statements &statements) {
        if (run && !q->isRunning())
            start(statements);
    });
    connect(gate, &RunGate::refused, q, [this](const QString &sentence) { refuse(sentence); });
    connect(gate, &RunGate::countingChanged, q, [this] { showCounting(); });
}

/// Where it stood, or if that has been edited, where the same text stands now.
void QueryPane::Private::showStatement(qsizetype offset, const QString &sql)
{
    const QString script = editor().text();
    const qsizetype begin = QStringView(script).mid(offset).startsWith(sql) ? offset : script.indexOf(sql);
    if (begin >= 0)
        editor().select(begin, begin + sql.size());
}

void QueryPane::setRun(StatementRunner::Run run)
{
    cancel();
    d->run = std::move(run);
    d->showState();
}

void QueryPane::setGuard(Guard guard)
{
    d->gate->setGuard(std::move(guard));
}

void QueryPane::setRecords(const SessionRecords &records, const QUuid &profile, const QString &profilePath)
{
    d->profile = profile;
    d->profilePath = profilePath;
    d->results->history().setHistory(records.history, profile);
    d->editors->setDrafts(records.drafts, profile);
}

SqlEditor &QueryPane::editor()
{
    return d->editor();
}

EditorTabs &QueryPane::editors()
{
    return *d->editors;
}

bool QueryPane::isRunning() const
{
    return d->runner->isRunning() || d->gate->isCounting();
}

void QueryPane::cancel()
{
    d->runner->cancel();
    d->gate->cancel();
}

bool QueryPane::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        d->editors->checkFiles();
    return QWidget::event(event);
}

Statements QueryPane::Private::statementsOf(const QString &script, qsizetype offset) const
{
    Statements statements;
    for (const script::ScriptPiece &piece : script::splitScript(script))
        if (!piece.isBlank())
            statements.append({piece.sql(script).toString(), offset + piece.sqlBegin, {defaultRowLimit}});
    return statements;
}

void QueryPane::runCurrent()
{
    const QString selected = editor().selectedText();
    if (!selected.trimmed().isEmpty()) {
        d->request(d->statementsOf(selected, editor().selectionBegin()));
        return;
    }
    const QString script = editor().text();
    const auto piece = script::statementAt(script, editor().cursor());
    if (piece)
        d->request({{piece->sql(script).toString(), piece->sqlBegin, {defaultRowLimit}}});
    else
        d->request({});
}

void QueryPane::runAll()
{
    d->request(d->statementsOf(editor().text(), 0));
}

void QueryPane::run(const QString &sql)
{
    d->request({{sql, 0, {defaultRowLimit}}});
}

void QueryPane::tell(const QString &sentence)
{
    d->banner->showInfo(sentence);
}

void QueryPane::Private::request(Statements statements)
{
    if (!run || q->isRunning())
        return;
    if (statements.isEmpty()) {
        banner->showInfo(QueryPane::tr("There is no statement to run: write one, then press Ctrl+Enter."));
        return;
    }
    results->refetch(nullptr);
    gate->enter(run, std::move(statements));
}

void QueryPane::Private::refuse(const QString &sentence)
{
    banner->showWarning(sentence);
    results->addNote(sentence);
}

void QueryPane::Private::showCounting()
{
    if (gate->isCounting())
        clock.start();
    else
        clock.stop();
    showState();
    Q_EMIT q->statusChanged();
}

void QueryPane::Private::start(const Statements &statements)
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
    if (!run || q->isRunning())
        return;
    statement.limits.maxRows = 0;
    results->refetch(grid);
    start({statement});
}

void QueryPane::Private::showHistory()
{
    results->setCurrentWidget(&results->history());
    results->history().search(QString());
}

int QueryPane::Private::lineOf(qsizetype offset) const
{
    return static_cast<int>(editor().text().left(offset).count(u'\n')) + 1;
}

void QueryPane::Private::showEnd(const StatementRunner::Statement &statement,
                                 const Result<sql::StatementSummary> &result)
{
    history::Entry entry = executedEntry(statement.sql, began, result);
    entry.profile = profile;
    entry.profilePath = profilePath;
    results->history().add(entry);
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
    if (d->gate->isCounting())
        return tr("Counting the rows it would touch…");
    if (!d->runner->isRunning())
        return d->lastOutcome;
    const double seconds = static_cast<double>(d->runner->elapsed().count()) / 1000;
    const QString elapsed = locale().toString(seconds, 'f', 1);
    return d->runner->isCancelling() ? tr("Cancelling… %1 s").arg(elapsed) : tr("Running… %1 s").arg(elapsed);
}

void QueryPane::Private::showState()
{
    const bool idle = !q->isRunning();
    actions->run->setEnabled(run && idle);
    actions->runAll->setEnabled(run && idle);
    actions->stop->setEnabled(!idle && !runner->isCancelling());
    actions->showState(q->statusText());
    if (!idle)
        Q_EMIT q->statusChanged();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/querypane.h"

#include "ui/errorbanner.h"
#include "ui/focusforward.h"
#include "ui/query/editorpage.h"
#include "ui/query/editorpane.h"
#include "ui/query/editortabs.h"
#include "ui/query/historyview.h"
#include "ui/query/queryactions.h"
#include "ui/query/queryrun.h"
#include "ui/query/statementchoice.h"
#include "ui/result/offerexport.h"
#include "ui/resulttabs.h"
#include "ui/sqleditor.h"

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace latchkey {

using Statement = StatementRunner::Statement;

QueryPane::QueryPane(QWidget *parent)
    : QWidget(parent), m_editing(new EditorPane(this)), m_results(new ResultTabs), m_banner(new ErrorBanner)
{
    m_run = std::make_unique<QueryRun>(*m_results, this);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_editing);
    splitter->addWidget(buildLower());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    new FocusForward(*this, editors());
    connectResults();
    connectRun();
    connectActions();
    showState();
}

QueryPane::~QueryPane()
{
    m_editing->disconnect(this);
    m_results->disconnect(this);
}

QWidget *QueryPane::buildLower()
{
    auto *lower = new QWidget;
    auto *layout = new QVBoxLayout(lower);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_results, 1);
    return lower;
}

void QueryPane::connectResults()
{
    connect(m_results, &ResultTabs::historyChosen, this,
            [this](const QString &sql) { editor().insertStatement(sql); });
    connect(m_results, &ResultTabs::statementChosen, this, &QueryPane::showStatement);
    connect(m_results, &ResultTabs::fetchAllRequested, m_run.get(), &QueryRun::fetchAll);
    connect(m_results, &ResultTabs::exportRequested, this,
            [this](ResultGrid *grid, const Statement &statement) {
                offerExport(*grid, statement, m_run->run(), this);
            });
}

void QueryPane::connectRun()
{
    connect(m_run.get(), &QueryRun::changed, this, [this] {
        showState();
        Q_EMIT statusChanged();
    });
    connect(m_run.get(), &QueryRun::began, m_banner, &ErrorBanner::clear);
    connect(m_run.get(), &QueryRun::refused, m_banner,
            [this](const QString &sentence) { m_banner->showWarning(sentence); });
    connect(m_run.get(), &QueryRun::failed, m_banner,
            [this](const Error &error) { m_banner->showError(error); });
    connect(m_run.get(), &QueryRun::sessionLost, this, &QueryPane::sessionLost);
}

void QueryPane::connectActions()
{
    using enum QueryCommand;
    connect(action(Run), &QAction::triggered, this, &QueryPane::runCurrent);
    connect(action(RunAll), &QAction::triggered, this, &QueryPane::runAll);
    connect(action(Stop), &QAction::triggered, this, &QueryPane::cancel);
    connect(action(StopOnError), &QAction::toggled, m_run.get(), &QueryRun::setStopsOnError);
    connect(action(Export), &QAction::triggered, m_results, &ResultTabs::exportCurrent);
    connect(action(History), &QAction::triggered, m_results, &ResultTabs::searchHistory);
    connect(m_editing, &EditorPane::noted, this, &QueryPane::tell);
    connect(m_editing, &EditorPane::failed, m_banner,
            [this](const Error &error) { m_banner->showError(error); });
    connect(m_results, &ResultTabs::currentChanged, this, &QueryPane::showState);
}

QAction *QueryPane::action(QueryCommand command) const
{
    return m_editing->actions()[command];
}

void QueryPane::setRun(StatementRunner::Run run, StatementRunner::Run counting)
{
    m_run->setRun(std::move(run), std::move(counting));
    showState();
}

void QueryPane::setGuard(Guard guard)
{
    m_run->setGuard(std::move(guard));
}

void QueryPane::setRecords(const SessionRecords &records, const QUuid &profile, const QString &profilePath)
{
    m_run->setProfile(profile, profilePath);
    m_results->history().setHistory(records.history, profile);
    editors().setDrafts(records.drafts, profile);
}

SqlEditor &QueryPane::editor()
{
    return m_editing->editor();
}

EditorTabs &QueryPane::editors()
{
    return m_editing->editors();
}

bool QueryPane::isRunning() const
{
    return m_run->isRunning();
}

void QueryPane::cancel()
{
    m_run->cancel();
}

void QueryPane::setBusyBeside(bool isBusy)
{
    m_isBusyBeside = isBusy;
    showState();
}

bool QueryPane::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        editors().checkFiles();
    return QWidget::event(event);
}

void QueryPane::runCurrent()
{
    request(chosenStatements(editor()));
}

void QueryPane::runAll()
{
    request(allStatements(editor()));
}

void QueryPane::run(const QString &sql)
{
    request({statementOf(sql)});
}

void QueryPane::request(const QList<Statement> &statements)
{
    const bool mayRun = m_run->isConnected() && !isRunning();
    if (mayRun && statements.isEmpty())
        tell(tr("There is no statement to run: write one, then press Ctrl+Enter."));
    else
        m_run->request(statements);
}

/// Of the editors, one that has it where it stood; of several, the one in front.
void QueryPane::showStatement(qsizetype offset, const QString &sql)
{
    EditorPage *found = editors().page();
    std::optional<qsizetype> place = statementIn(found->editor(), offset, sql);
    for (EditorPage *page : editors().pages()) {
        const auto other = statementIn(page->editor(), offset, sql);
        if (!other || (place && (*place == offset || *other != offset)))
            continue;
        found = page;
        place = other;
    }
    if (!place)
        return;
    editors().setCurrentWidget(found);
    found->editor().select(*place, *place + sql.size());
}

void QueryPane::tell(const QString &sentence)
{
    m_banner->showInfo(sentence);
}

QString QueryPane::statusText() const
{
    return m_run->statusText();
}

void QueryPane::showState()
{
    using enum QueryCommand;
    const bool mayRun = m_run->isConnected() && !isRunning();
    action(Run)->setEnabled(mayRun);
    action(RunAll)->setEnabled(mayRun);
    action(Stop)->setEnabled((isRunning() && !m_run->isCancelling()) || m_isBusyBeside);
    action(Export)->setEnabled(m_results->canExport());
    m_editing->actions().showState(statusText());
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/workbench.h"

#include "core/base/job.h"
#include "core/schema/countplace.h"
#include "core/schema/plan.h"
#include "core/schema/quoting.h"
#include "core/script/parameters.h"
#include "core/script/statementsplitter.h"
#include "ui/admin/serverviews.h"
#include "ui/focusforward.h"
#include "ui/icons.h"
#include "ui/query/editortabs.h"
#include "ui/querypane.h"
#include "ui/schema/completer.h"
#include "ui/schema/schematree.h"
#include "ui/sqleditor.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QSplitter>
#include <QToolBar>

namespace latchkey {

namespace {

constexpr int leastSchemaWidth = 160; // device-independent pixels
constexpr int leastWidthWithSchema =
    740; // more than both and the bar need at least; below it, the statements need the room

} // namespace

Workbench::Layout &Workbench::lastLayout()
{
    static Layout layout;
    return layout;
}

Workbench::Workbench(QueryPane *queries, QWidget *parent) : QWidget(parent), m_queries(queries)
{
    setObjectName(u"workbench"_qs);
    m_completer = new Completer(m_cache, this);
    m_completer->setEditor(&queries->editor());
    connect(&queries->editors(), &EditorTabs::editorChanged, m_completer, &Completer::setEditor);
    buildTree();
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"workbenchSplitter"_qs);
    m_splitter->addWidget(m_tree);
    m_views = new ServerViews(queries);
    m_splitter->addWidget(m_views);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(0);
    line->addWidget(buildBar());
    line->addWidget(m_splitter, 1);
    new FocusForward(*this, *queries);
    connect(m_views, &ServerViews::statementRequested, this,
            [this](const QString &sql) { m_queries->editor().insertStatement(sql); });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        const int width = m_splitter->sizes().value(0);
        if (width >= leastSchemaWidth)
            lastLayout().schemaWidth = width;
        else if (width == 0)
            m_showSchema->setChecked(false);
    });
    connect(queries, &QueryPane::statusChanged, this, [this] {
        if (m_side && !m_queries->isRunning())
            m_side->firstIsIdle();
    });
    apply();
}

Workbench::~Workbench()
{
    m_answers->close();
    m_queries->editors().disconnect(m_completer);
    delete m_splitter; // before what the signals of its parts would reach
}

QToolBar *Workbench::buildBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(u"workbenchBar"_qs);
    bar->setAccessibleName(tr("Views of the server"));
    bar->setOrientation(Qt::Vertical);
    bar->setIconSize({theme::iconSize + 2, theme::iconSize + 2});
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    QFont small = bar->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    bar->setFont(small);
    m_showSchema = add({u"showSchema"_qs, u"schema"_qs, tr("Schema"), {Qt::CTRL | Qt::Key_3}});
    m_showSchema->setCheckable(true);
    m_showSchema->setChecked(lastLayout().showsSchema);
    m_showSchema->setToolTip(tr("Show or hide the schema (Ctrl+3)"));
    bar->addAction(m_showSchema);
    connect(m_showSchema, &QAction::toggled, this, [this](bool shown) {
        lastLayout().showsSchema = shown;
        apply();
        if (shown && m_splitter->sizes().value(0) < leastSchemaWidth)
            m_splitter->setSizes({lastLayout().schemaWidth, width() - lastLayout().schemaWidth});
        showSchema();
        if (shown)
            m_tree->focusFilter();
        else
            m_queries->setFocus();
    });
    bar->addSeparator();
    addViews(bar);
    return bar;
}

void Workbench::addViews(QToolBar *bar)
{
    for (const ServerViews::View view : ServerViews::views) {
        QAction *open = add(viewLook(view));
        connect(open, &QAction::triggered, this, [this, view] { m_views->open(view); });
        bar->addAction(open);
    }
    connect(add(closeViewLook()), &QAction::triggered, m_views, &ServerViews::closeCurrent);
    bar->addSeparator();
    m_explain = add(explainLook());
    m_explain->setToolTip(tr("Show how the server would run the statement (Ctrl+Shift+E)"));
    m_explain->setEnabled(false);
    connect(m_explain, &QAction::triggered, this, &Workbench::explain);
    bar->addAction(m_explain);
    bar->addAction(m_completeAlone);
}

/// An action that listens to its keys wherever in the session the cursor is.
QAction *Workbench::add(const ActionLook &look)
{
    auto *action = new QAction(icons::icon(look.icon), look.text, this);
    action->setObjectName(look.name);
    action->setShortcuts(look.keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(look.text, look.shownKey()));
    addAction(action);
    return action;
}

QList<ActionLook> Workbench::viewLooks()
{
    QList<ActionLook> looks;
    for (const ServerViews::View view : ServerViews::views)
        looks.append(viewLook(view));
    looks.append(closeViewLook());
    return looks;
}

ActionLook Workbench::completeAloneLook()
{
    return {u"completeAlone"_qs, u"edit"_qs, tr("Complete while typing"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}};
}

ActionLook Workbench::explainLook()
{
    return {u"explain"_qs, u"plan"_qs, tr("Explain"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E}};
}

/// The statement that Run would run. Not on the second connection: the session's own database, variables and temporary
/// tables decide what its names mean.
void Workbench::explain()
{
    SqlEditor &editor = m_queries->editor();
    const QString script = editor.text();
    QString statement = editor.selectedText().trimmed();
    if (statement.isEmpty())
        if (const auto piece = latchkey::script::statementAt(script, editor.cursor()))
            statement = piece->sql(script).toString();
    const auto explained = schema::explainable(statement);
    const QStringList open = explained ? latchkey::script::parameters(*explained) : QStringList();
    if (!open.isEmpty()) {
        m_views->setCurrentIndex(0);
        m_queries->tell(tr("A server plans with values, and %1 has none here: write one in its place, then "
                           "explain the statement.")
                            .arg(u':' + open.first()));
        return;
    }
    if (explained && m_first && !m_queries->isRunning())
        m_views->explain(firstConnection(), *explained);
    if (!explained) {
        m_views->setCurrentIndex(0);
        m_queries->tell(
            tr("There is no statement here whose plan a server shows: put the cursor into a SELECT, INSERT, "
               "UPDATE or DELETE."));
    }
}

schema::Ask Workbench::firstConnection() const
{
    return [run = m_first](const QString &sql) { return schema::gather(run, sql); };
}

void Workbench::buildTree()
{
    m_tree = new SchemaTree(m_cache);
    m_tree->setMinimumWidth(leastSchemaWidth);
    m_completeAlone = add(completeAloneLook());
    m_completeAlone->setIconText(tr("Completion"));
    m_completeAlone->setCheckable(true);
    m_completeAlone->setChecked(lastLayout().completesAlone);
    m_completer->setAutomatic(lastLayout().completesAlone);
    connect(m_completeAlone, &QAction::toggled, this, [this](bool alone) {
        lastLayout().completesAlone = alone;
        m_completer->setAutomatic(alone);
    });
    const auto inStatements = [this](auto act) {
        return [this, act](const QString &sql) {
            m_views->setCurrentIndex(0); // where the statements are
            act(sql);
        };
    };
    connect(m_tree, &SchemaTree::runRequested, this,
            inStatements([this](const QString &sql) { m_queries->run(sql); }));
    connect(m_tree, &SchemaTree::insertRequested, this,
            inStatements([this](const QString &name) { m_queries->editor().insert(name); }));
    connect(m_tree, &SchemaTree::statementRequested, this,
            inStatements([this](const QString &sql) { m_queries->editor().insertStatement(sql); }));
}

void Workbench::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool getsRoom = event->oldSize().width() < leastWidthWithSchema && width() >= leastWidthWithSchema;
    apply();
    if (getsRoom) // until then the splitter had no width to share
        m_splitter->setSizes({lastLayout().schemaWidth, width() - lastLayout().schemaWidth});
}

void Workbench::apply()
{
    m_tree->setVisible(m_showSchema->isChecked() && width() >= leastWidthWithSchema);
}

void Workbench::connectTo(Server server)
{
    m_side = std::make_unique<schema::SideConnection>(std::move(server.open));
    m_first = std::move(server.run);
    m_side->setFirst(m_first, [this] { return !m_queries->isRunning(); });
    const schema::Ask ask = [this](const QString &sql) { return m_side->ask(sql); };
    m_cache.setAsk(ask);
    m_views->setServer(server.version, server.principal);
    m_views->setAsk(ask);
    m_explain->setEnabled(true);
    setDatabase(server.database);
}

void Workbench::closeConnection()
{
    m_cache.setAsk({});
    m_views->setAsk({});
    m_explain->setEnabled(false);
    m_first = nullptr;
    m_side.reset();
}

void Workbench::setReadOnly(bool readOnly)
{
    m_views->setReadOnly(readOnly);
}

void Workbench::setDatabase(const QString &name)
{
    m_database = name;
    m_completer->setDatabase(name);
    showSchema();
}

/// A hidden panel asks nothing, and so opens no connection.
void Workbench::showSchema()
{
    if (m_showSchema->isChecked())
        m_tree->showDatabase(m_database);
}

schema::Run Workbench::observed(schema::Run run)
{
    return [run = std::move(run), relay = m_answers, underWay = m_underWay,
            this](const QString &sql, sql::RowSink sink, sql::RunLimits limits, std::stop_token stop) {
        const bool isNoted = schema::changesSchema(sql) || schema::usedDatabase(sql);
        ++*underWay;
        auto future = run(sql, std::move(sink), limits, std::move(stop));
        return future.then([relay, underWay, sql, isNoted, this](Result<sql::StatementSummary> done) {
            --*underWay;
            if (done && isNoted)
                relay->post([this, sql] { noteStatement(sql); });
            return done;
        });
    };
}

schema::Run Workbench::counting(schema::Run run, std::function<sql::SessionState()> state)
{
    return [this, run = std::move(run), state = std::move(state)](
               const QString &sql, sql::RowSink sink, sql::RunLimits limits, std::stop_token stop) {
        const sql::SessionState now = state();
        const schema::Run second =
            m_side && schema::countsAlike(now, sql) ? m_side->idleSecond() : schema::Run();
        if (!second && !schema::countsHarmlessly(now))
            return QtFuture::makeReadyFuture(Result<sql::StatementSummary>(cancelledError()));
        if (!second)
            return run(sql, std::move(sink), limits, std::move(stop));
        second(u"USE "_qs + schema::quoted(now.schema), {}, {}, stop);
        return second(sql, std::move(sink), limits, std::move(stop));
    };
}

void Workbench::noteStatement(const QString &sql)
{
    if (const auto used = schema::usedDatabase(sql))
        setDatabase(*used);
    else
        m_cache.refresh();
}

} // namespace latchkey

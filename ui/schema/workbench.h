// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/schemacache.h"
#include "core/schema/sideconnection.h"
#include "ui/actionlook.h"
#include "ui/sessionrelay.h"

#include <QWidget>

#include <atomic>

class QAction;
class QSplitter;
class QTabWidget;
class QToolBar;

namespace latchkey {

class Completer;
class QueryPane;
class SchemaTree;
class ServerViews;

/// What a session offers around its SQL: the schema beside it, completion in it. Asks the server on a connection of its
/// own, so that the user's statements are not disturbed.
class Workbench : public QWidget
{
    Q_OBJECT
public:
    /// How the panel stands; shared by all sessions, so that the next one begins as the last one was left.
    struct Layout
    {
        int schemaWidth = 210; ///< device-independent pixels
        bool showsSchema = true;
        bool completesAlone = true; ///< while one types

        friend bool operator==(const Layout &, const Layout &) = default;
    };
    static Layout &lastLayout();

    /// A server that the session is connected to.
    struct Server
    {
        schema::Run run; ///< the session's own connection
        schema::SideConnection::Open open; ///< another one like it
        QString database; ///< the default one; may be empty
        QString version; ///< as it greets
        QString principal; ///< whose ticket it was; empty with a password
        QString account; ///< that logged in
    };

    /// Takes the pane over.
    explicit Workbench(QueryPane *queries, QWidget *parent = nullptr);
    ~Workbench() override;

    void connectTo(Server server);
    void closeConnection();
    /// Then nothing on the server is ended or changed from here.
    void setReadOnly(bool readOnly);
    /// `run`, with an eye on what its statements change: the schema, the default database.
    schema::Run observed(schema::Run run);
    /// One that was given to an observed run has not ended: a statement of the editors', or one whose rows are exported.
    bool hasStatementUnderWay() const { return *m_underWay > 0; }

    /// Of the action that shows the statement's plan.
    static ActionLook explainLook();
    /// Of the one that switches completion while one types.
    static ActionLook completeAloneLook();
    /// Of those that open and close views of the server.
    static QList<ActionLook> viewLooks();
    /// The session's default database is another one now.
    void setDatabase(const QString &name);
    /// Counts rows on the second connection if it is open and would count the same; else with `run`, or not at all where
    /// that would change how the session stands. `state`: how it stands at the moment.
    schema::Run counting(schema::Run run, std::function<sql::SessionState()> state);

    /// Shows the schema, or hides it.
    QAction *schemaAction() const { return m_showSchema; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolBar *buildBar();
    void addViews(QToolBar *bar);
    QAction *add(const ActionLook &look);
    void buildTree();
    void explain();
    schema::Ask firstConnection() const;
    void apply();
    void noteStatement(const QString &sql);
    void showSchema();

    QueryPane *m_queries;
    std::shared_ptr<SessionRelay> m_answers = SessionRelay::make();
    std::shared_ptr<std::atomic<int>> m_underWay =
        std::make_shared<std::atomic<int>>(0); ///< of observed runs
    schema::SchemaCache m_cache;
    std::unique_ptr<schema::SideConnection> m_side;
    QString m_database; ///< the session's default one
    schema::Run m_first; ///< the session's own connection
    SchemaTree *m_tree = nullptr;
    ServerViews *m_views = nullptr;
    Completer *m_completer = nullptr;
    QSplitter *m_splitter = nullptr;
    QAction *m_showSchema = nullptr;
    QAction *m_completeAlone = nullptr;
    QAction *m_explain = nullptr;
};

} // namespace latchkey

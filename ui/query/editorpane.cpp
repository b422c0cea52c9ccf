// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/editorpane.h"

#include "ui/focusforward.h"
#include "ui/query/editortabs.h"
#include "ui/query/findbar.h"
#include "ui/query/queryactions.h"
#include "ui/query/statementformat.h"
#include "ui/sqleditor.h"

#include <QVBoxLayout>

namespace latchkey {

EditorPane::EditorPane(QWidget *pane)
    : m_actions(new QueryActions(pane, this)), m_editors(new EditorTabs), m_findBar(new FindBar)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_actions);
    layout->addWidget(m_editors, 1);
    layout->addWidget(m_findBar);
    new FocusForward(*this, *m_editors);
    connectText();
    connectEditors();
}

EditorPane::~EditorPane()
{
    m_editors->disconnect(this);
    m_editors->disconnect(m_findBar);
}

SqlEditor &EditorPane::editor() const
{
    return m_editors->editor();
}

void EditorPane::connectText()
{
    using enum QueryCommand;
    const QueryActions &act = *m_actions;
    connect(act[Comment], &QAction::triggered, this, [this] { editor().toggleComment(); });
    connect(act[Format], &QAction::triggered, this, [this] { formatStatements(editor()); });
    connect(act[Find], &QAction::triggered, m_findBar, [this] { m_findBar->start(false); });
    connect(act[Replace], &QAction::triggered, m_findBar, [this] { m_findBar->start(true); });
    connect(act[FindNext], &QAction::triggered, m_findBar, [this] { m_findBar->next(1); });
    connect(act[FindPrevious], &QAction::triggered, m_findBar, [this] { m_findBar->next(-1); });
    connect(m_editors, &EditorTabs::editorChanged, m_findBar, &FindBar::setEditor);
    m_findBar->setEditor(&editor());
}

void EditorPane::connectEditors()
{
    using enum QueryCommand;
    const QueryActions &act = *m_actions;
    connect(act[NewEditor], &QAction::triggered, m_editors, &EditorTabs::addEditor);
    connect(act[CloseEditor], &QAction::triggered, m_editors,
            [this] { m_editors->closeEditor(m_editors->currentIndex()); });
    connect(act[NextEditor], &QAction::triggered, m_editors, [this] { m_editors->next(1); });
    connect(act[PreviousEditor], &QAction::triggered, m_editors, [this] { m_editors->next(-1); });
    connect(act[Open], &QAction::triggered, m_editors, &EditorTabs::chooseFile);
    connect(act[Save], &QAction::triggered, m_editors, &EditorTabs::save);
    connect(act[SaveAs], &QAction::triggered, m_editors, &EditorTabs::chooseName);
    connect(m_editors, &EditorTabs::noted, this, &EditorPane::noted);
    connect(m_editors, &EditorTabs::failed, this, &EditorPane::failed);
}

} // namespace latchkey

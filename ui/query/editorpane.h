// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace latchkey {

class EditorTabs;
class FindBar;
class QueryActions;
class SqlEditor;

/// Where SQL is written: the bar with what can be done, the editors, the find bar. What is done with text and files happens
/// here; running does not.
class EditorPane : public QWidget
{
    Q_OBJECT
public:
    /// The keys of running reach all of `pane`.
    explicit EditorPane(QWidget *pane);
    ~EditorPane() override;

    QueryActions &actions() const { return *m_actions; }
    EditorTabs &editors() const { return *m_editors; }
    SqlEditor &editor() const;

Q_SIGNALS:
    /// Something worth a sentence.
    void noted(const QString &sentence);
    void failed(const latchkey::Error &error);

private:
    void connectText();
    void connectEditors();

    QueryActions *m_actions;
    EditorTabs *m_editors;
    FindBar *m_findBar;
};

} // namespace latchkey

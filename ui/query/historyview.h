// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/history/history.h"
#include "core/sql/session.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;

namespace latchkey {

/// What was executed, newest first, in every session and run, with a search; while no history is kept, what this session has
/// executed meanwhile. The same statement on the same server is listed once.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);

    /// May be nothing; must outlive the view.
    void setHistory(history::History *history, const QUuid &profile);
    /// Records it, and lists it.
    void add(const history::Entry &entry);
    void search(const QString &words);

Q_SIGNALS:
    /// What is to be put into the editor.
    void chosen(const QString &sql);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *clearButton();
    void clear();
    void refresh();
    void show(const QList<history::Entry> &found);
    bool isKept() const { return m_history && m_history->isOn(); }

    history::History *m_history = nullptr;
    QUuid m_profile;
    QList<history::Entry> m_ofSession; ///< oldest first
    QLineEdit *m_search;
    QCheckBox *m_onlyProfile;
    QLabel *m_note;
    QTreeWidget *m_list;
    QTimer m_typing;
    int m_asked = 0; ///< searches; only the last one's answer counts
};

/// What a statement that has ended becomes in the history, but for whose it is.
history::Entry executedEntry(const QString &sql, std::chrono::sys_time<std::chrono::milliseconds> began,
                             const Result<sql::StatementSummary> &result);

/// The statement as it may be put into an editor: one that was cut is commented out, since a part of it could do anything.
QString insertableSql(const history::Entry &entry);

} // namespace latchkey

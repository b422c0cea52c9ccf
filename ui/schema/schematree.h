// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/schema/schemamodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace latchkey {

class SchemaSearch;

/// A server's schema with a filter above it, which looks for names on the server, too. What it is asked to do with the session's editor it says by signal.
class SchemaTree : public QWidget
{
    Q_OBJECT
public:
    /// `cache` must outlive the tree.
    explicit SchemaTree(schema::SchemaCache &cache, QWidget *parent = nullptr);

    void focusFilter();
    /// Reads the databases, and opens this one's row once it is there; none if it is empty.
    void showDatabase(const QString &name);
    QTreeView &view() { return *m_view; }

Q_SIGNALS:
    /// A statement to run now; it only reads.
    void runRequested(const QString &sql);
    /// Text to put where the editor's cursor is.
    void insertRequested(const QString &text);
    /// A statement to put into the editor, on lines of its own.
    void statementRequested(const QString &sql);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *buildFilter();
    QTreeView *buildView();
    void buildActions();
    QAction *addAction(const QString &name, const QString &icon, const QString &text,
                       const QKeySequence &keys, void (SchemaTree::*act)());
    std::optional<SchemaModel::Subject> current() const;
    void activate();
    void showDefinition();
    void copyName();
    void insertName();
    void insertSelect();
    void refresh();
    void enableActions();
    void applyFilter();
    void showFound();
    void openFirst();
    bool takesKey(const QKeyEvent &key) const;

    schema::SchemaCache &m_cache;
    SchemaModel *m_model = nullptr;
    SchemaSearch *m_search = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_searchNote = nullptr;
    QTreeView *m_view = nullptr;
    QAction *m_open = nullptr;
    QAction *m_define = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_insert = nullptr;
    QAction *m_select = nullptr;
    QAction *m_refresh = nullptr;
    QString m_toOpen; ///< a database whose row has not come yet
};

} // namespace latchkey

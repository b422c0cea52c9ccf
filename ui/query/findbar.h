// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/textsearch.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey {

class SqlEditor;

/// Finds and replaces in the editor it is given; hidden until it is wanted. Enter and Shift+Enter in the field go to the
/// next and the previous match, Escape leaves.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void setEditor(SqlEditor *editor);
    /// Shows it with the selection as what to look for, and takes the focus.
    void start(bool replacing);
    void next(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildReplace();
    QCheckBox *option(const char *name, const QString &text);
    TextSearch search() const;
    void replaceOne();
    void replaceAll();
    void show(qsizetype index, const QList<TextMatch> &all);
    void tell(const QString &sentence);
    void leave();

    QPointer<SqlEditor> m_editor;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_with = nullptr;
    QCheckBox *m_case = nullptr;
    QCheckBox *m_words = nullptr;
    QCheckBox *m_expression = nullptr;
    QWidget *m_replace = nullptr;
    QLabel *m_state = nullptr;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/findbar.h"

#include "ui/icons.h"
#include "ui/ownescape.h"
#include "ui/sqleditor.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

namespace {

QToolButton *findButton(const char *name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icons::icon(icon));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLineEdit *findField(const char *name, const QString &text)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(text);
    field->setAccessibleName(text);
    field->setMinimumWidth(160);
    return field;
}

QHBoxLayout *findRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    row->setSpacing(theme::half);
    return row;
}

} // namespace

FindBar::FindBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"findBar"_qs);
    new OwnEscape(*this);
    m_find = findField("findText", tr("Find"));
    m_case = option("findCase", tr("Match case"));
    m_words = option("findWords", tr("Whole words"));
    m_expression = option("findExpression", tr("Regular expression"));
    m_state = new QLabel;
    m_state->setObjectName(u"findState"_qs);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *previous = findButton("findPrevious", {}, tr("Previous"));
    auto *following = findButton("findNext", {}, tr("Next"));
    auto *close = findButton("findClose", u"close"_qs, tr("Close the find bar"));
    auto *row = findRow();
    for (QWidget *part : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(following),
                          static_cast<QWidget *>(previous), static_cast<QWidget *>(m_case),
                          static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_expression)})
        row->addWidget(part);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(buildReplace());
    connect(previous, &QToolButton::clicked, this, [this] { next(-1); });
    connect(following, &QToolButton::clicked, this, [this] { next(1); });
    connect(close, &QToolButton::clicked, this, &FindBar::leave);
    connect(m_find, &QLineEdit::textEdited, this, [this] { next(0); });
    hide();
}

QWidget *FindBar::buildReplace()
{
    m_replace = new QWidget;
    m_with = findField("replaceText", tr("Replace with"));
    auto *one = findButton("replaceOne", {}, tr("Replace"));
    auto *all = findButton("replaceAll", {}, tr("Replace all"));
    auto *row = findRow();
    row->addWidget(m_with);
    row->addWidget(one);
    row->addWidget(all);
    row->addStretch();
    m_replace->setLayout(row);
    connect(one, &QToolButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QToolButton::clicked, this, &FindBar::replaceAll);
    return m_replace;
}

QCheckBox *FindBar::option(const char *name, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
    connect(box, &QCheckBox::toggled, this, [this] { next(0); });
    return box;
}

TextSearch FindBar::search() const
{
    return {m_find->text(), m_case->isChecked(), m_words->isChecked(), m_expression->isChecked()};
}

void FindBar::setEditor(SqlEditor *editor)
{
    m_editor = editor;
    m_state->clear();
}

void FindBar::start(bool replacing)
{
    if (!m_editor)
        return;
    const QString selected = m_editor->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_find->setText(selected);
    m_replace->setVisible(replacing);
    setVisible(true);
    m_find->setFocus();
    m_find->selectAll();
}

/// 0: the match at the cursor, or the one behind it.
void FindBar::next(int step)
{
    if (!m_editor)
        return;
    const auto all = matchesIn(m_editor->text(), search());
    if (!all)
        return tell(tr("This is no regular expression."));
    if (all->isEmpty())
        return tell(m_find->text().isEmpty() ? QString() : tr("Not found"));
    const qsizetype length = m_editor->selectedText().size();
    const qsizetype begin = length > 0 ? m_editor->selectionBegin() : m_editor->cursor();
    const qsizetype from = step > 0 ? begin + std::min<qsizetype>(length, 1) : begin;
    qsizetype index = std::lower_bound(all->begin(), all->end(), from,
                                       [](const TextMatch &match, qsizetype at) { return match.begin < at; })
                      - all->begin();
    if (step < 0)
        --index;
    show((index + all->size()) % all->size(), *all);
}

void FindBar::show(qsizetype index, const QList<TextMatch> &all)
{
    QWidget *focused = focusWidget();
    m_editor->select(all[index].begin, all[index].end);
    if (focused && isVisible())
        focused->setFocus();
    tell(tr("%1 of %2").arg(index + 1).arg(all.size()));
}

void FindBar::tell(const QString &sentence)
{
    m_state->setText(sentence);
}

/// What is selected, if it is a match; then the next one is.
void FindBar::replaceOne()
{
    const QString text = m_editor ? m_editor->text() : QString();
    const auto all = matchesIn(text, search());
    if (!all)
        return tell(tr("This is no regular expression."));
    const qsizetype begin = m_editor ? m_editor->selectionBegin() : 0;
    const TextMatch selected{begin, begin + (m_editor ? m_editor->selectedText().size() : 0)};
    if (all->contains(selected))
        m_editor->insert(replacementFor(text, selected.begin, search(), m_with->text()));
    next(0);
}

/// One step to undo.
void FindBar::replaceAll()
{
    const QString text = m_editor ? m_editor->text() : QString();
    const auto all = matchesIn(text, search());
    if (!all)
        return tell(tr("This is no regular expression."));
    if (all->isEmpty())
        return tell(tr("Not found"));
    const QString replaced = allReplaced(text, search(), m_with->text());
    const qsizetype cursor = m_editor->cursor();
    m_editor->setText(replaced);
    m_editor->setCursor(std::min(cursor, replaced.size()));
    tell(tr("%n replaced", nullptr, static_cast<int>(all->size())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (isReturn && m_with->hasFocus())
        replaceOne();
    else if (isReturn)
        next(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::leave()
{
    hide();
    if (m_editor)
        m_editor->setFocus();
}

} // namespace latchkey

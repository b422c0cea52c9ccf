// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/transactionbar.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace latchkey {
namespace {

QString withKeys(const QString &text, const QAction &action)
{
    return TransactionBar::tr("%1 (%2)").arg(text, action.shortcut().toString(QKeySequence::NativeText));
}

QToolButton *transactionButton(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setIconSize({theme::iconSize, theme::iconSize});
    button->setObjectName(action->objectName() + u"Button"_qs);
    return button;
}

} // namespace

TransactionBar::TransactionBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"transactionBar"_qs);
    m_autocommit = add(u"autocommit"_qs, {}, tr("Autocommit"), Qt::CTRL | Qt::ALT | Qt::Key_A, {});
    m_autocommit->setCheckable(true);
    connect(m_autocommit, &QAction::triggered, this, [this](bool on) {
        m_autocommit->setChecked(!on); // it shows how the session stands, which the server says
        Q_EMIT statementChosen(on ? u"SET autocommit = 1"_qs : u"SET autocommit = 0"_qs);
    });
    m_begin = add(u"beginTransaction"_qs, u"begin"_qs, tr("Begin a transaction"),
                  Qt::CTRL | Qt::ALT | Qt::Key_B, u"START TRANSACTION"_qs);
    m_commit = add(u"commit"_qs, u"commit"_qs, tr("Commit"), Qt::CTRL | Qt::ALT | Qt::Key_C, u"COMMIT"_qs);
    m_rollback =
        add(u"rollBack"_qs, u"rollback"_qs, tr("Roll back"), Qt::CTRL | Qt::ALT | Qt::Key_R, u"ROLLBACK"_qs);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(transactionButton(m_autocommit, Qt::ToolButtonTextOnly));
    for (QAction *action : {m_begin, m_commit, m_rollback})
        layout->addWidget(transactionButton(action, Qt::ToolButtonIconOnly));
    showState({}, false);
}

QAction *TransactionBar::add(const QString &name, const QString &icon, const QString &text,
                             const QKeySequence &keys, const QString &statement)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : icons::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(withKeys(text, *action));
    addAction(action);
    if (!statement.isEmpty())
        connect(action, &QAction::triggered, this, [this, statement] { Q_EMIT statementChosen(statement); });
    return action;
}

void TransactionBar::showState(const sql::SessionState &state, bool mayAct)
{
    const bool mayEnd = state.inTransaction || !state.autocommit;
    m_autocommit->setChecked(state.autocommit);
    m_autocommit->setEnabled(mayAct && !state.inTransaction);
    m_begin->setEnabled(mayAct && !state.inTransaction);
    m_commit->setEnabled(mayAct && mayEnd);
    m_rollback->setEnabled(mayAct && mayEnd);
    const QString what =
        state.inTransaction ? tr("Autocommit can be switched when the transaction is over: switching it on "
                                 "would commit.")
        : state.autocommit  ? tr("Each statement is committed by itself. Click to decide yourself.")
                            : tr("Nothing is committed until you commit. Click to commit each statement by "
                                  "itself.");
    m_autocommit->setToolTip(withKeys(what, *m_autocommit));
}

} // namespace latchkey

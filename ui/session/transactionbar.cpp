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
    const QList<ActionLook> all = looks();
    m_autocommit = add(all[0], {});
    m_autocommit->setCheckable(true);
    connect(m_autocommit, &QAction::triggered, this, [this](bool on) {
        m_autocommit->setChecked(!on); // it shows how the session stands, which the server says
        Q_EMIT statementChosen(on ? u"SET autocommit = 1"_qs : u"SET autocommit = 0"_qs);
    });
    m_begin = add(all[1], u"START TRANSACTION"_qs);
    m_commit = add(all[2], u"COMMIT"_qs);
    m_rollback = add(all[3], u"ROLLBACK"_qs);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(transactionButton(m_autocommit, Qt::ToolButtonTextOnly));
    for (QAction *action : {m_begin, m_commit, m_rollback})
        layout->addWidget(transactionButton(action, Qt::ToolButtonIconOnly));
    showState({}, false);
}

QList<ActionLook> TransactionBar::looks()
{
    const auto keys = [](Qt::Key key) { return QList<QKeySequence>{Qt::CTRL | Qt::ALT | key}; };
    return {{u"autocommit"_qs, {}, tr("Autocommit"), keys(Qt::Key_A)},
            {u"beginTransaction"_qs, u"begin"_qs, tr("Begin a transaction"), keys(Qt::Key_B)},
            {u"commit"_qs, u"commit"_qs, tr("Commit"), keys(Qt::Key_C)},
            {u"rollBack"_qs, u"rollback"_qs, tr("Roll back"), keys(Qt::Key_R)}};
}

QAction *TransactionBar::add(const ActionLook &look, const QString &statement)
{
    auto *action = new QAction(look.icon.isEmpty() ? QIcon() : icons::icon(look.icon), look.text, this);
    action->setObjectName(look.name);
    action->setShortcuts(look.keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(withKeys(look.text, *action));
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

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/processpage.h"

#include "core/base/whendone.h"
#include "core/schema/refusal.h"
#include "ui/admin/answertable.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/questions.h"

#include <QAction>
#include <QToolButton>

namespace latchkey {

namespace {

/// The privilege that shows other people's processes, if this account has it by itself or through its role.
const QString privilegeStatement = QStringLiteral("SHOW GRANTS");

bool showsAll(const schema::Answer &grants)
{
    for (const QStringList &row : grants.rows) {
        const QString grant = row.value(0).toUpper();
        if (grant.contains(u" ON *.*") && (grant.contains(u"PROCESS") || grant.contains(u"ALL PRIVILEGES")))
            return true;
    }
    return false;
}

} // namespace

Error ProcessPage::killProblem(Error error)
{
    if (schema::lacksPrivilege(error))
        error.message =
            tr("The server does not do this for your account, because it lacks a privilege: %1. Ask the "
               "administrator for it.")
                .arg(u"CONNECTION_ADMIN, CONNECTION ADMIN, SUPER"_qs);
    return error;
}

ProcessPage::ProcessPage(QWidget *parent) : AdminPage(tr("Processes"), parent)
{
    setObjectName(u"processPage"_qs);
    m_killQuery = addKill(u"killQuery"_qs, u"stop"_qs, tr("Stop statement"), sql::KillTarget::Query);
    m_killConnection =
        addKill(u"killConnection"_qs, u"disconnect"_qs, tr("End connection"), sql::KillTarget::Connection);
    table().setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(table().selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProcessPage::enableActions);
    enableActions();
}

QAction *ProcessPage::addKill(const QString &name, const QString &icon, const QString &text,
                              sql::KillTarget target)
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, target] { askToKill(target); });
    table().addAction(action);
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addTool(button);
    return action;
}

void ProcessPage::enableActions()
{
    const QStringList row = table().currentRow();
    const bool mayKill = !row.isEmpty() && !m_isReadOnly;
    m_killConnection->setEnabled(mayKill);
    m_killQuery->setEnabled(mayKill && row.value(4) != u"Sleep" && row.value(4) != u"Daemon");
}

void ProcessPage::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    enableActions();
    explainActions();
}

/// Why they cannot be used, or else what they are.
void ProcessPage::explainActions()
{
    const QString why =
        tr("The profile is read-only, so it ends nothing on the server. Use a profile that may write.");
    for (QAction *action : {m_killQuery, m_killConnection})
        action->setToolTip(m_isReadOnly ? why : action->text());
}

void ProcessPage::read()
{
    whenDone(ask()(u"SHOW FULL PROCESSLIST"_qs), this,
             [this](const Result<schema::Answer> &answer) { take(answer); });
}

void ProcessPage::take(const Result<schema::Answer> &answer)
{
    readingEnded();
    if (!answer)
        return showProblem(answer.error(), u"PROCESS"_qs);
    const bool isFirst = table().rows().answer().columns.isEmpty();
    table().rows().setAnswer(*answer);
    if (isFirst) {
        table().fitColumns();
        checkPrivilege();
    }
    qsizetype active = 0;
    for (const QStringList &row : answer->rows)
        active += row.value(4) != u"Sleep" && row.value(4) != u"Daemon" ? 1 : 0;
    showSummary(tr("%1, %2").arg(tr("%n connection(s)", nullptr, static_cast<int>(answer->rows.size())),
                                 tr("%n at work", nullptr, static_cast<int>(active))));
    enableActions();
}

void ProcessPage::checkPrivilege()
{
    if (!isConnected())
        return;
    whenDone(ask()(privilegeStatement), this, [this](const Result<schema::Answer> &grants) {
        if (grants && !showsAll(*grants))
            showNotice(tr("Perhaps only your own connections are shown, because your account was not granted "
                          "PROCESS on "
                          "the whole server. Ask the administrator for it to see all."));
    });
}

void ProcessPage::askToKill(sql::KillTarget target)
{
    const QStringList row = table().currentRow();
    bool isNumber = false;
    const quint64 id = row.value(0).toULongLong(&isNumber);
    if (!isNumber || m_isReadOnly)
        return;
    const bool isQuery = target == sql::KillTarget::Query;
    const QString whose = tr("%1 from %2").arg(row.value(1), row.value(2));
    latchkey::ask(this,
                  {isQuery ? tr("Stop statement") : tr("End connection"),
                   isQuery ? tr("Stop what connection %1 runs (%2)?").arg(QString::number(id), whose)
                           : tr("End connection %1 (%2)?").arg(QString::number(id), whose),
                   row.value(7).isEmpty()
                       ? tr("What it has changed and not committed is rolled back, which may take a while.")
                       : row.value(7).left(500),
                   isQuery ? tr("Stop the statement") : tr("End the connection"), true},
                  [this, id, target] { kill(id, target); });
}

void ProcessPage::kill(quint64 id, sql::KillTarget target)
{
    if (!isConnected() || m_isReadOnly) // which it may have become while the question was open
        return;
    whenDone(schema::killOn(ask(), id, target), this, [this](const Result<Ok> &done) {
        if (done)
            clearProblem();
        else
            banner().showError(killProblem(done.error()));
        refresh();
    });
}

} // namespace latchkey

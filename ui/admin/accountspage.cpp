// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/accountspage.h"

#include "core/base/whendone.h"
#include "core/schema/accountaudit.h"
#include "ui/admin/accountdialog.h"
#include "ui/admin/answertable.h"
#include "ui/icons.h"

#include <QAction>
#include <QToolButton>

namespace latchkey {

namespace {

using Weight = schema::AccountRemark::Weight;

/// A row of the table: user, host, plugin, mapping, remark, and the remark's weight, which is not shown.
constexpr int remarkColumn = 4;
constexpr int weightColumn = 5;

QIcon remarkIcon(const QStringList &row)
{
    const QString weight = row.value(weightColumn);
    if (weight == QString::number(static_cast<int>(Weight::Warning)))
        return icons::icon(u"warning"_qs, theme::Colour::Warning);
    if (weight == QString::number(static_cast<int>(Weight::Good)))
        return icons::icon(u"ok"_qs, theme::Colour::Good);
    return {};
}

} // namespace

AccountsPage::AccountsPage(QWidget *parent) : AdminPage(tr("Accounts"), parent)
{
    setObjectName(u"accountsPage"_qs);
    AnswerModel &rows = table().rows();
    rows.setHeading(0, tr("User"));
    rows.setHeading(1, tr("Host"));
    rows.setHeading(2, tr("Logs in by"));
    rows.setHeading(3, tr("Realm or principal"));
    rows.setHeading(remarkColumn, tr("Remark"));
    rows.setIcons(remarkColumn, remarkIcon);
    auto *write = new QAction(icons::icon(u"plus"_qs), tr("Kerberos accounts…"), this);
    write->setObjectName(u"writeAccounts"_qs);
    write->setToolTip(tr("Write CREATE USER or ALTER USER statements for principals"));
    connect(write, &QAction::triggered, this, &AccountsPage::writeStatements);
    auto *button = new QToolButton;
    button->setDefaultAction(write);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addTool(button);
}

void AccountsPage::setServer(const QString &version, const QString &principal)
{
    m_version = version;
    m_principal = principal;
}

void AccountsPage::read()
{
    whenDone(ask()(schema::accountsStatement()), this,
             [this](const Result<schema::Answer> &answer) { take(answer); });
}

void AccountsPage::take(const Result<schema::Answer> &answer)
{
    readingEnded();
    if (!answer)
        return showProblem(answer.error(), u"SELECT ON mysql.user"_qs);
    clearProblem();
    schema::Answer shown{
        {u"user"_qs, u"host"_qs, u"plugin"_qs, u"mapping"_qs, u"remark"_qs, u"weight"_qs}, {}, answer->isCut};
    qsizetype warnings = 0;
    for (const schema::Account &account : schema::accountsOf(*answer)) {
        const schema::AccountRemark remark = schema::remarkOn(account, m_principal);
        warnings += remark.weight == Weight::Warning ? 1 : 0;
        shown.rows.append({account.user, account.host, account.plugin, account.mapping, remark.sentence,
                           QString::number(static_cast<int>(remark.weight))});
    }
    const bool isFirst = table().rows().answer().columns.isEmpty();
    table().rows().setAnswer(shown, 2);
    if (isFirst) {
        table().setColumnHidden(weightColumn, true);
        table().fitColumns();
    }
    showSummary(tr("%1, %2").arg(tr("%n account(s)", nullptr, static_cast<int>(shown.rows.size())),
                                 tr("%n with a warning", nullptr, static_cast<int>(warnings))));
}

void AccountsPage::writeStatements()
{
    auto *dialog = new AccountDialog(m_version.contains(u"MariaDB"_qs, Qt::CaseInsensitive), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AccountDialog::statementRequested, this, &AccountsPage::statementRequested);
    dialog->open();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/valuespage.h"

#include "core/base/whendone.h"
#include "core/schema/statuschange.h"
#include "ui/admin/answertable.h"

#include <QTime>

namespace latchkey {

ValuesPage::ValuesPage(What what, QWidget *parent)
    : AdminPage(what == What::Status ? tr("Status") : tr("Variables"), parent), m_what(what)
{
    setObjectName(what == What::Status ? u"statusPage"_qs : u"variablesPage"_qs);
    AnswerModel &rows = table().rows();
    rows.setHeading(0, tr("Name"));
    rows.setHeading(1, tr("Value"));
    rows.setHeading(2, what == What::Status ? tr("Since the last look") : tr("Changed from"));
}

void ValuesPage::read()
{
    const QString statement = m_what == What::Status ? u"SHOW GLOBAL STATUS"_qs : u"SHOW GLOBAL VARIABLES"_qs;
    whenDone(ask()(statement), this, [this](const Result<schema::Answer> &answer) { take(answer); });
}

void ValuesPage::take(const Result<schema::Answer> &answer)
{
    readingEnded();
    if (!answer)
        return showProblem(answer.error(), tr("to read the server’s state"));
    clearProblem();
    const bool isFirst = m_before.rows.isEmpty();
    const schema::Answer changes = schema::withChanges(*answer, m_before);
    m_before = *answer;
    table().rows().setAnswer(changes);
    if (isFirst)
        table().fitColumns();
    qsizetype changed = 0;
    for (const QStringList &row : changes.rows)
        changed += row.value(2).isEmpty() ? 0 : 1;
    const QString count = tr("%n value(s)", nullptr, static_cast<int>(changes.rows.size()));
    const QString time = QTime::currentTime().toString(u"HH:mm:ss"_qs);
    showSummary(isFirst ? tr("%1 · read at %2").arg(count, time)
                        : tr("%1 · %2 · read at %3")
                              .arg(count, tr("%n changed", nullptr, static_cast<int>(changed)), time));
}

} // namespace latchkey

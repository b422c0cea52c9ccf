// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/replicationpage.h"

#include "core/base/whendone.h"
#include "core/schema/refusal.h"
#include "ui/admin/answertable.h"
#include "ui/theme.h"

namespace latchkey {

namespace {

constexpr int replicaRows = 6; // shown without scrolling

} // namespace

ReplicationPage::ReplicationPage(QWidget *parent) : AdminPage(tr("Replication"), parent)
{
    setObjectName(u"replicationPage"_qs);
    m_replicas = new AnswerTable;
    m_replicas->setObjectName(u"auroraReplicas"_qs);
    m_replicas->setAccessibleName(tr("Aurora replicas"));
    m_replicas->setFixedHeight(theme::rowHeight(font()) * replicaRows);
    m_replicas->hide();
    addAbove(m_replicas);
    table().rows().setHeading(0, tr("Field"));
}

void ReplicationPage::read()
{
    m_toRead = schema::replicationViews();
    m_shown.clear();
    m_refusal.reset();
    readNext();
}

void ReplicationPage::readNext()
{
    while (!m_toRead.isEmpty() && m_toRead.first().statements.isEmpty())
        m_toRead.removeFirst();
    if (m_toRead.isEmpty() || !isConnected())
        return finish();
    whenDone(ask()(m_toRead.first().statements.takeFirst()), this,
             [this](const Result<schema::Answer> &answer) { take(answer); });
}

void ReplicationPage::take(const Result<schema::Answer> &answer)
{
    if (m_toRead.isEmpty())
        return finish();
    const auto kind = m_toRead.first().kind;
    if (answer) {
        if (!answer->rows.isEmpty())
            showView(kind, *answer);
        m_toRead.removeFirst(); // one of the ways is enough
    } else if (!schema::lacksFeature(answer.error())) {
        m_refusal = answer.error();
        m_toRead.removeFirst();
    }
    readNext();
}

void ReplicationPage::showView(schema::ReplicationView::Kind kind, const schema::Answer &answer)
{
    const bool isAurora = kind == schema::ReplicationView::Kind::AuroraReplicas;
    AnswerTable &shown = isAurora ? *m_replicas : table();
    const bool isFirst = shown.rows().answer().columns.isEmpty();
    shown.rows().setAnswer(isAurora ? answer : schema::transposed(answer));
    if (isFirst)
        shown.fitColumns();
    m_shown.append(kind);
}

void ReplicationPage::finish()
{
    readingEnded();
    using Kind = schema::ReplicationView::Kind;
    m_replicas->setVisible(m_shown.contains(Kind::AuroraReplicas));
    const bool hasChannels = m_shown.contains(Kind::Channels);
    if (!hasChannels)
        table().rows().setAnswer({});
    if (m_refusal)
        showProblem(*m_refusal, u"REPLICATION CLIENT, REPLICA MONITOR"_qs);
    else if (m_shown.isEmpty())
        showNotice(tr("This server follows no other one, and it is no member of an Aurora cluster."));
    else
        clearProblem();
    showSummary(hasChannels ? tr("Replication is set up.") : QString());
}

} // namespace latchkey

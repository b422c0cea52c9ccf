// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/replication.h"
#include "ui/admin/adminpage.h"

class QLabel;

namespace latchkey {

/// How a server follows others: Aurora's replicas with their lag above, the channels of ordinary replication below.
class ReplicationPage : public AdminPage
{
    Q_OBJECT
public:
    explicit ReplicationPage(QWidget *parent = nullptr);

protected:
    void read() override;

private:
    void readNext();
    void take(const Result<schema::Answer> &answer);
    void showView(schema::ReplicationView::Kind kind, const schema::Answer &answer);
    void finish();

    AnswerTable *m_replicas = nullptr;
    QList<schema::ReplicationView> m_toRead; ///< the first one is being read
    QList<schema::ReplicationView::Kind> m_shown;
    std::optional<Error> m_refusal;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/autorenewal.h"
#include "core/krb/ticket.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace latchkey {

/// Everything that is known of one ticket or one cache, to be read and copied.
class TicketDetail : public QScrollArea
{
    Q_OBJECT
public:
    explicit TicketDetail(QWidget *parent = nullptr);

    void clear();
    void showTicket(const krb::Ticket &ticket, const krb::Cache &cache);
    void showCache(const krb::Cache &cache, const krb::RenewalOutlook &outlook);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRow(const QString &name, QWidget *value);
    QLabel *addField(const QString &name, const QString &value);
    void addName(const QString &name, const QString &value);
    void addEncryption(const QString &name, std::int32_t type);
    void fit();

    QFormLayout *m_fields;
};

} // namespace latchkey

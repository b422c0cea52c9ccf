// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTreeView;

namespace latchkey {

class EmptyState;
class Identities;
class TicketModel;

/// Every cache with its tickets, the chosen one in detail, and what can be done about it.
class TicketPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TicketPanel(Identities &identities, QWidget *parent = nullptr);

    /// The cache of the current row; nullptr if there is none.
    const krb::Cache *currentCache() const;

Q_SIGNALS:
    void signInRequested(const QString &principal);
    void renewRequested(const QString &cacheName);
    /// The person wants this destroyed; whoever gets it asks first.
    void destroyRequested(const latchkey::krb::DestroyTarget &target, const QString &what);

private:
    void buildTree();
    QWidget *buildDetail();
    QWidget *buildButtons();
    QWidget *emptyPage();
    void relist();
    void tick();
    void showDetail();
    void fillTicket(const krb::Ticket &ticket);
    void fillCache(const krb::Cache &cache);
    void addField(const QString &name, const QString &value, bool monospace = false);
    void addEncryption(const QString &name, std::int32_t type);
    void destroyTicket();
    void destroyCache();

    Identities &m_identities;
    TicketModel *m_model = nullptr;
    QTimer m_tick;
    QTreeView *m_tree = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr; ///< made when first shown
    QScrollArea *m_detail = nullptr;
    QFormLayout *m_fields = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_renew = nullptr;
    QPushButton *m_makeDefault = nullptr;
    QPushButton *m_destroy = nullptr;
    QAction *m_destroyTicket = nullptr;
    QAction *m_destroyCache = nullptr;
};

} // namespace latchkey

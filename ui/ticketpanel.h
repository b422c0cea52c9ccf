// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace latchkey {

class EmptyState;
class Identities;
class TicketDetail;
class TicketModel;
class TicketOrder;
struct Settings;

/// Every cache with its tickets, the chosen one in detail, and what can be done about it.
class TicketPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TicketPanel(Identities &identities, QWidget *parent = nullptr);

    /// Which columns and rows are shown, and in which order.
    void restore(const Settings &settings);
    void store(Settings &settings) const;

    /// The cache of the current row; nullptr if there is none.
    const krb::Cache *currentCache() const;

Q_SIGNALS:
    void signInRequested(const QString &principal);
    void renewRequested(const QString &cacheName);
    /// The person wants this destroyed; whoever gets it asks first.
    void destroyRequested(const latchkey::krb::DestroyTarget &target, const QString &what);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTree();
    void buildHeader();
    void buildActions();
    QWidget *buildButtons();
    QWidget *emptyPage();
    void relist();
    void tick();
    void showDetail();
    const krb::Ticket *currentTicket() const;
    void showMenu(const QPoint &place);
    void fillColumns(QMenu *menu);
    void copyAsText();
    void copyAsJson();
    void destroyTicket();
    void destroyCache();

    Identities &m_identities;
    TicketModel *m_model = nullptr;
    TicketOrder *m_order = nullptr;
    QTimer m_tick;
    QTreeView *m_tree = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr; ///< made when first shown
    TicketDetail *m_detail = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_renew = nullptr;
    QPushButton *m_makeDefault = nullptr;
    QPushButton *m_destroy = nullptr;
    QAction *m_copyText = nullptr;
    QAction *m_copyJson = nullptr;
    QAction *m_showExpired = nullptr;
    QAction *m_showNotes = nullptr;
    QAction *m_destroyTicket = nullptr;
    QAction *m_destroyCache = nullptr;
};

} // namespace latchkey

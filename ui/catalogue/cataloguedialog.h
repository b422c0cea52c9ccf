// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/catalogue/teamcatalogues.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace latchkey {

class ErrorBanner;
class SubscriptionDialog;

/// The team's catalogues: how fresh each is, what of it was not taken and why, and what can be done with it.
class CatalogueDialog : public QDialog
{
    Q_OBJECT
public:
    /// `catalogues` must outlive the dialog.
    explicit CatalogueDialog(TeamCatalogues &catalogues, QWidget *parent = nullptr);

    SubscriptionDialog *subscribe();
    SubscriptionDialog *edit();
    void refresh();
    void remove(); ///< asks first

private:
    void build();
    QWidget *buildButtons();
    QWidget *buildDetails();
    void update();
    void updateDetails();
    const Catalogue *current() const;
    SubscriptionDialog *show(const Subscription &subscription);

    TeamCatalogues &m_catalogues;
    ErrorBanner *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_summary = nullptr;
    QPlainTextEdit *m_remarks = nullptr;
    QList<QPushButton *> m_needOne; ///< of the list
};

} // namespace latchkey

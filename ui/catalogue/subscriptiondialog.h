// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/catalogue/teamcatalogues.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLineEdit;

namespace latchkey {

class ErrorBanner;
class WaitingRow;

/// Subscribes to a catalogue, or changes a subscription, and asks for it at once, so that a slip of the finger shows.
class SubscriptionDialog : public QDialog
{
    Q_OBJECT
public:
    /// `subscription`: a new one, or one that there is. `catalogues` must outlive the dialog.
    SubscriptionDialog(TeamCatalogues &catalogues, Subscription subscription, QWidget *parent = nullptr);

    /// As the fields say now.
    Subscription subscription() const;

    void accept() override;
    /// Also while the catalogue is asked for: what has been saved by then is taken back.
    void reject() override;

private:
    void build();
    QWidget *buildTrust();
    void setWaiting(const QString &sentence); ///< empty: no more
    void saved(const Result<Subscription> &saved);
    void refreshed(const Result<Refreshed> &refreshed);
    void takeBack();

    TeamCatalogues &m_catalogues;
    const Subscription m_before;
    const bool m_isNew;
    ErrorBanner *m_banner = nullptr;
    QWidget *m_fields = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_source = nullptr;
    QCheckBox *m_negotiate = nullptr;
    QLineEdit *m_principal = nullptr;
    QLineEdit *m_authorities = nullptr;
    QList<std::pair<Risk, QCheckBox *>> m_trust;
    WaitingRow *m_waiting = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    std::stop_source m_asking;
    bool m_isSaved = false; ///< or about to be
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/session/sessiondetails.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace latchkey {

class TransactionBar;

/// A few words on a tint of their colour, with an icon: READ-ONLY, PRODUCTION.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    /// Without text, hidden.
    void show(const QString &icon, const QString &text, int colour);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_text;
    int m_colour = 0; ///< theme::Colour
};

/// The line that never lets one forget which account, which server, which security, and whether a transaction is open;
/// with a click, the details.
class SessionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SessionHeader(QWidget *parent = nullptr);

    void showSession(const sql::ServerInfo &info);
    void showFacts(const sql::ServerFacts &facts);
    void showProfile(const Profile &profile);
    /// `isBusy`: a statement is running, so that no transaction can be ended by hand.
    void showState(const sql::SessionState &state, bool isBusy);
    /// The connection is gone; account and server stay readable.
    void showDisconnected();

    TransactionBar &transactions() { return *m_transactions; }

    /// As a screen reader says it.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *buildDetailsButton();
    void buildLines();
    void refresh();
    void refreshTls();
    void refreshServer();
    void refreshBadges();
    void showDetails();

    SessionView m_view;

    QLabel *m_account = nullptr;
    QLabel *m_tlsIcon = nullptr;
    QLabel *m_tls = nullptr;
    QLabel *m_server = nullptr;
    Badge *m_transaction = nullptr;
    Badge *m_access = nullptr;
    Badge *m_environment = nullptr;
    TransactionBar *m_transactions = nullptr;
    QToolButton *m_details = nullptr;
};

/// "MariaDB 10.11.19" from "10.11.19-MariaDB-0+deb12u1-log", "MySQL 8.0.36" from "8.0.36". Pure.
QString serverName(const QString &version);

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/sql/session.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;

namespace latchkey {

/// What only the server can tell; asked once after connecting.
struct SessionFacts
{
    QString currentUser; ///< CURRENT_USER(): the account that the server matched, "alice@%"
    bool serverReadOnly = false;

    friend bool operator==(const SessionFacts &, const SessionFacts &) = default;
};

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

/// The line that never lets one forget which account, which server, which security.
class SessionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SessionHeader(QWidget *parent = nullptr);

    void showSession(const sql::ServerInfo &info);
    void showFacts(const SessionFacts &facts);
    void showProfile(const Profile &profile);
    /// The connection is gone; account and server stay readable.
    void showDisconnected();

    /// As a screen reader says it.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshTls();
    void refreshBadges();

    Profile m_profile;
    sql::ServerInfo m_info;
    std::optional<SessionFacts> m_facts;
    bool m_connected = false;

    QLabel *m_account = nullptr;
    QLabel *m_tlsIcon = nullptr;
    QLabel *m_tls = nullptr;
    QLabel *m_server = nullptr;
    Badge *m_access = nullptr;
    Badge *m_environment = nullptr;
};

/// "MariaDB 10.11.19" from "10.11.19-MariaDB-0+deb12u1-log", "MySQL 8.0.36" from "8.0.36". Pure.
QString serverName(const QString &version);

} // namespace latchkey

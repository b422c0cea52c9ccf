// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/autorenewal.h"
#include "core/krb/kerberosservice.h"
#include "ui/remaining.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace latchkey {

class Identities;

/// What the bar says. Pure: identityState() decides it from the caches and the time.
struct IdentityState
{
    QString principal; ///< empty: nobody is signed in by default
    QString words; ///< "valid 7 h 12 min, renewable 6 d 3 h"
    Urgency urgency = Urgency::Over;
    bool renewable = false;
    std::optional<std::chrono::seconds> nextChange; ///< when the words differ

    friend bool operator==(const IdentityState &, const IdentityState &) = default;
};
IdentityState identityState(const QList<krb::Cache> &caches, Instant now);

/// "next renewal 14:05", "not renewed, next try 14:06"; empty if nothing is planned. Pure.
QString renewalWords(const krb::RenewalOutlook &outlook, Instant now);

/// Who am I, how long does it last, and one click each to sign in, renew and destroy.
class IdentityBar : public QWidget
{
    Q_OBJECT
public:
    explicit IdentityBar(Identities &identities, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInRequested(const QString &principal);
    void renewRequested(const QString &cacheName);
    /// `what`: as the question calls it.
    void destroyRequested(const latchkey::krb::DestroyTarget &target, const QString &what);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildButtons();
    void tick();
    void present(const IdentityState &state);
    void fillMenu();
    void fillDestroyMenu();
    void sayRenewal();

    Identities &m_identities;
    QTimer m_tick;
    QLabel *m_icon = nullptr;
    QToolButton *m_principal = nullptr;
    QLabel *m_statusIcon = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_next = nullptr; ///< the next renewal, where there is room for it
    QPushButton *m_signIn = nullptr;
    QPushButton *m_renew = nullptr;
    QPushButton *m_destroy = nullptr;
};

} // namespace latchkey

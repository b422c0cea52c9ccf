// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QComboBox>

class QStringListModel;

namespace latchkey {

/// What a principal that is being typed may become: of `principals` those that begin with it or have it inside, the former
/// first; once the realm is being typed, also the name in each of `realms` that begins so. Case does not matter. Not what
/// is typed already. Pure.
QStringList principalsLike(const QString &typed, const QStringList &principals, const QStringList &realms);

/// Where a principal is typed or chosen, with completion.
class PrincipalField : public QComboBox
{
    Q_OBJECT
public:
    explicit PrincipalField(QWidget *parent = nullptr);

    /// To choose from and to complete to.
    void setKnown(const QStringList &principals);
    /// The default one first.
    void setRealms(const QStringList &realms);
    QString principal() const; ///< without spaces around it
    /// With the realm, the first of setRealms() if none is typed: what passwords are remembered under. As typed if it is no
    /// principal, or there is no such realm.
    QString fullPrincipal() const;

Q_SIGNALS:
    /// fullPrincipal() may differ from before although nothing was typed.
    void realmsKnown();

private:
    void complete(const QString &typed);

    QStringList m_known;
    QStringList m_realms;
    QStringListModel *m_completions = nullptr;
};

} // namespace latchkey

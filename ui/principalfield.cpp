// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/principalfield.h"

#include "core/krb/principal.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include <optional>

namespace latchkey {

namespace {

/// Behind the first '@' that is not escaped; none: the realm is not being typed.
std::optional<qsizetype> realmStart(const QString &typed)
{
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (typed.at(i) == u'\\')
            ++i;
        else if (typed.at(i) == u'@')
            return i + 1;
    }
    return std::nullopt;
}

} // namespace

QStringList principalsLike(const QString &typed, const QStringList &principals, const QStringList &realms)
{
    QStringList found;
    QStringList inside;
    for (const QString &principal : principals) {
        if (principal.startsWith(typed, Qt::CaseInsensitive))
            found += principal;
        else if (principal.contains(typed, Qt::CaseInsensitive))
            inside += principal;
    }
    found += inside;
    if (const auto start = realmStart(typed); start && *start > 1) {
        for (const QString &realm : realms)
            if (realm.startsWith(typed.mid(*start), Qt::CaseInsensitive))
                found += typed.left(*start) + realm;
    }
    found.removeDuplicates();
    found.removeAll(typed);
    return found;
}

PrincipalField::PrincipalField(QWidget *parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("principal"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setFont(theme::monospace(font()));
    setAccessibleName(tr("Principal"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    lineEdit()->setPlaceholderText(tr("alice@REALM, or just alice in the default realm"));
    m_completions = new QStringListModel(this);
    auto *completer = new QCompleter(m_completions, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->popup()->setFont(font());
    setCompleter(nullptr); // the box would look for what is completed among its items
    // Before the completer looks at it.
    connect(lineEdit(), &QLineEdit::textEdited, this, &PrincipalField::complete);
    lineEdit()->setCompleter(completer);
}

void PrincipalField::setKnown(const QStringList &principals)
{
    m_known = principals;
    const QString typed = currentText();
    clear();
    addItems(principals);
    setCurrentText(typed);
}

void PrincipalField::setRealms(const QStringList &realms)
{
    m_realms = realms;
    Q_EMIT realmsKnown();
}

QString PrincipalField::principal() const
{
    return currentText().trimmed();
}

QString PrincipalField::fullPrincipal() const
{
    const QString typed = principal();
    const bool hasRealm = realmStart(typed).has_value();
    if (typed.isEmpty() || (!hasRealm && m_realms.isEmpty()))
        return typed;
    // With a realm, nothing has to be read for it.
    const auto whole = krb::Principal::parse(hasRealm ? typed : typed + QLatin1Char('@') + m_realms.first());
    return whole ? whole->text() : typed;
}

void PrincipalField::complete(const QString &typed)
{
    m_completions->setStringList(typed.isEmpty() ? QStringList() : principalsLike(typed, m_known, m_realms));
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessiondetails.h"

#include "ui/theme.h"

#include <QFormLayout>
#include <QLabel>

namespace latchkey {
namespace {

QString tlsDetail(const sql::ServerInfo &info)
{
    if (info.tlsVersion.isEmpty())
        return SessionDetails::tr("not encrypted");
    const QString version = QString(info.tlsVersion).replace(u"TLSv"_qs, u"TLS "_qs);
    return info.tlsVerified ? SessionDetails::tr("%1, %2, server verified").arg(version, info.tlsCipher)
                            : SessionDetails::tr("%1, %2, server not verified").arg(version, info.tlsCipher);
}

QString versionDetail(const sql::ServerInfo &info, const sql::ServerFacts &facts)
{
    QStringList parts{info.version, facts.versionComment};
    if (facts.isAurora())
        parts << SessionDetails::tr("Aurora %1").arg(facts.auroraVersion);
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

QString accessDetail(const SessionView &view, const sql::ServerFacts &facts)
{
    QStringList reasons;
    if (view.profile.readOnly)
        reasons << SessionDetails::tr("by the profile");
    if (facts.readOnly)
        reasons << u"read_only"_qs;
    if (facts.innodbReadOnly)
        reasons << u"innodb_read_only"_qs;
    return reasons.isEmpty() ? SessionDetails::tr("reads and writes")
                             : SessionDetails::tr("read-only (%1)").arg(reasons.join(u", "_qs));
}

QString transactionDetail(const sql::SessionState &state)
{
    const QString open = state.inTransaction ? SessionDetails::tr("open") : SessionDetails::tr("none open");
    return state.autocommit ? SessionDetails::tr("%1, autocommit on").arg(open)
                            : SessionDetails::tr("%1, autocommit off").arg(open);
}

} // namespace

QString roleWord(sql::ServerRole role)
{
    switch (role) {
    case sql::ServerRole::Writer:
        return SessionDetails::tr("writer");
    case sql::ServerRole::Reader:
        return SessionDetails::tr("reader");
    case sql::ServerRole::Primary:
        return SessionDetails::tr("primary");
    case sql::ServerRole::Replica:
        return SessionDetails::tr("replica");
    }
    Q_UNREACHABLE();
}

QList<SessionDetail> sessionDetails(const SessionView &view)
{
    const sql::ServerInfo &info = view.info;
    const sql::ServerFacts facts = view.facts.value_or(sql::ServerFacts());
    const bool known = view.facts.has_value();
    QList<SessionDetail> details{
        {SessionDetails::tr("Account"), known ? facts.currentUser : info.user},
        {SessionDetails::tr("Logged in as"), facts.user},
        {SessionDetails::tr("Principal"), info.principal},
        {SessionDetails::tr("Service (SPN)"), info.spn},
        {SessionDetails::tr("Encryption"), tlsDetail(info)},
        {SessionDetails::tr("Endpoint"), u"%1:%2"_qs.arg(view.profile.host).arg(view.profile.port)},
        {SessionDetails::tr("Server"), facts.auroraServerId.isEmpty() ? facts.host : facts.auroraServerId},
        {SessionDetails::tr("Role"), known ? roleWord(sql::roleOf(facts)) : QString()},
        {SessionDetails::tr("Version"), versionDetail(info, facts)},
        {SessionDetails::tr("Access"), known ? accessDetail(view, facts) : QString()},
        {SessionDetails::tr("Schema"), view.state.schema},
        {SessionDetails::tr("Transaction"), transactionDetail(view.state)},
        {SessionDetails::tr("Isolation"), facts.isolation},
        {SessionDetails::tr("Time zone"), view.state.variables.value(u"time_zone"_qs, facts.timeZone)},
        {SessionDetails::tr("Connection"), QString::number(info.connectionId)},
    };
    details.removeIf([](const SessionDetail &detail) { return detail.value.isEmpty(); });
    return details;
}

SessionDetails::SessionDetails(const SessionView &view, QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(u"sessionDetails"_qs);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Details of the session"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(theme::wide, theme::wide, theme::wide, theme::wide);
    form->setHorizontalSpacing(theme::wide);
    form->setVerticalSpacing(theme::half);
    form->setLabelAlignment(Qt::AlignLeft);
    for (const SessionDetail &detail : sessionDetails(view))
        add(*form, detail);
}

void SessionDetails::add(QFormLayout &form, const SessionDetail &detail)
{
    auto *name = new QLabel(detail.name);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(detail.value);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(tr("%1: %2").arg(detail.name, detail.value));
    form.addRow(name, value);
}

} // namespace latchkey

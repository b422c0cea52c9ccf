// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/handles.h"
#include "core/krb/ticket.h"

#include <QCoreApplication>

namespace latchkey::krb {

namespace {

struct KnownFlag
{
    std::uint32_t bit;
    const char *name;
    const char *meaning;
};

// RFC 4120, 5.3, unless it says otherwise.
constexpr KnownFlag knownFlags[] = {
    {TKT_FLG_FORWARDABLE, "forwardable",
     QT_TRANSLATE_NOOP("latchkey::krb", "It may be handed on to another computer.")},
    {TKT_FLG_FORWARDED, "forwarded",
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "It was handed on from another computer, or got with such a ticket.")},
    {TKT_FLG_PROXIABLE, "proxiable",
     QT_TRANSLATE_NOOP("latchkey::krb", "Tickets for one service that others may use can be got with it.")},
    {TKT_FLG_PROXY, "proxy",
     QT_TRANSLATE_NOOP("latchkey::krb", "It was made for another computer to use for this service.")},
    {TKT_FLG_MAY_POSTDATE, "may-postdate",
     QT_TRANSLATE_NOOP("latchkey::krb", "Tickets that become valid later can be got with it.")},
    {TKT_FLG_POSTDATED, "postdated",
     QT_TRANSLATE_NOOP("latchkey::krb", "It was asked for to become valid later.")},
    {TKT_FLG_INVALID, "invalid",
     QT_TRANSLATE_NOOP("latchkey::krb", "It does not work until a KDC has validated it.")},
    {TKT_FLG_RENEWABLE, "renewable",
     QT_TRANSLATE_NOOP("latchkey::krb", "It can be renewed without the password before it expires.")},
    {TKT_FLG_INITIAL, "initial",
     QT_TRANSLATE_NOOP("latchkey::krb", "It was got by signing in, not with another ticket.")},
    {TKT_FLG_PRE_AUTH, "pre-authenticated",
     QT_TRANSLATE_NOOP("latchkey::krb", "The KDC checked who it is before it gave the ticket.")},
    {TKT_FLG_HW_AUTH, "hardware-authenticated",
     QT_TRANSLATE_NOOP("latchkey::krb", "A device such as a smart card proved who it is.")},
    {TKT_FLG_TRANSIT_POLICY_CHECKED, "transited-policy-checked",
     QT_TRANSLATE_NOOP("latchkey::krb", "The KDC found that all realms on the way may be trusted.")},
    {TKT_FLG_OK_AS_DELEGATE, "ok-as-delegate",
     QT_TRANSLATE_NOOP("latchkey::krb", "The realm says that this service may act for the user elsewhere.")},
    // RFC 6806, 11
    {TKT_FLG_ENC_PA_REP, "encrypted-pa-rep",
     QT_TRANSLATE_NOOP("latchkey::krb", "The KDC protects its hints on pre-authentication from changes.")},
    // RFC 8062
    {TKT_FLG_ANONYMOUS, "anonymous", QT_TRANSLATE_NOOP("latchkey::krb", "It does not say who uses it.")},
};

} // namespace

QList<TicketFlag> ticketFlags(std::uint32_t flags)
{
    QList<TicketFlag> set;
    for (const KnownFlag &known : knownFlags) {
        if ((flags & known.bit) != 0)
            set += {QString::fromLatin1(known.name),
                    QCoreApplication::translate("latchkey::krb", known.meaning)};
    }
    return set;
}

QStringList flagNames(std::uint32_t flags)
{
    QStringList names;
    for (const KnownFlag &known : knownFlags) {
        if ((flags & known.bit) != 0)
            names += QString::fromLatin1(known.name);
    }
    return names;
}

} // namespace latchkey::krb

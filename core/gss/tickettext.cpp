// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/tickettext.h"

#include "core/gss/printable.h"

#include <gssapi/gssapi.h>
#include <krb5.h>

#include <algorithm>
#include <array>

namespace latchkey::gss {

namespace {

struct Sentence
{
    std::int32_t code;
    Failure::Kind kind;
    const char *text;
};

using enum Failure::Kind;

constexpr std::array sentences{
    Sentence{KRB5_FCC_NOFILE, NoCredential, "There is no Kerberos credential cache; sign in with kinit."},
    Sentence{KRB5_CC_NOTFOUND, NoCredential, "There is no Kerberos ticket; sign in with kinit."},
    Sentence{KRB5_FCC_PERM, NoCredential,
             "The Kerberos credential cache may not be read; it belongs to another user."},
    Sentence{KRB5_CC_FORMAT, NoCredential,
             "The Kerberos credential cache is damaged; run kdestroy, then kinit."},
    Sentence{KRB5_CC_END, NoCredential, "There is no Kerberos ticket; sign in with kinit."},
    Sentence{KRB5KRB_AP_ERR_TKT_EXPIRED, Ticket,
             "The Kerberos ticket has expired; sign in again with kinit."},
    Sentence{
        KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, Ticket,
        "The KDC does not know the database service; its SPN is not registered, or the server names a wrong "
        "one."},
    Sentence{KRB5_KDC_UNREACH, Ticket, "No KDC of the realm answers; check network, VPN and DNS."},
    Sentence{KRB5_REALM_UNKNOWN, Ticket, "No KDC is known for the realm; check krb5.conf and DNS."},
    Sentence{KRB5_REALM_CANT_RESOLVE, Ticket, "The KDC's name cannot be resolved; check krb5.conf and DNS."},
    Sentence{KRB5KRB_AP_ERR_SKEW, Ticket,
             "This computer's clock and the KDC's differ too much; set the clock."},
    Sentence{KRB5_KDCREP_SKEW, Ticket, "This computer's clock and the KDC's differ too much; set the clock."},
    Sentence{KRB5KRB_AP_ERR_TKT_NYV, Ticket, "The Kerberos ticket is not valid yet; check the clock."},
    Sentence{KRB5KDC_ERR_ETYPE_NOSUPP, Ticket,
             "The KDC supports no encryption type that this computer allows."},
    Sentence{KRB5KDC_ERR_POLICY, Ticket, "The KDC's policy refuses a ticket for the database service."},
    Sentence{KRB5_CONFIG_BADFORMAT, Ticket, "krb5.conf cannot be read; correct its syntax."},
    Sentence{KRB5_CONFIG_NODEFREALM, Ticket,
             "krb5.conf names no default realm, and the SPN names none either."},
};

Sentence sentenceFor(const GssStatus &status)
{
    const auto *found = std::find_if(sentences.begin(), sentences.end(),
                                     [&](const Sentence &one) { return one.code == status.minor; });
    if (found != sentences.end())
        return *found;
    if (GSS_ROUTINE_ERROR(status.major) == GSS_S_NO_CRED)
        return {status.minor, NoCredential, "There is no usable Kerberos credential; sign in with kinit."};
    return {status.minor, Ticket, "Kerberos gave no ticket for the database service."};
}

} // namespace

Failure ticketFailure(const GssStatus &status, const std::string &spn)
{
    const Sentence sentence = sentenceFor(status);
    return {sentence.kind, std::string(sentence.text) + " Service " + printable(spn) + ": " + status.text,
            status.minor, status.major};
}

} // namespace latchkey::gss

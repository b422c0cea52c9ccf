// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/krb/defaultorigin.h"
#include "core/krb/principal.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace latchkey::krb {

/// One credential of a cache, without its key.
struct Ticket
{
    Principal client;
    Principal service;
    Instant startTime{}; ///< the authentication time where the KDC gave no start
    Instant endTime{};
    std::optional<Instant> renewUntil;
    std::uint32_t flags = 0; ///< TKT_FLG_* as in krb5.h (RFC 4120, 5.3)
    std::int32_t sessionKeyType = 0; ///< enctype number (RFC 3961 registry)
    std::int32_t ticketKeyType = 0; ///< the key that the service's ticket is encrypted with
    std::uint32_t keyVersion = 0; ///< kvno of that key; 0 if the ticket does not tell
    qsizetype size = 0; ///< of the encoded ticket, bytes
    /// The service that the ticket itself names, where that is not the one that was asked for: an alias or a referral.
    std::optional<Principal> issuedFor;
    QStringList addresses; ///< the only ones it may be used from; none: from everywhere
    QByteArray id; ///< of the encoded ticket, tells it from every other one in this process; no secret
    Instant authTime{}; ///< when the client proved who it is; renewing keeps it

    bool isTicketGranting() const { return service.isTicketGranting(); }
    /// krbtgt/R@R for the client's own realm: the ticket that sign-in gives.
    bool isInitialTicketGranting() const
    {
        return isTicketGranting() && service.components.value(1) == client.realm
               && service.realm == client.realm;
    }
    bool isRenewable() const { return renewUntil && *renewUntil > endTime; }

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

/// What a ticket is good for.
enum class TicketKind {
    SignIn, ///< the client's own realm's TGT
    CrossRealm, ///< a TGT for another realm: of the trust on the way there, or of that realm itself
    Service,
    Referral, ///< for a service that was asked for under another name
};
TicketKind kindOf(const Ticket &ticket);

/// What is known of an enctype: its name as krb5 spells it and whether it is weak (DES, 3DES, RC4).
struct EncryptionType
{
    QString name;
    bool weak = false;
};
EncryptionType encryptionType(std::int32_t number);

/// A flag that is set, in words, and a translated sentence on what it means.
struct TicketFlag
{
    QString name;
    QString meaning;
};
/// In the order of RFC 4120: "forwardable", "renewable", …
QList<TicketFlag> ticketFlags(std::uint32_t flags);
QStringList flagNames(std::uint32_t flags);

/// What libkrb5 itself noted in a cache: an X-CACHECONF entry.
struct ConfigurationEntry
{
    QString key;
    QString principal; ///< whom it is about; empty: the whole cache
    QByteArray value;

    friend bool operator==(const ConfigurationEntry &, const ConfigurationEntry &) = default;
};

/// One credential cache as it was at the moment of listing.
struct Cache
{
    QString name; ///< full name, "TYPE:residual"
    std::optional<Principal> principal; ///< none: empty or unreadable
    QList<Ticket> tickets; ///< without configuration entries
    QList<ConfigurationEntry> configuration;
    std::optional<Instant> passwordExpires; ///< the principal's, where the KDC told at sign-in
    bool isDefault = false; ///< what libkrb5 and other programs use when nothing is named
    std::optional<DefaultOrigin> defaultOrigin; ///< why it is the default one
    bool isPrivate = false; ///< in Latchkey's own collection
    std::optional<Error> problem; ///< why it could not be read; the other fields then are what is known

    QString type() const { return name.section(QLatin1Char(':'), 0, 0); }
    /// The ticket that says until when one is signed in; null if there is none.
    const Ticket *ticketGranting() const;

    friend bool operator==(const Cache &, const Cache &) = default;
};

} // namespace latchkey::krb

// Lists of thousands grow in place.
Q_DECLARE_TYPEINFO(latchkey::krb::Ticket, Q_RELOCATABLE_TYPE);

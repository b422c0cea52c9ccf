// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/krb/principal.h"

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

/// What is known of an enctype: its name as krb5 spells it and whether it is weak (DES, 3DES, RC4).
struct EncryptionType
{
    QString name;
    bool weak = false;
};
EncryptionType encryptionType(std::int32_t number);

/// Names of the flags that are set, in words, in the order of RFC 4120: "forwardable", "renewable", …
QStringList flagNames(std::uint32_t flags);

/// One credential cache as it was at the moment of listing.
struct Cache
{
    QString name; ///< full name, "TYPE:residual"
    std::optional<Principal> principal; ///< none: empty or unreadable
    QList<Ticket> tickets; ///< without configuration entries
    bool isDefault = false; ///< what libkrb5 and other programs use when nothing is named
    bool isPrivate = false; ///< in Latchkey's own collection
    std::optional<Error> problem; ///< why it could not be read; the other fields then are what is known

    QString type() const { return name.section(QLatin1Char(':'), 0, 0); }
    /// The ticket that says until when one is signed in; null if there is none.
    const Ticket *ticketGranting() const;

    friend bool operator==(const Cache &, const Cache &) = default;
};

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmobservation.h"

namespace latchkey::krb {

/// A name server on an IPv4 address.
struct NameServer
{
    QString address;
    std::uint16_t port = 53;
};

/// Asks the DNS for the KDCs of a realm: the system's name servers, or the one given. Blocking, some seconds where no
/// name server answers.
KdcLookup lookUpKdcs(const QString &realm, const std::optional<NameServer> &server = {});

} // namespace latchkey::krb

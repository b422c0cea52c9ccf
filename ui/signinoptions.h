// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/signin.h"

#include <QVariantMap>

#include <chrono>
#include <optional>

namespace latchkey {

/// What is wanted of the ticket and where it goes; what is not set is krb5.conf's and the KDC's choice.
struct SignInOptions
{
    std::optional<std::chrono::seconds> lifetime{};
    std::optional<std::chrono::seconds> renewableLifetime{}; ///< 0: not renewable
    std::optional<bool> forwardable{};
    std::optional<bool> proxiable{};
    std::optional<bool> addressless{};
    bool canonicalize = false;
    bool enterprise = false;
    krb::CacheChoice cache{};
    QString armor{}; ///< krb::SignInRequest::armor

    friend bool operator==(const SignInOptions &, const SignInOptions &) = default;

    void addTo(krb::SignInRequest &request) const;
};

/// "8 hours", "7 days". Pure.
QString spanText(std::chrono::seconds span);

/// "lifetime 1 hour, not forwardable, a new cache": what differs from leaving it all alone; empty if nothing does. Pure.
QString summary(const SignInOptions &options);

/// For a file, and back. A new cache is for once: it is not remembered. Pure.
QVariantMap toMap(const SignInOptions &options);
SignInOptions optionsFrom(const QVariantMap &map);

} // namespace latchkey

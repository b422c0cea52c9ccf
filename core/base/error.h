// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey {

/// What went wrong, for programs (code), for people (message) and for whoever has to dig (detail, native).
/// Decide on `code`, show `message`, log `detail`; never match on text.
struct Error
{
    enum class Code {
        Internal, ///< a bug of ours or of a library: should never be seen
        Cancelled, ///< the user, or the program on the user's behalf, changed their mind
        InvalidInput, ///< what was typed cannot be meant
        NotFound, ///< a named thing (profile, cache) does not exist

        // Identity
        NotSignedIn, ///< no credential cache for the principal wanted
        TicketExpired, ///< there is a ticket, but its time is over
        BadPassword,
        UnknownPrincipal,
        PasswordExpired,
        PasswordRefused, ///< the new password breaks the KDC's policy
        AccountLocked, ///< locked, disabled or revoked
        AccountExpired,
        CertificateRefused, ///< the KDC does not accept the user's certificate, or it cannot be read
        NobodyToAsk, ///< the KDC wants to know more than was given, and nobody can be asked
        KdcPolicy, ///< the KDC refused lifetime, flags or renewal
        NotRenewable,
        KeytabUnusable,
        CacheUnusable, ///< damaged, unreadable, of another owner, or of a type that cannot do what was asked

        // Realm
        KdcUnreachable,
        KdcUntrusted, ///< the KDC's certificate is not trusted (PKINIT)
        RealmUnknown,
        ClockSkew,
        EncryptionUnsupported,
        ServiceUnknown, ///< the KDC does not know the SPN
        NoTrust, ///< no path from the user's realm to the service's
        ConfigBroken, ///< krb5.conf cannot be read

        // Server
        HostUnknown,
        ServerUnreachable, ///< refused, filtered, or silent
        ServerDenied, ///< the server does not let this account in
        RealmMismatch, ///< the server's account belongs to another realm than the ticket
        ProtocolError, ///< the server's bytes make no sense
        SessionLost, ///< an open connection went away
        StatementFailed, ///< the server refused a statement

        // Refused by us, for safety
        TlsMissing,
        TlsUntrusted, ///< chain not trusted, self-signed
        TlsHostMismatch,
        TlsExpired,
        SpnRefused, ///< the server named a service the profile does not expect
        PluginRefused, ///< the server asked for another way to authenticate
        ServerNotProven, ///< mutual authentication failed: the server does not hold the service's key

        // Files
        FileDamaged,
        FileInaccessible,

        // The desktop's keychain
        KeychainAbsent, ///< nothing on this session keeps secrets
        KeychainLocked, ///< and the user was not to be asked to unlock it
        KeychainRefused, ///< it stayed locked: its question was declined, or could not be shown
        KeychainSilent, ///< it did not answer in time
        KeychainFailed,

        // Other programs
        CommandFailed, ///< that was run for its answer, such as aws
    };

    Code code = Code::Internal;
    QString message; ///< a translated sentence: what happened, why, what to do
    QString detail; ///< the call and the library's own words; never a secret
    int native = 0; ///< krb5_error_code, MySQL errno or errno, as `code` suggests; 0 if there is none

    friend bool operator==(const Error &, const Error &) = default;
};

/// The error's name as the enumerator spells it ("NotSignedIn"), for logs, JSON and tests.
QString codeName(Error::Code code);

} // namespace latchkey

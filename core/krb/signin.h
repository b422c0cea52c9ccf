// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/krb/prompter.h"

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace latchkey::krb {

/// Nothing is given: whatever the KDC wants is asked.
struct AskForProof
{ };

/// The path of a file with the principal's keys.
struct Keytab
{
    QString file;
};

/// A certificate with its private key (PKINIT, RFC 4556).
struct Certificate
{
    /// As libkrb5's X509_user_identity: "FILE:cert.pem,key.pem", "PKCS12:file", "DIR:folder", "PKCS11:module".
    QString identity;
    QString anchors{}; ///< whom to trust with the KDC's certificate, "FILE:ca.pem"; empty: krb5.conf says it
};

/// What the user proves the identity with.
using Proof = std::variant<AskForProof, Secret, Keytab, Certificate>;

/// Where the tickets go.
struct AutomaticCache
{ ///< see KerberosService::signIn()
    friend bool operator==(const AutomaticCache &, const AutomaticCache &) = default;
};
struct NewCache
{ ///< one that did not exist before
    friend bool operator==(const NewCache &, const NewCache &) = default;
};
struct PrivateCache
{ ///< the principal's one in Latchkey's own collection
    friend bool operator==(const PrivateCache &, const PrivateCache &) = default;
};
/// This one, if it is empty or holds the same principal.
struct NamedCache
{
    QString name;

    friend bool operator==(const NamedCache &, const NamedCache &) = default;
};
/// A new one in this process's memory, which no list shows. Whoever gets it destroys it.
struct NewMemoryCache
{
    friend bool operator==(const NewMemoryCache &, const NewMemoryCache &) = default;
};
using CacheChoice = std::variant<AutomaticCache, NewCache, PrivateCache, NamedCache, NewMemoryCache>;

struct SignInRequest
{
    QString principal; ///< as typed; a missing realm becomes the default realm
    Proof credential;
    // What is not set is krb5.conf's and the KDC's choice.
    std::optional<std::chrono::seconds> lifetime{};
    std::optional<std::chrono::seconds> renewableLifetime{};
    std::optional<bool> forwardable{};
    std::optional<bool> proxiable{};
    std::optional<bool> addressless{}; ///< good from every address
    bool canonicalize = false; ///< the KDC may answer with another spelling of the principal
    bool enterprise =
        false; ///< "alice@corp.example.com" is a name in the realm, not a name with a realm (RFC 6806, 5)
    CacheChoice cache{};
    /// The cache whose ticket protects what is asked and answered (FAST, RFC 6113), as one-time passwords need it. Empty:
    /// where the KDC takes nothing unprotected, an anonymous ticket is got for that, if the realm gives one (PKINIT).
    QString armor{};
    /// A krb5.conf that goes before the usual ones. It is noted with the tickets, and goes for renewing them, signing in again
    /// and changing the password. Empty: none, or the one that the cache notes which they replace.
    QString config{};
    std::shared_ptr<Prompter> prompter{}; ///< none: there is nobody to ask, and a question is an error
};

} // namespace latchkey::krb

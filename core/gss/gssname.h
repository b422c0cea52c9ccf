// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/gssstatus.h"

#include <memory>
#include <string>
#include <variant>

struct gss_name_struct;
struct gss_cred_id_struct;
struct gss_OID_desc_struct;

namespace latchkey::gss {

enum class Mechanism {
    Kerberos, ///< itself (RFC 4121), as databases want it
    Spnego, ///< Kerberos in the wrapping that web servers want (RFC 4178)
};
gss_OID_desc_struct *oidOf(Mechanism mechanism); ///< lives as long as the program

struct ReleaseName
{
    void operator()(gss_name_struct *name) const;
};
using NameHandle = std::unique_ptr<gss_name_struct, ReleaseName>;

struct ReleaseCredential
{
    void operator()(gss_cred_id_struct *credential) const;
};
using CredentialHandle = std::unique_ptr<gss_cred_id_struct, ReleaseCredential>;

/// The principal exactly as spelled: no DNS, no domain_realm; without "@REALM" krb5.conf's default realm.
std::variant<NameHandle, GssStatus> importPrincipal(const std::string &principal);

/// SERVICE at a host, "HTTP" and "www.corp.example.com": krb5.conf says whether DNS is asked for the host's name, and which
/// realm it is in.
std::variant<NameHandle, GssStatus> importService(const std::string &service, const std::string &host);

/// A credential to initiate with. `cacheName` ("TYPE:residual") empty: the default cache, or with a `principal` that
/// principal's cache wherever the collection has it. `principal` empty: the cache's own. `mechanism`: the one that it is
/// for.
std::variant<CredentialHandle, GssStatus> acquireCredential(const std::string &cacheName,
                                                            const std::string &principal,
                                                            Mechanism mechanism = Mechanism::Kerberos);

} // namespace latchkey::gss

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/gssstatus.h"

#include <memory>
#include <string>
#include <variant>

struct gss_name_struct;
struct gss_cred_id_struct;

namespace latchkey::gss {

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
/// principal's cache wherever the collection has it. `principal` empty: the cache's own.
std::variant<CredentialHandle, GssStatus> acquireCredential(const std::string &cacheName,
                                                            const std::string &principal);

} // namespace latchkey::gss

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <krb5/krb5.h>

#include <memory>

namespace latchkey::krb {

/// Frees what libkrb5 gave; it needs the context for that, so the deleter carries it. The context must outlive the
/// handle: declare it first.
template <typename T, auto Free>
struct Release
{
    krb5_context context = nullptr;
    void operator()(T *object) const { static_cast<void>(Free(context, object)); }
};

template <typename T, auto Free>
using Handle = std::unique_ptr<T, Release<T, Free>>;

using CacheHandle = Handle<_krb5_ccache, krb5_cc_close>;
/// A MEMORY cache that goes with the handle. Such a cache is shared by name within the process.
using MemoryCache = Handle<_krb5_ccache, krb5_cc_destroy>;
using PrincipalHandle = Handle<krb5_principal_data, krb5_free_principal>;
using KeytabHandle = Handle<_krb5_kt, krb5_kt_close>;
using OptionsHandle = Handle<krb5_get_init_creds_opt, krb5_get_init_creds_opt_free>;
using TicketHandle = Handle<krb5_ticket, krb5_free_ticket>;
using CredentialHandle = Handle<krb5_creds, krb5_free_creds>;
using ReplyErrorHandle = Handle<krb5_error, krb5_free_error>;
using NameHandle = Handle<char, krb5_free_unparsed_name>;
using StringHandle = Handle<char, krb5_free_string>;
using RealmHandle = Handle<char, krb5_free_default_realm>;

/// Receives what a libkrb5 function gives through a pointer to a pointer, and hands it to the handle at the end of
/// the full expression: `krb5_cc_default(context, into(cache, context))`.
template <typename T, auto Free>
class Into
{
public:
    Into(Handle<T, Free> &handle, krb5_context context) : m_handle(handle), m_context(context) { }
    ~Into() { m_handle = Handle<T, Free>(m_object, Release<T, Free>{m_context}); }
    Into(const Into &) = delete;
    Into &operator=(const Into &) = delete;
    operator T **() { return &m_object; }

private:
    Handle<T, Free> &m_handle;
    krb5_context m_context;
    T *m_object = nullptr;
};

template <typename T, auto Free>
Into<T, Free> into(Handle<T, Free> &handle, krb5_context context)
{
    return {handle, context};
}

/// A credential that libkrb5 fills in place.
class Credential
{
public:
    explicit Credential(krb5_context context) : m_context(context) { }
    ~Credential() { krb5_free_cred_contents(m_context, &m_creds); }
    Credential(const Credential &) = delete;
    Credential &operator=(const Credential &) = delete;

    krb5_creds *get() { return &m_creds; }
    krb5_creds *operator->() { return &m_creds; }

private:
    krb5_context m_context;
    krb5_creds m_creds = {};
};

} // namespace latchkey::krb

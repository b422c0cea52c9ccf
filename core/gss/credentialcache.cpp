// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/credentialcache.h"

#include "core/gss/principalname.h"

#include <krb5.h>

#include <memory>
#include <sstream>

namespace latchkey::gss {

namespace {

struct FreeContext
{
    void operator()(_krb5_context *context) const { krb5_free_context(context); }
};
using Context = std::unique_ptr<_krb5_context, FreeContext>;

/// Null if krb5.conf cannot be read; GSS says so later, in words.
Context makeContext()
{
    krb5_context context = nullptr;
    return krb5_init_context(&context) == 0 ? Context(context) : nullptr;
}

/// libkrb5 needs the context to free anything, so the deleter carries it.
template <typename T, auto Free>
struct Release
{
    krb5_context context = nullptr;
    void operator()(T *object) const { Free(context, object); }
};
using Cache = std::unique_ptr<_krb5_ccache, Release<_krb5_ccache, krb5_cc_close>>;
using Principal = std::unique_ptr<krb5_principal_data, Release<krb5_principal_data, krb5_free_principal>>;
using Text = std::unique_ptr<char, Release<char, krb5_free_unparsed_name>>;

Cache openCache(krb5_context context, const std::string &name)
{
    krb5_ccache cache = nullptr;
    const krb5_error_code code =
        name.empty() ? krb5_cc_default(context, &cache) : krb5_cc_resolve(context, name.c_str(), &cache);
    return {code == 0 ? cache : nullptr, {context}};
}

Principal principalOf(krb5_context context, krb5_ccache cache)
{
    krb5_principal principal = nullptr;
    const krb5_error_code code = krb5_cc_get_principal(context, cache, &principal);
    return {code == 0 ? principal : nullptr, {context}};
}

std::optional<std::string> fullName(krb5_context context, krb5_ccache cache)
{
    char *name = nullptr;
    if (krb5_cc_get_full_name(context, cache, &name) != 0)
        return std::nullopt;
    std::string copy = name;
    krb5_free_string(context, name);
    return copy;
}

/// The principal `user`@`realm`, with both taken literally.
Principal buildPrincipal(krb5_context context, const std::string &user, const std::string &realm)
{
    const auto parsed = parsePrincipalName(user);
    krb5_principal principal = nullptr;
    if (!parsed || parsed->realm)
        return {nullptr, {context}};
    if (krb5_parse_name_flags(context, user.c_str(), KRB5_PRINCIPAL_PARSE_NO_REALM, &principal) != 0)
        return {nullptr, {context}};
    Principal built(principal, {context});
    if (krb5_set_principal_realm(context, built.get(), realm.c_str()) != 0)
        return {nullptr, {context}};
    return built;
}

} // namespace

std::optional<std::string> defaultAccount()
{
    const Context context = makeContext();
    if (!context)
        return std::nullopt;
    const Cache cache = openCache(context.get(), {});
    if (!cache)
        return std::nullopt;
    const Principal principal = principalOf(context.get(), cache.get());
    if (!principal)
        return std::nullopt;
    constexpr int flags = KRB5_PRINCIPAL_UNPARSE_NO_REALM | KRB5_PRINCIPAL_UNPARSE_DISPLAY;
    char *text = nullptr;
    if (krb5_unparse_name_flags(context.get(), principal.get(), flags, &text) != 0)
        return std::nullopt;
    const Text owned(text, {context.get()});
    return std::string(owned.get());
}

std::optional<std::string> cacheOf(const std::string &user, const std::string &realm)
{
    const Context context = makeContext();
    if (!context || user.empty() || realm.empty())
        return std::nullopt;
    const Principal principal = buildPrincipal(context.get(), user, realm);
    krb5_ccache found = nullptr;
    if (!principal || krb5_cc_cache_match(context.get(), principal.get(), &found) != 0)
        return std::nullopt;
    const Cache cache(found, {context.get()});
    return fullName(context.get(), cache.get());
}

std::optional<PrivateCache> PrivateCache::copyOf(const std::string &original)
{
    const Context context = makeContext();
    if (!context)
        return std::nullopt;
    const Cache source = openCache(context.get(), original);
    if (!source)
        return std::nullopt;
    const Principal principal = principalOf(context.get(), source.get());
    if (!principal)
        return std::nullopt;

    krb5_ccache made = nullptr;
    if (krb5_cc_new_unique(context.get(), "MEMORY", nullptr, &made) != 0)
        return std::nullopt;
    const Cache copy(made, {context.get()});
    const auto name = fullName(context.get(), copy.get());
    if (!name)
        return std::nullopt;
    PrivateCache result(*name); // destroys the cache if it cannot be filled
    if (krb5_cc_initialize(context.get(), copy.get(), principal.get()) != 0
        || krb5_cc_copy_creds(context.get(), source.get(), copy.get()) != 0)
        return std::nullopt;
    return result;
}

PrivateCache::~PrivateCache()
{
    if (m_name.empty())
        return;
    const Context context = makeContext();
    if (!context)
        return;
    Cache cache = openCache(context.get(), m_name);
    if (cache)
        krb5_cc_destroy(context.get(), cache.release()); // closes the handle whatever it returns
}

Appdefaults readAppdefaults()
{
    Appdefaults defaults;
    const Context context = makeContext();
    if (!context)
        return defaults;
    int destroy = 0;
    krb5_appdefault_boolean(context.get(), "mysql", nullptr, "destroy_tickets", 0, &destroy);
    defaults.destroyTickets = destroy != 0;

    char *classes = nullptr;
    krb5_appdefault_string(context.get(), "mysql", nullptr, "service_classes", "", &classes);
    const Text owned(classes, {context.get()});
    std::istringstream words(owned ? owned.get() : "");
    for (std::string word; words >> word;)
        defaults.serviceClasses.push_back(word);
    return defaults;
}

} // namespace latchkey::gss

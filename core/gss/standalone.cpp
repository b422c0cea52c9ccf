// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/standalone.h"

#include "core/gss/printable.h"

namespace latchkey::gss {

StandaloneLogin::StandaloneLogin(Method method, std::string user, LogSink log)
    : m_user(std::move(user)), m_log(std::move(log)), m_appdefaults(readAppdefaults())
{
    m_exchange.method = method;
    m_exchange.requireTls = false; // the program decides on TLS
    auto &classes = m_exchange.spnPolicy.serviceClasses;
    classes.insert(classes.end(), m_appdefaults.serviceClasses.begin(), m_appdefaults.serviceClasses.end());
    m_exchange.prepare = [this](const ServerRequest &request, Exchange &) { return chooseCache(request); };
}

std::optional<Failure> StandaloneLogin::chooseCache(const ServerRequest &request)
{
    if (const auto match = cacheOf(m_user, request.realm))
        m_exchange.cacheName = *match;
    else if (!m_user.empty() && !request.realm.empty() && m_log)
        m_log(LogLevel::Warning, "No credential cache is " + printable(m_user) + "@"
                                     + printable(request.realm) + "'s; the default one is used");
    if (!m_appdefaults.destroyTickets)
        return std::nullopt;
    m_private = PrivateCache::copyOf(m_exchange.cacheName);
    if (m_private)
        m_exchange.cacheName = m_private->name();
    return std::nullopt; // without a readable cache GSS fails, and says why
}

} // namespace latchkey::gss

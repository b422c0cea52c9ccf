// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/credentialcache.h"
#include "core/gss/handshake.h"

namespace latchkey::gss {

/// A login that nobody has prepared, as with the .so in another program: the cache is the collection's that holds
/// USER@REALM once the server has named the realm, else the default one; the default policy, and the service classes
/// that krb5.conf allows besides. With destroy_tickets a private copy of that cache is used, so that no ticket fetched
/// for the login ever lands in the user's.
class StandaloneLogin
{
public:
    StandaloneLogin(Method method, std::string user, LogSink log);
    StandaloneLogin(const StandaloneLogin &) = delete;
    StandaloneLogin &operator=(const StandaloneLogin &) = delete;

    Exchange &exchange() { return m_exchange; }

private:
    std::optional<Failure> chooseCache(const ServerRequest &request);

    std::string m_user;
    LogSink m_log;
    Appdefaults m_appdefaults;
    Exchange m_exchange;
    std::optional<PrivateCache> m_private;
};

} // namespace latchkey::gss

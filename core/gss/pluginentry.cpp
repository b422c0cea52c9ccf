// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/pluginentry.h"

#include "core/gss/printable.h"
#include "core/gss/standalone.h"

#include <mysql.h>

#include <mysql/client_plugin.h>

#include <cstdlib>
#include <cstring>
#include <exception>

namespace latchkey::gss {

namespace {

/// The plugin's return value. Leaving the error empty tells libmariadb to go on.
int conclude(Verdict verdict, const Exchange &exchange, VioChannel &channel)
{
    if (verdict == Verdict::Failed)
        channel.stop(exchange.failure->text);
    return verdict == Verdict::Done ? CR_OK : CR_ERROR;
}

int abandon(VioChannel &channel, Exchange *exchange, const char *reason)
{
    channel.stop(reason);
    if (exchange != nullptr)
        exchange->failure = Failure{Failure::Kind::Stopped, reason, 0, 0};
    return CR_ERROR;
}

/// C code is above us: nothing may be thrown into it.
template <typename Login>
int guarded(VioChannel &channel, Exchange *exchange, const Login &login) noexcept
{
    try {
        try {
            return login();
        } catch (const std::exception &exception) {
            return abandon(channel, exchange, exception.what());
        } catch (...) {
            return abandon(channel, exchange, "The login ended in an unknown exception.");
        }
    } catch (...) { // no memory to keep the reason; the library has been stopped before
        return CR_ERROR;
    }
}

/// Tells the user's name from the default cache, in libmariadb's own memory.
void nameUser(st_mysql *mysql, const LogSink &log)
{
    const auto account = defaultAccount();
    if (!account) {
        if (log)
            log(LogLevel::Warning, "No user is named and no credential cache names one");
        return;
    }
    char *copy = strdup(account->c_str());
    if (copy == nullptr)
        return;
    std::free(mysql->user);
    mysql->user = copy;
    if (log)
        log(LogLevel::Info, "The credential cache names the user: " + printable(*account));
}

bool userIsNamed(const st_mysql *mysql)
{
    return mysql->user != nullptr && mysql->user[0] != '\0';
}

} // namespace

int authenticateFor(Exchange &exchange, Plugin plugin, st_plugin_vio *vio, st_mysql *mysql,
                    VioChannel::IsEncrypted isEncrypted) noexcept
{
    VioChannel channel(vio, mysql, isEncrypted);
    return guarded(channel, &exchange, [&] {
        if (exchange.handle != mysql) {
            exchange.handle = mysql;
            if (exchange.onStage)
                exchange.onStage(Stage::Connected);
        }
        return conclude(authenticate(plugin, channel, exchange, {}), exchange, channel);
    });
}

int authenticateStandalone(Plugin plugin, st_plugin_vio *vio, st_mysql *mysql, const LogSink &log) noexcept
{
    VioChannel channel(vio, mysql, nullptr);
    return guarded(channel, nullptr, [&] {
        if (!channel.greetingAnswered() && !userIsNamed(mysql))
            nameUser(mysql, log);
        StandaloneLogin login(plugin == Plugin::Kerberos ? Method::Kerberos : Method::Gssapi,
                              userIsNamed(mysql) ? mysql->user : "", log);
        HandshakeTerms terms;
        terms.otherPluginsAllowed = true;
        terms.log = log;
        return conclude(authenticate(plugin, channel, login.exchange(), terms), login.exchange(), channel);
    });
}

} // namespace latchkey::gss

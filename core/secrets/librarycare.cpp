// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/librarycare.h"

#include <QLibrary>

namespace latchkey::secrets {

namespace {

// As gio/gdbusconnection.h and libsecret/secret-service.h declare them. Loaded as QtKeychain loads libsecret, so that
// there is no need for it where KWallet is used.
using GetBus = void *(*)(int type, void *cancellable, void **error);
using SetExitOnClose = void (*)(void *connection, int exits);
using Disconnect = void (*)();

constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION

template <typename Function>
Function resolve(const char *library, const char *symbol)
{
    return reinterpret_cast<Function>(QLibrary::resolve(QLatin1String(library), 0, symbol));
}

void surviveTheBus()
{
    static const auto getBus = resolve<GetBus>("gio-2.0", "g_bus_get_sync");
    static const auto setExitOnClose =
        resolve<SetExitOnClose>("gio-2.0", "g_dbus_connection_set_exit_on_close");
    if (!getBus || !setExitOnClose)
        return;
    // The reference is kept: while there is one, everybody gets the same connection.
    static void *connection = nullptr;
    if (!connection)
        connection = getBus(sessionBus, nullptr, nullptr);
    if (connection)
        setExitOnClose(connection, 0);
}

} // namespace

void prepareLibraries()
{
    static const auto disconnect = resolve<Disconnect>("secret-1", "secret_service_disconnect");
    if (!disconnect)
        return;
    surviveTheBus();
    disconnect();
}

} // namespace latchkey::secrets

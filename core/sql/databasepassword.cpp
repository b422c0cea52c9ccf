// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/databasepassword.h"

#include "core/base/secret.h"

#include <mysql.h>

#include <ma_pvio.h>

#include <cstdlib>
#include <cstring>

namespace latchkey::sql {

namespace {

void wipe(st_mysql *handle)
{
    if (handle->passwd)
        explicit_bzero(handle->passwd, std::strlen(handle->passwd));
    // A plugin may have sent the password itself, inside TLS.
    const NET &net = handle->net;
    if (net.buff)
        explicit_bzero(net.buff, static_cast<std::size_t>(net.buff_end - net.buff));
}

/// libmariadb's own, and the same with wiping before it closes and then frees everything.
struct Closing
{
    PVIO_METHODS original;
    PVIO_METHODS wiping;

    explicit Closing(const PVIO_METHODS &methods) : original(methods), wiping(methods)
    {
        wiping.close = close;
    }
    static my_bool close(MARIADB_PVIO *pvio);
};

/// Of TCP connections: there is but one table of methods for all.
const Closing &closing(const PVIO_METHODS &methods)
{
    static const Closing instance(methods);
    return instance;
}

my_bool Closing::close(MARIADB_PVIO *pvio)
{
    wipe(pvio->mysql);
    return closing(*pvio->methods).original.close(pvio);
}

} // namespace

void tellPassword(st_mysql *handle, std::string_view password)
{
    auto *copy = static_cast<char *>(std::malloc(password.size() + 1)); // libmariadb frees it with free()
    if (!copy)
        return;
    copySecret(copy, password);
    copy[password.size()] = '\0';
    if (handle->passwd)
        explicit_bzero(handle->passwd, std::strlen(handle->passwd));
    std::free(handle->passwd);
    handle->passwd = copy;
    MARIADB_PVIO *pvio = handle->net.pvio;
    if (pvio && pvio->mysql == handle) // the structure is the one that the header describes
        pvio->methods = const_cast<PVIO_METHODS *>(&closing(*pvio->methods).wiping);
}

void forgetPassword(st_mysql *handle)
{
    wipe(handle);
}

} // namespace latchkey::sql

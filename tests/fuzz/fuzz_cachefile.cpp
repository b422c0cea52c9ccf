// SPDX-License-Identifier: GPL-2.0-or-later
// What the file of a credential cache may hold that another program has written, or half written.
#include "core/krb/cachefilereader.h"

#include <cstdlib>

using namespace latchkey::krb;

namespace {

krb5_context contextOfLibrary()
{
    krb5_context context = nullptr;
    if (krb5_init_context(&context) != 0)
        std::abort();
    return context;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const krb5_context context = contextOfLibrary();
    const auto reader = CacheFileReader::fromBytes(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!reader)
        return 0;
    qsizetype visited = 0;
    const auto code = reader->visit(context, [&visited](const krb5_creds &creds) {
        if (!creds.client || !creds.server)
            std::abort();
        ++visited;
    });
    if (reader->principal().components.isEmpty() || (code == 0 && visited != reader->count()))
        std::abort();
    return 0;
}

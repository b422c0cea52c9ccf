// SPDX-License-Identifier: GPL-2.0-or-later
// What the file of a credential cache may hold that another program has written, or half written.
#include "core/krb/cachefilereader.h"

#include <QBuffer>

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
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(reinterpret_cast<const char *>(data), static_cast<int>(size));
    buffer->open(QIODevice::ReadOnly);
    auto reader = CacheFileReader::open(std::move(buffer));
    if (!reader)
        return 0;
    if (reader->principal().components.isEmpty())
        std::abort();
    (void)reader->visit(context, [](const krb5_creds &creds) {
        if (!creds.client || !creds.server)
            std::abort();
    });
    return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
// What the file of a credential cache may hold that another program has written, or half written.
#include "core/krb/cachefilereader.h"

#include <cstdlib>

using namespace latchkey::krb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    CacheFileReader::File file(fmemopen(const_cast<std::uint8_t *>(data), size, "r"));
    auto reader = CacheFileReader::open(std::move(file));
    if (!reader)
        return 0;
    if (reader->principal().components.isEmpty())
        std::abort();
    std::size_t seen = 0;
    (void)reader->visit([&seen](const krb5_creds &creds) {
        seen += creds.ticket.length + creds.second_ticket.length;
        for (krb5_principal principal : {creds.client, creds.server}) {
            seen += principal->realm.length;
            for (krb5_int32 i = 0; i < principal->length; ++i)
                seen += principal->data[i].length;
        }
        for (krb5_address *const *address = creds.addresses; *address; ++address)
            seen += (*address)->length;
    });
    if (seen > size)
        std::abort();
    return 0;
}

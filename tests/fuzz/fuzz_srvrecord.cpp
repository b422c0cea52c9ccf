// SPDX-License-Identifier: GPL-2.0-or-later
// What a name server answers when it is asked for a realm's KDCs.
#include "core/krb/srvrecord.h"

#include <algorithm>
#include <cstdlib>

using namespace latchkey::krb;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto records = srvRecords(QByteArrayView(data, static_cast<qsizetype>(size)));
    const bool isSorted =
        std::is_sorted(records.begin(), records.end(),
                       [](const SrvRecord &a, const SrvRecord &b) { return a.priority < b.priority; });
    if (!isSorted || records.size() > 65535)
        std::abort();
    return 0;
}

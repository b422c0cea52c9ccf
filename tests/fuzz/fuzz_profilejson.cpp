// SPDX-License-Identifier: GPL-2.0-or-later
// A profile file from anywhere: reading it must be safe, and what could be read must survive being written.
#include "core/profile/profilejson.h"

#include <cstdint>
#include <cstdlib>

using namespace latchkey;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document =
        readProfiles(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("profiles.json"));
    if (!document) {
        if (document.error().message.isEmpty())
            std::abort();
        return 0;
    }
    const auto again = readProfiles(writeProfiles(*document), QStringLiteral("profiles.json"));
    if (!again || *again != *document)
        std::abort();
    for (const Profile &profile : document->profiles) {
        const QStringList parts = splitPath(profile.path());
        if (parts.size() > profile.folder.size() + 1)
            std::abort();
    }
    return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
// Any file that somebody imports, ZIP files first: whatever can be planned must be such that it can be saved.
#include "core/profile/importer.h"
#include "core/profile/profilejson.h"
#include "core/profile/validation.h"

#include <cstdint>
#include <cstdlib>

using namespace latchkey;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto sources =
        formats::readConnections(QByteArrayView(data, static_cast<qsizetype>(size)), QString(), nullptr);
    if (!sources) {
        if (sources.error().message.isEmpty())
            std::abort();
        return 0;
    }
    ProfileDocument document;
    const ImportPlan plan =
        planImport(document, *sources, {{}, Risk::WeakerTls | Risk::Statements | Risk::Keytab});
    if (!applyImport(document, plan, effectiveRows(plan)))
        std::abort();
    for (const Profile &profile : document.profiles) {
        if (!validate(profile).isEmpty() || !profile.session.variables.isEmpty())
            std::abort();
    }
    if (!readProfiles(writeProfiles(document), QString()))
        std::abort();
    return 0;
}

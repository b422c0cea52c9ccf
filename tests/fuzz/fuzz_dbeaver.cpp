// SPDX-License-Identifier: GPL-2.0-or-later
// A data-sources.json from anywhere: reading it must be safe, and what could be read must survive being written.
#include "core/profile/formats/dbeaver.h"

#include <cstdint>
#include <cstdlib>

using namespace latchkey;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    formats::dbeaver.recognises(text);
    const auto content = formats::dbeaver.read(text, QString());
    if (!content) {
        if (content.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (content->profiles.isEmpty())
        return 0;
    QList<formats::Remark> remarks;
    const auto again = formats::dbeaver.read(
        formats::dbeaver.write({content->folders, content->profiles, {}}, remarks), QString());
    if (!again || again->profiles.size() != content->profiles.size())
        std::abort();
    return 0;
}

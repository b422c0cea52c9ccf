// SPDX-License-Identifier: GPL-2.0-or-later
// A connections.xml from anywhere: reading it must be safe, and what could be read must survive being written.
#include "core/profile/formats/workbench.h"

#include <cstdint>
#include <cstdlib>

using namespace latchkey;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    formats::workbench.recognises(text);
    const auto content = formats::workbench.read(text, QString());
    if (!content) {
        if (content.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (content->profiles.isEmpty())
        return 0;
    QList<formats::Remark> remarks;
    const auto again =
        formats::workbench.read(formats::workbench.write({{}, content->profiles, {}}, remarks), QString());
    if (!again || again->profiles.size() > content->profiles.size())
        std::abort();
    return 0;
}

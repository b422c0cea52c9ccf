// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/codec.h"

#include "core/profile/formats/aws.h"
#include "core/profile/formats/commandline.h"
#include "core/profile/formats/dbeaver.h"
#include "core/profile/formats/dbgate.h"
#include "core/profile/formats/heidisql.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/formats/optionfile.h"
#include "core/profile/formats/sequelace.h"
#include "core/profile/formats/uri.h"
#include "core/profile/formats/workbench.h"

#include <array>

namespace latchkey::formats {

std::span<const Codec *const> codecs()
{
    // Those that are told by one mark come first; option files may begin with anything. One a line.
    // clang-format off
    static constexpr std::array<const Codec *, 10> all{
        &latchkeyFile,
        &workbench,
        &dbeaver,
        &aws,
        &dbGate,
        &heidiSql,
        &sequelAce,
        &uris,
        &commandLine,
        &optionFile,
    };
    // clang-format on
    return all;
}

const Codec *codecNamed(std::string_view word)
{
    for (const Codec *codec : codecs()) {
        if (codec->word == word)
            return codec;
    }
    return nullptr;
}

QUuid idFor(const QString &origin)
{
    static const QUuid latchkey = QUuid::fromString(QLatin1String("8f3f7f0e-52d5-4c0a-9a1d-6f1f0c8e2b57"));
    return QUuid::createUuidV5(latchkey, origin);
}

} // namespace latchkey::formats

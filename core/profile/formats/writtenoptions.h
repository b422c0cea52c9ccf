// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <optional>

namespace latchkey::formats {

/// An option as it is to be written.
struct WrittenOption
{
    QString name;
    std::optional<QString> value;
    bool isCommon = true; ///< every client program knows it, not mysql alone
};

/// Whose names for TLS are used.
enum class OptionDialect {
    ByAuthentication, ///< MariaDB's with its plugin, else MySQL's
    MySql,
    MariaDb,
};

/// What ClientOptions reads as the profile: every option that the profile needs, host first. What cannot be said is remarked on.
QList<WrittenOption> optionsOf(const Profile &profile, Remarks &remarks,
                               OptionDialect dialect = OptionDialect::ByAuthentication);

} // namespace latchkey::formats

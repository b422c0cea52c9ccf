// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QStringView>

#include <optional>

namespace latchkey {

/// The words for a profile's choices, the same in files and on command lines; never translated.
QString word(Authentication value); ///< "kerberos", "gssapi", "password"
QString word(TlsPolicy value); ///< "verify-identity", "verify-ca", "required", "off"
QString word(Environment value); ///< "none", "production", "staging", "test"

/// The other way round, exact; nothing for any other text.
std::optional<Authentication> authenticationFromWord(QStringView text);
std::optional<TlsPolicy> tlsPolicyFromWord(QStringView text);
std::optional<Environment> environmentFromWord(QStringView text);

} // namespace latchkey

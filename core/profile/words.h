// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

#include <QStringList>
#include <QStringView>

#include <optional>

namespace latchkey {

/// The words for a profile's choices, the same in files and on command lines; never translated.
QString word(Authentication value); ///< "kerberos", "gssapi", "automatic", "password", "keychain-password"
QString word(TlsPolicy value); ///< "verify-identity", "verify-ca", "required", "off"
QString word(TlsVersion value); ///< "any", "1.2", "1.3"
QString word(Environment value); ///< "none", "production", "staging", "test"
QString word(Guard value); ///< "by-environment", "on", "off"
QString word(Endpoint value); ///< "other", "writer", "reader", "custom", "instance", "global"
QString word(CachePolicy value); ///< "by-principal", "default", "private"
QString word(FolderKind value); ///< "folder", "cluster"

/// The other way round, exact; nothing for any other text.
template <typename Choice>
std::optional<Choice> fromWord(QStringView text);

/// Every word of a choice, as they are listed for people.
template <typename Choice>
QStringList wordsOf();

} // namespace latchkey

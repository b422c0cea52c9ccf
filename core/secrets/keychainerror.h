// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/secrets/secretstore.h"

namespace latchkey::secrets {

/// The sentence for `code`, which is NotFound or one of the Keychain… codes.
Error keychainError(Error::Code code, const Key &key, const QString &detail = {});

} // namespace latchkey::secrets

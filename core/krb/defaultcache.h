// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace latchkey::krb {

/// The work of KerberosService::makeDefault().
Result<> switchTo(const QString &cacheName);

} // namespace latchkey::krb

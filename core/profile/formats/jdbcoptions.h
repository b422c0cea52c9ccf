// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/clientoptions.h"

namespace latchkey::formats {

/// A connection property of MySQL Connector/J or MariaDB Connector/J as the client option of the same meaning. One
/// without an equal is remarked on: such URIs are not written again. Never a secret's value.
void setJdbcProperty(ClientOptions &options, const QString &name, const QString &value, const QString &place,
                     Remarks &remarks);

} // namespace latchkey::formats

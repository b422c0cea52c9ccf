// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace latchkey::formats {

/// An XML property list as JSON values: dictionaries as objects (of two members of one name the first), integers as
/// texts so that large ones stay whole, dates and data as texts. `text` is UTF-8. InvalidInput, with the line, if it is
/// none, nested too deeply or too large.
Result<QJsonValue> plistValue(QByteArrayView text);

} // namespace latchkey::formats

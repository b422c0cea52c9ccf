// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QHash>

#include <vector>

namespace latchkey::formats {

/// A session of HeidiSQL, or a folder of sessions: what stands under "Servers\PATH\".
struct HeidiSession
{
    QStringList path; ///< folders and the name
    QHash<QString, QString> settings; ///< by name; nothing secret
    qsizetype line = 0; ///< of the first setting, from 1
};

/// Takes the lines "Servers\PATH\NAME<|||>TYPE<|||>VALUE" apart, in the order in which sessions begin. Passwords and the
/// history of queries are not even kept; a line that is none is remarked on by its number alone, since anything may
/// stand there.
std::vector<HeidiSession> heidiSessions(QByteArrayView text, Remarks &remarks);

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::schema {

/// A principal as text, in two parts. (The room of Kerberos has the real one; here names are compared, not used.)
struct PrincipalText
{
    QString user; ///< components joined by "/", escapes resolved
    QString realm; ///< empty: none was given

    friend bool operator==(const PrincipalText &, const PrincipalText &) = default;
};

/// At the first "@" that no backslash precedes. Pure.
PrincipalText splitPrincipal(const QString &text);

} // namespace latchkey::schema

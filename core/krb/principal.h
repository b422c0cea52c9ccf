// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace latchkey::krb {

/// A Kerberos principal (RFC 4120, 6.2), as its parts without escapes: `alice@CORP.EXAMPLE.COM` is {alice} in
/// CORP.EXAMPLE.COM, `mysql/db1.example.com@R` is {mysql, db1.example.com} in R.
struct Principal
{
    QStringList components;
    QString realm;

    /// Reads the text form; a missing realm becomes the default realm of krb5.conf. InvalidInput if it is none.
    static Result<Principal> parse(const QString &text);
    /// The text form with realm, special characters escaped as krb5_unparse_name does.
    QString text() const;
    /// The first component: what a database account is compared with. No realm, no escapes.
    QString user() const { return components.value(0); }
    bool isTicketGranting() const { return components.value(0) == QLatin1String("krbtgt"); }

    friend bool operator==(const Principal &, const Principal &) = default;
};

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/krb/handles.h"

#include <QString>

#include <optional>

namespace latchkey::krb {

/// Whom and what a libkrb5 call was about, for the sentence that says why it failed.
struct Subject
{
    QString principal{}; ///< the user
    QString realm{}; ///< whose KDC was asked
    QString service{}; ///< the SPN
    QString place{}; ///< the cache or file
};

/// The sentence for a failed libkrb5 call. Must come right behind the call: libkrb5 keeps the text of the last error.
Error krbError(krb5_context context, krb5_error_code code, const char *call, const Subject &subject);

/// The same for a code that came by way of another library, without a detail; nothing if there is no sentence for it.
std::optional<Error> knownError(krb5_error_code code, const Subject &subject);

/// The detail of an error: the call, the library's words and the number.
QString krbDetail(krb5_context context, krb5_error_code code, const char *call);

/// krb5_init_context() failed, so that there is no context to ask.
Error configBroken(krb5_error_code code);

/// There is no path of trust from `realm` to `otherRealm`.
Error noTrust(const QString &realm, const QString &otherRealm, const QString &service);

} // namespace latchkey::krb

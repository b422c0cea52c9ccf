// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kdcdialogue.h"
#include "core/krb/krberror.h"
#include "core/krb/signin.h"

namespace latchkey::krb {

// What only a sign-in can fail with.

Error emptyPassword(const QString &principal);
Error keytabUnusable(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code);
Error keytabOutdated(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code);
Error keytabOfOtherEncryption(const QString &file, const Subject &subject, const QString &detail,
                              krb5_error_code code);
Error wrongOneTimePassword(const QString &principal, const QString &detail, krb5_error_code code);

/// Why a certificate did not sign in. Must come right behind the call that failed with `code`.
Error certificateFailure(krb5_context context, const Certificate &certificate, const KdcDialogue &dialogue,
                         const Subject &subject, krb5_error_code code);

} // namespace latchkey::krb

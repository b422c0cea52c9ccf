// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/context.h"

#include "core/krb/krberror.h"

namespace latchkey::krb {

namespace {

// libkrb5 shares the parsed krb5.conf between contexts for as long as one lives, and reads it again when the file has
// changed; so one that stays saves every other one, GSS-API's included, from parsing. Nobody uses it; it goes with the
// process, and is "used" so that leak checkers find it.
void keepConfigParsed()
{
    [[gnu::used]] static const krb5_context kept = [] {
        krb5_context context = nullptr;
        return krb5_init_context(&context) == 0 ? context : nullptr;
    }();
}

} // namespace

Result<Context> Context::make()
{
    krb5_context context = nullptr;
    if (const krb5_error_code code = krb5_init_context(&context); code != 0)
        return configBroken(code);
    keepConfigParsed();
    return Context(context);
}

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/context.h"

#include "core/krb/krberror.h"

namespace latchkey::krb {

Result<Context> Context::make()
{
    krb5_context context = nullptr;
    if (const krb5_error_code code = krb5_init_context(&context); code != 0)
        return configBroken(code);
    return Context(context);
}

} // namespace latchkey::krb

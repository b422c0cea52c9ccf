// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/gssstatus.h"

#include <gssapi/gssapi_krb5.h>

namespace latchkey::gss {

namespace {

std::string statusText(OM_uint32 code, int type)
{
    std::string text;
    OM_uint32 more = 0;
    do {
        OM_uint32 minor = 0;
        gss_buffer_desc line = GSS_C_EMPTY_BUFFER;
        if (GSS_ERROR(gss_display_status(&minor, code, type, gss_mech_krb5, &more, &line)))
            break;
        text += (text.empty() ? "" : "; ") + std::string(static_cast<const char *>(line.value), line.length);
        gss_release_buffer(&minor, &line);
    } while (more != 0);
    return text;
}

} // namespace

GssStatus readStatus(std::uint32_t major, std::uint32_t minor)
{
    GssStatus status{major, static_cast<std::int32_t>(minor), {}};
    status.text = minor != 0 ? statusText(minor, GSS_C_MECH_CODE) : statusText(major, GSS_C_GSS_CODE);
    return status;
}

} // namespace latchkey::gss

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/clientplugin.h"
#include "core/gss/gssstatus.h"

namespace latchkey::gss {

/// The failure of a GSS call made before anything was sent: what it means for getting a ticket for `spn`, and what to
/// do, with the library's own words behind. Pure.
Failure ticketFailure(const GssStatus &status, const std::string &spn);

} // namespace latchkey::gss

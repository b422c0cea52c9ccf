// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

namespace latchkey::cli {

Result<> addCatalogue(Call &call);
Result<> refreshCatalogues(Call &call);
Result<> listCatalogues(Call &call);
Result<> removeCatalogue(Call &call);

} // namespace latchkey::cli

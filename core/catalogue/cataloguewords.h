// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>

namespace latchkey {

/// Where the sentences on catalogues and the servers that they are on belong: CatalogueWords::tr("…").
struct CatalogueWords
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::CatalogueWords)
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"

#include <QString>
#include <QVariant>

namespace latchkey {

/// A catalogue as a row.
struct CatalogueRow
{
    Subscription subscription;
    qsizetype profiles = 0;
    bool isRefreshing = false;

    friend bool operator==(const CatalogueRow &, const CatalogueRow &) = default;
};

/// How fresh it is: "Refreshed 17:20", "Not reached since 17:20". Pure.
QString freshnessText(const CatalogueRow &row, Instant now);

/// What the row shows for `role` (see rowdelegate.h and ProfileModel::Role). Pure.
QVariant catalogueData(const CatalogueRow &row, Instant now, int role);

} // namespace latchkey

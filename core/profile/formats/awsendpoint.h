// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <optional>

namespace latchkey::formats {

/// The host name of an endpoint of Aurora, taken apart: LABEL[.cluster[-ro|-custom]-]HASH.REGION.rds.amazonaws.com
struct AwsEndpoint
{
    Endpoint kind = Endpoint::Other;
    QString label; ///< the cluster's, instance's or custom endpoint's identifier
    QString rest; ///< "HASH.REGION.rds.amazonaws.com", the same for all of an account in a Region
};

std::optional<AwsEndpoint> awsEndpoint(const QString &host); ///< nothing if it is none

} // namespace latchkey::formats

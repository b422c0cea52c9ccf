// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// What the AWS command line prints: aws rds describe-db-clusters, describe-db-instances, describe-db-cluster-endpoints
/// and describe-global-clusters. A cluster is a folder of its endpoints, with what AWS says of its directory in the
/// folder's `foreign` under "aws": engine, version, realm, memberships. For reading.
extern const Codec aws;

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/awsadvice.h"

namespace latchkey::formats {

/// What the AWS command line prints: aws rds describe-db-clusters, describe-db-instances, describe-db-cluster-endpoints
/// and describe-global-clusters. A cluster is a folder of its endpoints, with what AWS says of its directory in the
/// folder's `foreign` under "aws": engine, version, port, realm, memberships. For reading.
extern const Codec aws;

/// Several answers of the command as one document, so that what one says of a cluster is known where another names it.
QByteArray joinedAnswers(const QList<QByteArray> &answers);

/// What has been kept in that `foreign` of a cluster's folder or of a profile; nothing if AWS has not said which
/// directories it takes part in, be it none.
std::optional<AwsServer> keptServer(const QJsonObject &foreign);

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QByteArray>
#include <QList>

namespace latchkey::cli {

/// What the aws command says of the account that --aws-profile and --region name; as AwsFetch. Runs the event loop.
Result<QList<QByteArray>> awsDocuments(Call &call);

} // namespace latchkey::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/awsadvice.h"

namespace latchkey::formats {

/// What the endpoints of one server have in common.
struct ServerSettings
{
    Profile profile;
    Unsaid unsaid;
};

/// A member that is a text; empty if it is none.
QString textOf(const QJsonObject &object, const char *key);
AwsServer serverOf(const QJsonObject &object); ///< of any of AWS's documents
AwsServer clusterOf(const QJsonObject &object); ///< with what only a cluster's own document says
/// With what the window shows of it without asking AWS again in `foreign`.
ServerSettings settingsOf(const QJsonObject &object, const AwsServer &server);

} // namespace latchkey::formats

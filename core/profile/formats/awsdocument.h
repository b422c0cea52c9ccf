// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/formats/remarks.h"

#include <QJsonObject>

#include <vector>

namespace latchkey::formats {

struct AwsEntry
{
    QJsonObject object;
    QString place; ///< "DBClusters 3"
};

/// The lists of a JSON document of the AWS command line that are about databases.
struct AwsDocument
{
    std::vector<AwsEntry> clusters;
    std::vector<AwsEntry> instances;
    std::vector<AwsEntry> endpoints;
    std::vector<AwsEntry> globals;
};

/// InvalidInput, with the line, if the text is no JSON; an entry that is no object is a remark.
Result<AwsDocument> awsDocument(QByteArrayView text, Remarks &remarks);

} // namespace latchkey::formats

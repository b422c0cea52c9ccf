// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/remarktext.h"

#include <QCoreApplication>

namespace latchkey {

namespace {
constexpr qsizetype mostRemarks = 1000; ///< nobody reads more
} // namespace

QString remarkText(const QList<formats::Remark> &remarks)
{
    QStringList lines;
    for (const formats::Remark &remark : remarks.first(std::min(remarks.size(), mostRemarks)))
        lines.append(remark.place.isEmpty() ? remark.message
                                            : QCoreApplication::translate("latchkey::ImportDialog", "%1: %2")
                                                  .arg(remark.place, remark.message));
    return lines.join(QLatin1Char('\n'));
}

} // namespace latchkey

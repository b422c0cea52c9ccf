// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/remainingtext.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

qlonglong number(auto duration)
{
    return static_cast<qlonglong>(duration.count());
}

} // namespace

QString remainingText(seconds left)
{
    if (left <= 0s)
        return {};
    if (left < 1min)
        return QCoreApplication::translate("latchkey::remaining", "%1 s").arg(number(left));
    if (left < 1h)
        return QCoreApplication::translate("latchkey::remaining", "%1 min").arg(number(floor<minutes>(left)));
    if (left < 24h)
        return QCoreApplication::translate("latchkey::remaining", "%1 h %2 min")
            .arg(number(floor<hours>(left)))
            .arg(number(floor<minutes>(left % 1h)));
    return QCoreApplication::translate("latchkey::remaining", "%1 d %2 h")
        .arg(number(floor<days>(left)))
        .arg(number(floor<hours>(left % 24h)));
}

} // namespace latchkey

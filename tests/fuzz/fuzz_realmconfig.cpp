// SPDX-License-Identifier: GPL-2.0-or-later
// A krb5.conf from anywhere: its include lines, and each line as the address of a KDC.
#include "core/krb/configincludes.h"
#include "core/krb/kdcaddress.h"

#include <cstdlib>

using namespace latchkey::krb;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// What is read is written so that it is read again as the same.
void checkAddress(const QString &entry)
{
    const auto address = KdcAddress::parse(entry);
    if (!address)
        return;
    require(!address->host.isEmpty() && address->port != 0);
    require(!address->host.contains(QLatin1Char(' ')) && !address->host.contains(QLatin1Char('\n')));
    const auto again = KdcAddress::parse(address->text());
    require(again && again->host == address->host && again->port == address->port);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    const auto includes = includesOf(text);
    require(includes.size() <= text.count('\n') + 1);
    for (const Include &include : includes)
        require(!include.path.isEmpty() && !include.path.contains('\n') && text.contains(include.path));
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        isIncludedName(line);
        checkAddress(QString::fromUtf8(line));
    }
    return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/awsendpoint.h"

#include <array>
#include <utility>

namespace latchkey::formats {

std::optional<AwsEndpoint> awsEndpoint(const QString &host)
{
    using Mark = std::pair<const char *, Endpoint>;
    static constexpr std::array marks{Mark{"cluster-custom-", Endpoint::Custom},
                                      Mark{"cluster-ro-", Endpoint::Reader},
                                      Mark{"cluster-", Endpoint::Writer}, Mark{"global-", Endpoint::Global}};
    const qsizetype dot = host.indexOf(QLatin1Char('.'));
    const bool isAws = host.endsWith(QLatin1String(".rds.amazonaws.com"))
                       || host.endsWith(QLatin1String(".rds.amazonaws.com.cn"));
    if (dot <= 0 || !isAws)
        return std::nullopt;
    const QString label = host.first(dot);
    const QString rest = host.sliced(dot + 1);
    for (const auto &[mark, kind] : marks) {
        const QLatin1String text(mark);
        if (rest.startsWith(text))
            return AwsEndpoint{kind, label, rest.sliced(text.size())};
    }
    return AwsEndpoint{Endpoint::Instance, label, rest};
}

} // namespace latchkey::formats

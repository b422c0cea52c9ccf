// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/srvrecord.h"

#include <algorithm>
#include <array>
#include <optional>

#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>

namespace latchkey::krb {

namespace {

constexpr int fixedSize = 6; ///< priority, weight, port: two bytes each

std::uint16_t number(const unsigned char *bytes)
{
    return static_cast<std::uint16_t>((bytes[0] << 8) | bytes[1]);
}

std::optional<SrvRecord> srvRecord(const ns_msg &message, const ns_rr &record)
{
    if (ns_rr_type(record) != ns_t_srv || ns_rr_rdlen(record) <= fixedSize)
        return std::nullopt;
    const unsigned char *data = ns_rr_rdata(record);
    std::array<char, NS_MAXDNAME> host;
    if (dn_expand(ns_msg_base(message), ns_msg_end(message), data + fixedSize, host.data(), host.size()) < 0)
        return std::nullopt;
    return SrvRecord{QString::fromLatin1(host.data()), number(data + 4), number(data), number(data + 2)};
}

} // namespace

QList<SrvRecord> srvRecords(QByteArrayView answer)
{
    ns_msg message;
    const auto *bytes = reinterpret_cast<const unsigned char *>(answer.data());
    if (ns_initparse(bytes, static_cast<int>(answer.size()), &message) != 0)
        return {};
    QList<SrvRecord> records;
    for (int index = 0; index < ns_msg_count(message, ns_s_an); ++index) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, index, &record) != 0)
            return {};
        if (const auto found = srvRecord(message, record))
            records.append(*found);
    }
    std::stable_sort(records.begin(), records.end(), [](const SrvRecord &a, const SrvRecord &b) {
        return a.priority != b.priority ? a.priority < b.priority : a.weight > b.weight;
    });
    return records;
}

} // namespace latchkey::krb

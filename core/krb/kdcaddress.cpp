// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kdcaddress.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

const QLatin1String https("https://");

bool isHostCharacter(QChar character)
{
    const char16_t code = character.unicode();
    return code > ' ' && code < 0x7f && code != ':' && code != '[' && code != ']' && code != '{'
           && code != '}' && code != '"' && code != '*' && code != '/';
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar one) { return one >= QLatin1Char('0') && one <= QLatin1Char('9'); });
}

/// What is behind the host: nothing, or a colon and a number.
std::optional<std::uint16_t> portOf(QStringView rest, std::uint16_t standard)
{
    if (rest.isEmpty())
        return standard;
    if (!rest.startsWith(QLatin1Char(':')) || !isDigits(rest.sliced(1)))
        return std::nullopt;
    bool isNumber = false;
    const ushort port = rest.sliced(1).toUShort(&isNumber);
    return isNumber && port > 0 ? std::optional<std::uint16_t>(port) : std::nullopt;
}

std::optional<KdcAddress> hostAndPort(QStringView entry, std::uint16_t standard, bool isProxy)
{
    QStringView host;
    QStringView rest;
    if (entry.startsWith(QLatin1Char('['))) {
        const qsizetype end = entry.indexOf(QLatin1Char(']'));
        if (end < 2)
            return std::nullopt;
        host = entry.sliced(1, end - 1);
        rest = entry.sliced(end + 1);
        const auto isAddress = [](QChar one) { return one == QLatin1Char(':') || isHostCharacter(one); };
        if (!std::all_of(host.begin(), host.end(), isAddress))
            return std::nullopt;
    } else {
        const auto end = std::find(entry.begin(), entry.end(), QLatin1Char(':'));
        host = entry.first(end - entry.begin());
        rest = entry.sliced(host.size());
        // Digits alone would be a port without a host.
        if (host.isEmpty() || isDigits(host) || !std::all_of(host.begin(), host.end(), isHostCharacter))
            return std::nullopt;
    }
    const auto port = portOf(rest, standard);
    return port ? std::optional(KdcAddress{host.toString(), *port, isProxy}) : std::nullopt;
}

} // namespace

std::optional<KdcAddress> KdcAddress::parse(const QString &entry)
{
    constexpr std::uint16_t kerberos = 88;
    constexpr std::uint16_t web = 443;
    if (!entry.startsWith(https, Qt::CaseInsensitive))
        return hostAndPort(entry, kerberos, false);
    const QStringView behind = QStringView(entry).sliced(https.size());
    const qsizetype slash = behind.indexOf(QLatin1Char('/'));
    return hostAndPort(slash < 0 ? behind : behind.first(slash), web, true);
}

QString KdcAddress::text() const
{
    const bool needsBrackets = host.contains(QLatin1Char(':')) || isDigits(host);
    return (needsBrackets ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(host, QString::number(port));
}

} // namespace latchkey::krb

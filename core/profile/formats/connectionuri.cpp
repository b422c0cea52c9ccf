// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/connectionuri.h"

#include "core/profile/jsonreader.h"

#include <algorithm>
#include <array>
#include <string>

namespace latchkey::formats {

namespace {

constexpr std::size_t maxParameters = 256;

std::optional<unsigned> hexDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return std::nullopt;
}

std::optional<QString> decoded(QByteArrayView text)
{
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            bytes += text[at];
            continue;
        }
        const auto high = at + 2 < text.size() ? hexDigit(text[at + 1]) : std::nullopt;
        const auto low = high ? hexDigit(text[at + 2]) : std::nullopt;
        if (!low || (*high == 0 && *low == 0))
            return std::nullopt;
        bytes += static_cast<char>(*high << 4 | *low);
        at += 2;
    }
    if (!QByteArrayView(bytes).isValidUtf8())
        return std::nullopt;
    return wholeText(bytes);
}

/// Splits at the first `separator`; the second half is null without one.
std::pair<QByteArrayView, QByteArrayView> cut(QByteArrayView text, char separator)
{
    const qsizetype at = text.indexOf(separator);
    if (at < 0)
        return {text, QByteArrayView()};
    return {text.first(at), text.sliced(at + 1)};
}

/// Paths may stand in parentheses instead of being encoded.
QByteArrayView withoutParentheses(QByteArrayView value)
{
    if (value.size() >= 2 && value.front() == '(' && value.back() == ')')
        return value.sliced(1, value.size() - 2);
    return value;
}

bool readParameters(QByteArrayView query, ConnectionUri &uri)
{
    while (!query.isEmpty() && uri.parameters.size() < maxParameters) {
        const auto [parameter, rest] = cut(query, '&');
        query = rest;
        if (parameter.isEmpty())
            continue;
        const auto [key, value] = cut(parameter, '=');
        const auto name = decoded(key);
        const auto text = decoded(withoutParentheses(value));
        if (!name || !text)
            return false;
        uri.parameters.emplace_back(*name, *text);
    }
    return true;
}

bool readHost(QByteArrayView text, ConnectionUri &uri)
{
    // Drivers for several hosts: host1:port1,host2:port2.
    const qsizetype comma = text.indexOf(',');
    if (comma >= 0) {
        uri.otherHosts = static_cast<int>(std::count(text.begin(), text.end(), ','));
        text = text.first(comma);
    }
    qsizetype colon = text.lastIndexOf(':');
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return false;
        colon = end + 1 < text.size() && text[end + 1] == ':' ? end + 1 : -1;
    }
    QByteArrayView name = colon < 0 ? text : text.first(colon);
    if (name.startsWith('['))
        name = name.sliced(1, name.indexOf(']') - 1);
    const auto host = decoded(name);
    const auto port = decoded(colon < 0 ? QByteArrayView() : text.sliced(colon + 1));
    if (!host || !port)
        return false;
    uri.host = *host;
    uri.port = *port;
    return true;
}

bool readAuthority(QByteArrayView text, ConnectionUri &uri)
{
    const qsizetype at = text.lastIndexOf('@');
    if (at >= 0) {
        const auto [name, password] = cut(text.first(at), ':');
        const auto user = decoded(name);
        if (!user)
            return false;
        uri.user = *user;
        uri.hasPassword = !password.isEmpty();
    }
    return readHost(text.sliced(at + 1), uri);
}

/// The length of the scheme with "://"; 0 if it is none of ours.
qsizetype schemeLength(QByteArrayView text)
{
    const qsizetype end = text.indexOf("://");
    if (end < 0 || end > 40)
        return 0;
    const QByteArray scheme = text.first(end).toByteArray().toLower();
    constexpr std::array known{"mysql", "mariadb", "jdbc:mysql", "jdbc:mariadb"};
    const bool isOurs = std::any_of(known.begin(), known.end(), [&scheme](const char *word) {
        const QByteArrayView view(word);
        return scheme == view
               || (scheme.startsWith(view) && (scheme[view.size()] == ':' || scheme[view.size()] == '+'));
    });
    return isOurs ? end + 3 : 0;
}

} // namespace

std::optional<ConnectionUri> connectionUri(QByteArrayView text)
{
    const qsizetype length = schemeLength(text);
    if (length == 0)
        return std::nullopt;
    ConnectionUri uri;
    uri.scheme = QString::fromLatin1(text.first(length - 3)).toLower();
    const auto [beforeQuery, query] = cut(cut(text.sliced(length), '#').first, '?');
    const auto [authority, path] = cut(beforeQuery, '/');
    const auto database = decoded(path);
    if (!database || !readAuthority(authority, uri) || !readParameters(query, uri))
        return std::nullopt;
    uri.database = *database;
    return uri;
}

bool isConnectionUri(QByteArrayView text)
{
    return schemeLength(text) > 0;
}

QByteArray percentEncoded(const QString &part)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray text;
    for (const char character : part.toUtf8()) {
        const auto byte = static_cast<unsigned char>(character);
        const bool isUnreserved = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                                  || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_'
                                  || byte == '~';
        if (isUnreserved) {
            text += character;
            continue;
        }
        text += '%';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace latchkey::formats

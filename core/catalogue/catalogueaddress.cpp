// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogueaddress.h"

#include "core/catalogue/cataloguewords.h"

namespace latchkey {

namespace {

Error invalid(const QString &message)
{
    return {Error::Code::InvalidInput, message, QString(), 0};
}

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

} // namespace

Result<QUrl> webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("http"))
        return invalid(CatalogueWords::tr(
                           "“%1” is not encrypted: on its way, anybody could change where your connections "
                           "lead. Ask for an address that begins with “https://”.")
                           .arg(text));
    if (!url.isValid() || !isHttps(url) || url.host().isEmpty())
        return invalid(CatalogueWords::tr(
                           "“%1” is no address of a catalogue. Enter one that begins with “https://”, or the "
                           "whole path of a file.")
                           .arg(text));
    if (!url.userInfo().isEmpty())
        return invalid(CatalogueWords::tr(
            "The address has a user’s name or password in it, which would be kept readable. "
            "Leave it out; a server that wants to know who asks can be shown a ticket."));
    if (url.hasFragment())
        return invalid(
            CatalogueWords::tr("The address “%1” has a “#”, which no server is told. Leave it out.")
                .arg(text));
    return url;
}

Result<> checkSource(const QString &source)
{
    if (source.startsWith(QLatin1Char('/')))
        return Ok{};
    const auto address = webAddress(source);
    return address ? Result<>(Ok{}) : address.error();
}

Result<QUrl> redirected(const QUrl &from, const QByteArray &location)
{
    const QUrl target = from.resolved(QUrl(QString::fromUtf8(location), QUrl::StrictMode));
    if (location.isEmpty() || !target.isValid() || target.host().isEmpty() || !target.userInfo().isEmpty())
        return Error{
            Error::Code::ProtocolError,
            CatalogueWords::tr(
                "The web server %1 says that the catalogue is elsewhere, but not where. Tell whoever "
                "maintains the catalogue.")
                .arg(from.host()),
            QString::fromUtf8(location), 0};
    if (!isHttps(target))
        return Error{Error::Code::TlsMissing,
                     CatalogueWords::tr(
                         "The web server %1 says that the catalogue is at “%2”, which is not encrypted, so "
                         "it was not fetched. Tell whoever maintains the catalogue.")
                         .arg(from.host(), target.toDisplayString()),
                     QString(), 0};
    return target;
}

} // namespace latchkey

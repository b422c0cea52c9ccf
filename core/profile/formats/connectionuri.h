// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace latchkey::formats {

/// SCHEME://USER:PASSWORD@HOST:PORT/DATABASE?KEY=VALUE&… taken apart (RFC 3986, and what drivers make of it). The
/// password is not kept.
struct ConnectionUri
{
    QString scheme; ///< in lower case, with all of "jdbc:mysql:loadbalance"
    QString user;
    bool hasPassword = false;
    QString host; ///< without brackets
    QString port; ///< as it stands there
    int otherHosts = 0; ///< more than the one
    QString database;
    std::vector<std::pair<QString, QString>> parameters;
};

/// Nothing if it is no URI, or is percent-encoded wrongly.
std::optional<ConnectionUri> connectionUri(QByteArrayView text);
/// Whether it begins with a scheme of MySQL's or MariaDB's.
bool isConnectionUri(QByteArrayView text);

/// A part of a URI with all but RFC 3986's unreserved characters encoded.
QByteArray percentEncoded(const QString &part);

} // namespace latchkey::formats

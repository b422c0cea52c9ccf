// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/catalogueplan.h"
#include "core/profile/importrisk.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QUuid>

namespace latchkey {

/// How Latchkey proves to a web server who asks.
enum class WebAuthentication {
    None,
    Negotiate, ///< with a ticket (RFC 4559), if the server asks for one
};

/// A file of profiles that somebody else maintains, and what the user has to say of it. A plain value.
struct Subscription
{
    QUuid id = QUuid::createUuid();
    QString name; ///< of the folder that its profiles are in
    QString source; ///< an https URL, or the absolute path of a file
    WebAuthentication authentication = WebAuthentication::None;
    QString principal; ///< whose ticket that is; empty: that of the default cache
    QString
        authorities; ///< path of a PEM file: the only ones that the web server is trusted by; empty: the system's
    ImportConsent trusts; ///< what its profiles may bring besides the harmless
    /// The user's own values for some fields of its profiles (see personal.h), by the profile's id.
    QMap<QUuid, QJsonObject> personal;

    RefreshHistory history;
    QByteArray etag; ///< of the copy; empty: none
    QString problem; ///< why the last refresh failed, a sentence; empty: it did not
    QJsonObject unknown; ///< members of a newer Latchkey, kept as they are

    bool isFile() const { return source.startsWith(QLatin1Char('/')); }

    friend bool operator==(const Subscription &, const Subscription &) = default;
};

} // namespace latchkey

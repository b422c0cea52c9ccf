// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"
#include "core/profile/profileorder.h"

#include <algorithm>

namespace latchkey::bench {

inline Folder realisticFolder(int at)
{
    Folder folder;
    folder.settings.name = QStringLiteral("cluster-%1").arg(at);
    folder.settings.folder = {QStringLiteral("Region %1").arg(at % 7)};
    folder.settings.identity.principal = QStringLiteral("alice@CORP%1.EXAMPLE.COM").arg(at % 3);
    folder.settings.environment = at % 2 == 0 ? Environment::Production : Environment::Test;
    return folder;
}

inline Profile realisticProfile(int at, const Folder &folder)
{
    Profile profile = folder.settings;
    profile.id = QUuid::createUuid();
    profile.folder = folder.fullPath();
    profile.name = QStringLiteral("orders-node-%1").arg(at);
    profile.host = QStringLiteral("orders-%1.cluster-c4f0c3c1e7a1.eu-west-1.rds.amazonaws.com").arg(at);
    profile.endpoint = at % 4 == 0 ? Endpoint::Writer : Endpoint::Reader;
    profile.schema = QStringLiteral("shop_%1").arg(at % 20);
    profile.account = QStringLiteral("svc_orders");
    profile.tls = TlsPolicy::VerifyCa;
    profile.tags = {QStringLiteral("orders"), QStringLiteral("eu")};
    profile.notes = QStringLiteral("Owned by the orders team; call them before 18:00.");
    return profile;
}

/// Profiles with about ten settings each, forty in a folder that hands some down; sorted.
inline ProfileDocument realistic(int count)
{
    ProfileDocument document;
    for (int at = 0; at < std::max(1, count / 40); ++at)
        document.folders.append(realisticFolder(at));
    for (int at = 0; at < count; ++at)
        document.profiles.append(realisticProfile(at, document.folders.at(at % document.folders.size())));
    sortByPath(document);
    return document;
}

} // namespace latchkey::bench

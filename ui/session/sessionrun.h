// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "core/schema/sideconnection.h"

namespace latchkey {

/// Runs statements on the session, and keeps it open for as long as it is kept itself.
schema::Run runOn(std::shared_ptr<sql::Session> session);

/// Logs in as that session did, to the same server: with the same profile, caches and password. A name that leads elsewhere by
/// now is an error, since ids of connections and counters are each server's own. The session's statements are stopped through
/// what was opened last. `connector` must outlive it.
schema::SideConnection::Open openLike(const Connector &connector, const Profile &profile,
                                      const std::shared_ptr<sql::Session> &session);

} // namespace latchkey

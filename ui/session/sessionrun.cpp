// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionrun.h"

#include <QCoreApplication>

namespace latchkey {

schema::Run runOn(std::shared_ptr<sql::Session> session)
{
    return [session = std::move(session)](QString sql, sql::RowSink sink, sql::RunLimits limits,
                                          std::stop_token token) {
        return session->run(std::move(sql), std::move(sink), limits, std::move(token));
    };
}

namespace {

Error elsewhere()
{
    return {Error::Code::SessionLost,
            QCoreApplication::translate(
                "latchkey::SessionTab",
                "The server’s name leads to another server than the session is connected to. "
                "Connect again to see that one."),
            QString(), 0};
}

} // namespace

schema::SideConnection::Open openLike(const Connector &connector, const Profile &profile,
                                      const std::shared_ptr<sql::Session> &session)
{
    return [&connector, profile, password = session->options().password,
            weak = std::weak_ptr(session)](std::stop_token token) {
        return connector.open({profile, password, {}}, std::move(token))
            .then([weak](const Result<std::shared_ptr<sql::Session>> &opened) -> Result<schema::Run> {
                if (!opened)
                    return opened.error();
                const auto first = weak.lock();
                if (!first || !first->sharesServerWith(**opened))
                    return elsewhere();
                first->stopThrough(**opened);
                return runOn(*opened);
            });
    };
}

} // namespace latchkey

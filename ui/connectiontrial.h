// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <stop_token>

namespace latchkey {

class ConnectProgress;
class ErrorBanner;
class SessionRelay;

/// Tries a profile out: connects, shows each step and what came of it, and disconnects. Hidden until it is started.
class ConnectionTrial : public QWidget
{
    Q_OBJECT
public:
    /// As Connector::open().
    using Open =
        std::function<QFuture<Result<std::shared_ptr<sql::Session>>>(Connector::Request, std::stop_token)>;

    explicit ConnectionTrial(Open open, QWidget *parent = nullptr);
    ~ConnectionTrial() override;

    /// An earlier one that still runs is given up.
    void start(const Profile &profile);
    void cancel();

private:
    void show(const Profile &profile, const Result<std::shared_ptr<sql::Session>> &answer);

    Open m_open;
    ConnectProgress *m_progress = nullptr;
    ErrorBanner *m_banner = nullptr;
    std::stop_source m_stop;
    std::shared_ptr<SessionRelay> m_relay; ///< of the trial that runs
};

} // namespace latchkey

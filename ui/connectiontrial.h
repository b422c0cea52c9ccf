// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "core/secrets/secretstore.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <stop_token>

namespace latchkey {

class ConnectProgress;
class ErrorBanner;
class Keychain;
class SessionRelay;

/// Tries a profile out: connects, with the password that is remembered or asked for if it takes one, shows each step and
/// what came of it, and disconnects. Hidden until it is started.
class ConnectionTrial : public QWidget
{
    Q_OBJECT
public:
    /// As Connector::open().
    using Open =
        std::function<QFuture<Result<std::shared_ptr<sql::Session>>>(Connector::Request, std::stop_token)>;

    /// `keychain` must outlive it; nullptr: no password is remembered.
    explicit ConnectionTrial(Open open, Keychain *keychain = nullptr, QWidget *parent = nullptr);
    ~ConnectionTrial() override;

    /// An earlier one that still runs is given up.
    void start(const Profile &profile);
    void cancel();

private:
    /// The password that a trial is made with.
    struct Password
    {
        secrets::SharedSecret secret; ///< null: none is needed
        bool isRemembered = false;
        bool isToBeRemembered = false; ///< once it is accepted
    };

    void askPassword(const Profile &profile);
    void useRemembered(const Profile &profile);
    void connectWith(const Profile &profile, const Password &password);
    void show(const Profile &profile, const Result<std::shared_ptr<sql::Session>> &answer);
    void judge(const Profile &profile, const Password &password, const Error *error);

    Open m_open;
    Keychain *m_keychain;
    ConnectProgress *m_progress = nullptr;
    ErrorBanner *m_banner = nullptr;
    std::stop_source m_stop;
    std::shared_ptr<SessionRelay> m_relay; ///< of the trial that runs
};

} // namespace latchkey

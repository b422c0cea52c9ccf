// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey {

class BusRelay;

/// The buses of the desktop (D-Bus), each connected when first needed. Everything returns at once: a bus or a service
/// that is silent, or not there, holds nobody up. What comes back is called on the thread that made this object.
class DesktopBus : public QObject
{
    Q_OBJECT
public:
    enum class Bus { Session, System };
    using Receiver = std::function<void(const QDBusMessage &)>;

    /// What a silent bus or service is waited for.
    static constexpr std::chrono::milliseconds patience{2000};

    explicit DesktopBus(QObject *parent = nullptr);
    ~DesktopBus() override;

    /// `answered` gets the reply or an error message; nothing if `context` is gone by then.
    void call(Bus bus, const QDBusMessage &message, QObject *context, Receiver answered);

    struct Signal
    {
        QString service; ///< others cannot send it
        QString path; ///< empty: any
        QString interface;
        QString name;
    };
    /// `heard` gets each such signal from now on, as long as `context` lives.
    void listen(Bus bus, const Signal &signal, QObject *context, Receiver heard);

private:
    struct Line
    {
        QString name; ///< QtDBus's for the connection
        QFuture<Result<QDBusConnection>> connection;
    };
    const Line &line(Bus bus);

    std::optional<Worker> m_worker; ///< once there is something to do
    std::optional<Line> m_session;
    std::optional<Line> m_system;
    std::vector<std::shared_ptr<BusRelay>> m_relays;
};

/// A reply that is none: the service is not there, refused, or was silent.
bool isFailure(const QDBusMessage &reply);

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktopbus.h"

#include "core/base/job.h"
#include "core/base/whendone.h"

#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QPointer>

#include <atomic>

namespace latchkey {

/// What QtDBus hands a signal to. It outlives its context, because it is being connected on another thread.
class BusRelay : public QObject
{
    Q_OBJECT
public:
    BusRelay(QObject *context, DesktopBus::Receiver heard) : m_context(context), m_heard(std::move(heard)) { }

public Q_SLOTS:
    void hear(const QDBusMessage &message)
    {
        if (m_context)
            m_heard(message);
    }

private:
    QPointer<QObject> m_context;
    DesktopBus::Receiver m_heard;
};

namespace {

Error busSilent()
{
    return {Error::Code::ServerUnreachable, QString(), QStringLiteral("D-Bus: the bus does not answer"), 0};
}

Result<QDBusConnection> connectTo(QDBusConnection::BusType type, const QString &name)
{
    QDBusConnection connection = QDBusConnection::connectToBus(type, name);
    if (connection.isConnected())
        return connection;
    return Error{Error::Code::ServerUnreachable, QString(), connection.lastError().message(), 0};
}

/// Several objects of this class do not share a connection.
QString freshName(const QString &bus)
{
    static std::atomic<int> count = 0;
    return QStringLiteral("latchkey-%1-%2").arg(bus).arg(++count);
}

} // namespace

DesktopBus::DesktopBus(QObject *parent) : QObject(parent) { }

DesktopBus::~DesktopBus()
{
    // QtDBus waits for the bus when a connection goes, and a job may still be in it.
    for (const auto &line : {m_session, m_system})
        if (line)
            m_worker->post([name = line->name] { QDBusConnection::disconnectFromBus(name); });
}

const DesktopBus::Line &DesktopBus::line(Bus bus)
{
    const bool session = bus == Bus::Session;
    std::optional<Line> &line = session ? m_session : m_system;
    if (line)
        return *line;
    if (!m_worker)
        m_worker.emplace();
    const QString name = freshName(session ? QStringLiteral("session") : QStringLiteral("system"));
    const auto type = session ? QDBusConnection::SessionBus : QDBusConnection::SystemBus;
    line = Line{name, startJob<QDBusConnection>(*m_worker, {}, [type, name](Job &job) {
                    job.expectAnswerWithin(patience, busSilent());
                    return connectTo(type, name);
                })};
    return *line;
}

void DesktopBus::call(Bus bus, const QDBusMessage &message, QObject *context, Receiver answered)
{
    whenDone(line(bus).connection, context,
             [message, context, answered = std::move(answered)](const Result<QDBusConnection> &connection) {
                 if (!connection) {
                     answered(QDBusMessage::createError(QDBusError::Disconnected, connection.error().detail));
                     return;
                 }
                 const auto limit = static_cast<int>(patience.count());
                 auto *watcher = new QDBusPendingCallWatcher(connection->asyncCall(message, limit), context);
                 connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, answered] {
                     watcher->deleteLater();
                     answered(watcher->reply());
                 });
             });
}

void DesktopBus::listen(Bus bus, const Signal &signal, QObject *context, Receiver heard)
{
    const QString name = line(bus).name;
    const std::shared_ptr<BusRelay> relay(new BusRelay(context, std::move(heard)),
                                          [](BusRelay *unused) { unused->deleteLater(); });
    m_relays.push_back(relay);
    // QtDBus asks the bus who owns the service, and waits for the answer.
    m_worker->post([name, signal, relay] {
        QDBusConnection connection(name);
        if (connection.isConnected())
            connection.connect(signal.service, signal.path, signal.interface, signal.name, relay.get(),
                               SLOT(hear(QDBusMessage)));
    });
}

bool isFailure(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage;
}

} // namespace latchkey

#include "desktopbus.moc"

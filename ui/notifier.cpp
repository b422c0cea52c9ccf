// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/notifier.h"

#include "ui/desktopbus.h"

#include <algorithm>

namespace latchkey {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString objectPath = QStringLiteral("/org/freedesktop/Notifications");
const QString signIn = QStringLiteral("sign-in");
const QString renew = QStringLiteral("renew");
const QString changePassword = QStringLiteral("change-password");
const QString open = QStringLiteral("default"); // the notice itself is clicked

QDBusMessage method(const QString &name, const QList<QVariant> &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, objectPath, service, name);
    message.setArguments(arguments);
    return message;
}

} // namespace

Notifier::Notifier(DesktopBus &bus, QObject *parent) : QObject(parent), m_bus(bus) { }

void Notifier::listen()
{
    if (std::exchange(m_listening, true))
        return;
    const auto hear = [this](const QString &name, DesktopBus::Receiver heard) {
        m_bus.listen(DesktopBus::Bus::Session, {service, objectPath, service, name}, this, std::move(heard));
    };
    hear(QStringLiteral("ActionInvoked"), [this](const QDBusMessage &message) { act(message.arguments()); });
    hear(QStringLiteral("NotificationClosed"),
         [this](const QDBusMessage &message) { m_shown.remove(message.arguments().value(0).toUInt()); });
}

void Notifier::show(const Notice &notice)
{
    listen();
    // Asked each time: another service may have taken the place of the one before.
    m_bus.call(DesktopBus::Bus::Session, method(QStringLiteral("GetCapabilities")), this,
               [this, notice, before = m_withdrawals.value(notice.about)](const QDBusMessage &reply) {
                   if (m_withdrawals.value(notice.about) != before)
                       return;
                   if (isFailure(reply))
                       Q_EMIT failed(notice);
                   else
                       send(notice, reply.arguments().value(0).toStringList());
               });
}

void Notifier::send(const Notice &notice, const QStringList &capabilities)
{
    QStringList actions;
    if (capabilities.contains(QStringLiteral("actions"))) {
        actions << open << tr("Show Latchkey");
        if (notice.occasion == Notice::Occasion::Password)
            actions << changePassword << tr("Change password…");
        else
            actions << signIn << tr("Sign in…");
        if (notice.offersRenewal)
            actions << renew << tr("Renew");
    }
    const bool markup = capabilities.contains(QStringLiteral("body-markup"));
    const QString text = markup ? notice.text.toHtmlEscaped() : notice.text;
    const QString application = QStringLiteral("org.latchkey.Latchkey");
    const auto before = std::find_if(m_shown.keyBegin(), m_shown.keyEnd(),
                                     [&](uint id) { return m_shown[id].about == notice.about; });
    m_bus.call(DesktopBus::Bus::Session,
               method(QStringLiteral("Notify"),
                      {QStringLiteral("Latchkey"), before == m_shown.keyEnd() ? 0U : *before, application,
                       notice.title, text, actions,
                       QVariantMap{{QStringLiteral("desktop-entry"), application}}, -1}),
               this, [this, notice, before = m_withdrawals.value(notice.about)](const QDBusMessage &reply) {
                   const uint id = reply.arguments().value(0).toUInt();
                   if (isFailure(reply))
                       Q_EMIT failed(notice);
                   else if (m_withdrawals.value(notice.about) != before)
                       close(id);
                   else
                       m_shown.insert(id, notice);
               });
}

void Notifier::act(const QList<QVariant> &idAndAction)
{
    const auto notice = m_shown.constFind(idAndAction.value(0).toUInt());
    if (notice == m_shown.constEnd())
        return; // another program's
    const QString action = idAndAction.value(1).toString();
    if (action == renew)
        Q_EMIT renewRequested(notice->about);
    else if (action == changePassword)
        Q_EMIT changePasswordRequested(notice->principal);
    else if (action == signIn)
        Q_EMIT signInRequested(notice->principal);
    else
        Q_EMIT opened();
}

void Notifier::withdraw(const QString &about)
{
    ++m_withdrawals[about];
    for (auto shown = m_shown.begin(); shown != m_shown.end();) {
        if (shown->about != about) {
            ++shown;
            continue;
        }
        close(shown.key());
        shown = m_shown.erase(shown);
    }
}

void Notifier::close(uint id)
{
    m_bus.call(DesktopBus::Bus::Session, method(QStringLiteral("CloseNotification"), {id}), this,
               [](const QDBusMessage &) {});
}

} // namespace latchkey

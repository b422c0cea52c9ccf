// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/secretservice.h"

#include "core/secrets/keychainerror.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFileInfo>
#include <QMap>

namespace latchkey::secrets {

namespace {

using Attributes = QMap<QString, QString>;
using State = Sight::State;

constexpr auto secretService = "org.freedesktop.secrets";
constexpr auto wallet = "org.kde.kwalletd5";

/// Where a method lives.
struct Object
{
    QString service;
    QString path;
    QString interface;
};

/// Calls methods for one key's sake: each failure is an answer to whoever asks about that key.
class Caller
{
public:
    Caller(const Key &key, std::chrono::milliseconds limit) : m_key(key), m_limit(limit) { }

    Result<QVariantList> call(const Object &object, const QString &method,
                              const QVariantList &arguments) const
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(object.service, object.path, object.interface, method);
        message.setArguments(arguments);
        const QDBusMessage reply =
            QDBusConnection::sessionBus().call(message, QDBus::Block, static_cast<int>(m_limit.count()));
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
            return reply.arguments();
        return failure(reply.errorName(), reply.errorMessage());
    }

    Error failure(const QString &name, const QString &message) const
    {
        const bool silent = name == QLatin1String("org.freedesktop.DBus.Error.NoReply")
                            || name == QLatin1String("org.freedesktop.DBus.Error.Timeout");
        const bool absent = name == QLatin1String("org.freedesktop.DBus.Error.ServiceUnknown")
                            || name.startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."))
                            || name == QLatin1String("org.freedesktop.DBus.Error.Disconnected");
        return keychainError(silent   ? Error::Code::KeychainSilent
                             : absent ? Error::Code::KeychainAbsent
                                      : Error::Code::KeychainFailed,
                             m_key, QStringLiteral("%1: %2").arg(name, message));
    }

private:
    const Key &m_key;
    std::chrono::milliseconds m_limit;
};

// libdbus and GIO would start a bus of their own where there is none, and nobody would end it.
bool hasBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
           || (!runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1String("/bus")));
}

/// Runs on the bus, or would be started by a call.
Result<bool> isOnBus(const Caller &caller, const QString &name)
{
    const Object bus{QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                     QStringLiteral("org.freedesktop.DBus")};
    for (const auto &list : {QStringLiteral("ListNames"), QStringLiteral("ListActivatableNames")}) {
        const auto names = caller.call(bus, list, {});
        if (!names)
            return names.error();
        if (names->first().toStringList().contains(name))
            return true;
    }
    return false;
}

// As QtKeychain decides which back end to use.
bool isPlasma5()
{
    if (qgetenv("KDE_SESSION_VERSION") != "5")
        return false;
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    return desktop == "KDE" || qgetenv("DESKTOP_SESSION") == "kde"
           || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

Result<Sight> lookInWallet(const Caller &caller)
{
    const Object daemon{QLatin1String(wallet), QStringLiteral("/modules/kwalletd5"),
                        QStringLiteral("org.kde.KWallet")};
    const auto name = caller.call(daemon, QStringLiteral("networkWallet"), {});
    if (!name)
        return name.error();
    const auto open = caller.call(daemon, QStringLiteral("isOpen"), {name->first().toString()});
    if (!open)
        return open.error();
    const State state = open->first().toBool() ? State::Open : State::Locked;
    return Sight{state, state, false};
}

QList<QDBusObjectPath> paths(const QVariantList &arguments, qsizetype index)
{
    return qdbus_cast<QList<QDBusObjectPath>>(arguments.value(index));
}

Result<State> defaultCollection(const Caller &caller)
{
    const Object service{QLatin1String(secretService), QStringLiteral("/org/freedesktop/secrets"),
                         QStringLiteral("org.freedesktop.Secret.Service")};
    const auto alias = caller.call(service, QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    if (!alias)
        return alias.error();
    const QString path = alias->first().value<QDBusObjectPath>().path();
    if (path == QLatin1String("/"))
        return State::None;
    const Object collection{service.service, path, QStringLiteral("org.freedesktop.DBus.Properties")};
    const auto locked =
        caller.call(collection, QStringLiteral("Get"),
                    {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!locked)
        return locked.error();
    return locked->first().value<QDBusVariant>().variant().toBool() ? State::Locked : State::Open;
}

Result<Sight> lookInService(const Caller &caller, const Attributes &attributes)
{
    const Object service{QLatin1String(secretService), QStringLiteral("/org/freedesktop/secrets"),
                         QStringLiteral("org.freedesktop.Secret.Service")};
    const auto found = caller.call(service, QStringLiteral("SearchItems"), {QVariant::fromValue(attributes)});
    if (!found)
        return found.error();
    const auto collection = defaultCollection(caller);
    if (!collection)
        return collection.error();
    const State entry = !paths(*found, 0).isEmpty()   ? State::Open
                        : !paths(*found, 1).isEmpty() ? State::Locked
                                                      : State::None;
    return Sight{entry, *collection, true};
}

} // namespace

QString serviceName(Kind kind)
{
    return kind == Kind::KerberosPassword ? QStringLiteral("Latchkey") : QStringLiteral("Latchkey database");
}

Result<Sight> lookInKeychain(const Key &key, std::chrono::milliseconds limit)
{
    if (!hasBus())
        return keychainError(Error::Code::KeychainAbsent, key, QStringLiteral("no session bus"));
    const Caller caller(key, limit);
    if (isPlasma5()) {
        const auto isThere = isOnBus(caller, QLatin1String(wallet));
        if (!isThere)
            return isThere.error();
        if (*isThere)
            return lookInWallet(caller);
    }
    const auto isThere = isOnBus(caller, QLatin1String(secretService));
    if (!isThere)
        return isThere.error();
    if (!*isThere)
        return keychainError(Error::Code::KeychainAbsent, key,
                             QStringLiteral("no org.freedesktop.secrets on the bus"));
    qDBusRegisterMetaType<Attributes>();
    return lookInService(
        caller, {{QStringLiteral("user"), key.account}, {QStringLiteral("server"), serviceName(key.kind)}});
}

} // namespace latchkey::secrets

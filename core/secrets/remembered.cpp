// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/remembered.h"

#include "core/base/paths.h"
#include "core/secrets/keychainerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSettings>
#include <QUrl>

#include <functional>

namespace latchkey::secrets {

namespace {

QString groupOf(Kind kind)
{
    return kind == Kind::KerberosPassword ? QStringLiteral("principals") : QStringLiteral("accounts");
}

QString unattendedGroupOf(Kind kind)
{
    return QLatin1String("unattended-") + groupOf(kind);
}

// A slash would make a group of its own.
QString entryIn(const QString &group, const Key &key)
{
    return group + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(key.account));
}

QString entryOf(const Key &key)
{
    return entryIn(groupOf(key.kind), key);
}

QString unattendedEntryOf(const Key &key)
{
    return entryIn(unattendedGroupOf(key.kind), key);
}

QStringList accountsIn(const QString &file, const QString &group)
{
    QSettings list(file, QSettings::IniFormat);
    list.beginGroup(group);
    QStringList accounts;
    const QStringList keys = list.childKeys();
    for (const QString &key : keys)
        accounts.append(QUrl::fromPercentEncoding(key.toLatin1()));
    accounts.sort();
    return accounts;
}

Result<> rewriteList(const QString &file, const std::function<void(QSettings &list)> &change)
{
    if (auto made = paths::makeOwn(QFileInfo(file).path()); !made)
        return made;
    QSettings list(file, QSettings::IniFormat);
    change(list);
    list.sync();
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (list.status() == QSettings::NoError)
        return Ok{};
    return Error{Error::Code::FileInaccessible,
                 QCoreApplication::translate("latchkey::secrets",
                                             "The list of remembered passwords, “%1”, cannot be "
                                             "written. Check who owns it and its permissions.")
                     .arg(file),
                 QString(), 0};
}

Result<> changeList(const QString &file, const Key &key, bool listed)
{
    return rewriteList(file, [&](QSettings &list) {
        if (listed) {
            list.setValue(entryOf(key), true);
        } else {
            list.remove(entryOf(key));
            list.remove(unattendedEntryOf(key));
        }
    });
}

template <typename T>
QFuture<Result<T>> answeredWith(Error error)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(std::move(error)));
    promise.finish();
    return promise.future();
}

bool isUnknown(Error::Code code)
{
    return code == Error::Code::KeychainSilent || code == Error::Code::Cancelled;
}

} // namespace

QString Remembered::defaultFile()
{
    return paths::configDir() + QStringLiteral("/keychain.ini");
}

bool Remembered::contains(const Key &key) const
{
    return QSettings(m_file, QSettings::IniFormat).value(entryOf(key)).toBool();
}

QStringList Remembered::accounts(Kind kind) const
{
    return accountsIn(m_file, groupOf(kind));
}

bool Remembered::isForUnattended(const Key &key) const
{
    const QSettings list(m_file, QSettings::IniFormat);
    return list.value(entryOf(key)).toBool() && list.value(unattendedEntryOf(key)).toBool();
}

QStringList Remembered::unattendedAccounts(Kind kind) const
{
    return accountsIn(m_file, unattendedGroupOf(kind));
}

Result<> Remembered::setForUnattended(const Key &key, bool wanted) const
{
    if (!contains(key) || isForUnattended(key) == wanted)
        return Ok{};
    return rewriteList(m_file, [&](QSettings &list) {
        if (wanted)
            list.setValue(unattendedEntryOf(key), true);
        else
            list.remove(unattendedEntryOf(key));
    });
}

QFuture<Result<SharedSecret>> Remembered::read(Key key, Unlocking unlocking, std::stop_token stop) const
{
    if (!contains(key))
        return answeredWith<SharedSecret>(keychainError(Error::Code::NotFound, key));
    return m_store->read(key, unlocking, std::move(stop))
        .then([file = m_file, key](const Result<SharedSecret> &secret) {
            if (!secret && secret.error().code == Error::Code::NotFound)
                (void)changeList(file, key, false); // somebody removed it in the keychain itself
            return secret;
        });
}

QFuture<Result<>> Remembered::remember(Key key, Secret secret, std::stop_token stop) const
{
    const bool wasListed = contains(key);
    if (auto listed = changeList(m_file, key, true); !listed)
        return answeredWith<Ok>(listed.error());
    return m_store->write(key, std::move(secret), std::move(stop))
        .then([file = m_file, key, wasListed](Result<> written) {
            if (!written && !wasListed && !isUnknown(written.error().code))
                (void)changeList(file, key, false);
            return written;
        });
}

QFuture<Result<>> Remembered::forget(Key key, std::stop_token stop) const
{
    return m_store->remove(key, std::move(stop)).then([file = m_file, key](Result<> removed) {
        return removed ? changeList(file, key, false) : removed;
    });
}

QFuture<Result<>> Remembered::distrust(Key key) const
{
    (void)changeList(m_file, key, false); // removing it below says what is wrong, if anything is
    return m_store->remove(std::move(key));
}

} // namespace latchkey::secrets

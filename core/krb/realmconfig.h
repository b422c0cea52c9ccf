// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace latchkey::krb {

/// Where something is written.
struct Place
{
    QString file{}; ///< empty: nowhere, libkrb5's own default
    int line = 0; ///< from 1; 0 if not known

    friend bool operator==(const Place &, const Place &) = default;
};
/// "/etc/krb5.conf:12"; empty for nowhere.
QString text(const Place &place);

/// A file that libkrb5 looks for its configuration in.
struct ConfigFile
{
    enum class State { Read, Missing, Unreadable, Broken };

    QString path;
    int depth =
        0; ///< 0: named by KRB5_CONFIG, or libkrb5's default; else included by the last one of less depth
    State state = State::Read;
    bool isOverlay = false; ///< Latchkey's own

    friend bool operator==(const ConfigFile &, const ConfigFile &) = default;
};

/// "name = value" of krb5.conf.
struct Relation
{
    QString name; ///< with slashes where it lies deeper in its section: "mysql/destroy_tickets"
    QString value;
    Place place{};

    friend bool operator==(const Relation &, const Relation &) = default;
};

/// A realm of the section [realms].
struct Realm
{
    QString name;
    QList<Relation> relations{}; ///< KDCs first; of one name, in the order that libkrb5 goes through

    QList<Relation> named(const QString &relation) const;
    QList<Relation> kdcs() const { return named(QStringLiteral("kdc")); }

    friend bool operator==(const Realm &, const Realm &) = default;
};

/// What the section [capaths] says of the way from one realm to another.
struct TrustPath
{
    QString from;
    QString to;
    QStringList via{}; ///< the realms in between; none: a direct trust
    Place place{};

    friend bool operator==(const TrustPath &, const TrustPath &) = default;
};

/// krb5.conf as libkrb5 sees it, all files together. Of relations that can have one value only, the first one counts.
struct RealmConfig
{
    QList<ConfigFile> files{};
    std::optional<Error> problem{}; ///< why libkrb5 can read nothing; then only what is above is known
    Place problemPlace{};

    QList<Relation> libdefaults{}; ///< the ones that count
    QList<Realm> realms{};
    QList<Relation> domains{}; ///< [domain_realm], all of them; of one domain the first counts
    QList<TrustPath> trustPaths{};
    QList<Relation> appdefaults{};

    std::optional<Relation> libdefault(const QString &name) const;
    QString defaultRealm() const;
    const Realm *realm(const QString &name) const;
    const TrustPath *trustPath(const QString &from, const QString &to) const;
    /// The way that libkrb5 goes, both ends included. Without a word in [capaths] it expects a direct trust.
    QStringList path(const QString &from, const QString &to) const;
    /// The realms that [domain_realm] names, each once.
    QStringList mappedRealms() const;
    bool looksUpKdcs() const; ///< in the DNS, where no KDC is written
    bool adjustsClock() const; ///< to the KDC's, when signing in
    std::chrono::seconds clockSkew() const; ///< that is tolerated

    friend bool operator==(const RealmConfig &, const RealmConfig &) = default;
};

/// The realms that matter to somebody who has tickets of `own` realms: these, the default one, those that Latchkey's own
/// file names, and the ones on the way. Every realm of the file if that is none.
QStringList realmsInUse(const RealmConfig &config, const QStringList &own);

} // namespace latchkey::krb

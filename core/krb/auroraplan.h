// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey::krb {

/// What a person says about the directory of an Aurora cluster, for a krb5.conf as the Aurora user guide asks for it.
struct AuroraPlan
{
    /// Which realm a name without a realm belongs to.
    enum class DefaultRealm { Users, Directory, Unchanged };

    QString directory{}; ///< DNS domain of the AWS Managed Microsoft AD
    QStringList
        directoryKdcs{}; ///< "host" or "host:port"; none: the domain's own name leads to its domain controllers
    std::optional<QString>
        onPremises{}; ///< DNS domain of the AD whose users come over a trust, if there is one
    QStringList onPremisesKdcs{};
    DefaultRealm defaultRealm = DefaultRealm::Users;

    bool hasTrust() const { return onPremises.has_value(); }
    QString directoryRealm() const;
    /// Where the users are: on premises, if there is such a place.
    QString usersRealm() const;

    friend bool operator==(const AuroraPlan &, const AuroraPlan &) = default;
};

/// What is wrong with a plan, at the field where it is.
struct PlanProblem
{
    enum class Field { Directory, DirectoryKdcs, OnPremises, OnPremisesKdcs };

    Field field;
    QString sentence;

    friend bool operator==(const PlanProblem &, const PlanProblem &) = default;
};

/// With domains in lower case, and without spaces and final dots around what was typed.
AuroraPlan tidied(AuroraPlan plan);

/// None: settingsOf() makes sense.
QList<PlanProblem> problemsOf(const AuroraPlan &plan);

/// A relation of krb5.conf with all its values.
struct ConfigSetting
{
    QStringList names;
    QStringList values;

    friend bool operator==(const ConfigSetting &, const ConfigSetting &) = default;
};

/// What krb5.conf has to say for this plan. Nothing here hides what other files say of other things: libkrb5 merges
/// files relation by relation, and the first file's values come first.
QList<ConfigSetting> settingsOf(const AuroraPlan &plan);

} // namespace latchkey::krb

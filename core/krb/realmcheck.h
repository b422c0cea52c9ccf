// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmobservation.h"

namespace latchkey::krb {

/// Something about the realms that a person should know.
struct Finding
{
    enum class Severity {
        Note, ///< works, but know it
        Warning, ///< works in part, or will not for some
        Error, ///< does not work
    };

    Severity severity = Severity::Note;
    Error::Code code = Error::Code::Internal; ///< what a program that meets it would end with
    QString realm; ///< empty: all of them
    QString sentence; ///< what is the case, and what follows from it
    QString fix; ///< what to do
    Place place{};

    friend bool operator==(const Finding &, const Finding &) = default;
};
/// "error", "warning", "note": for JSON.
QString severityName(Finding::Severity severity);

/// What is wrong with the configuration, and with what was seen of the world, as far as it concerns the realms of `scope`;
/// the worst first. Nothing is said about what `seen` does not hold.
QList<Finding> checkRealms(const RealmConfig &config, const RealmObservations &seen,
                           const QStringList &scope);

// The parts of it, in the order in which they are written.
QList<Finding> checkFiles(const RealmConfig &config);
QList<Finding> checkNames(const RealmConfig &config, const QStringList &scope);
QList<Finding> checkDomains(const RealmConfig &config, const RealmObservations &seen,
                            const QStringList &scope);
QList<Finding> checkPaths(const RealmConfig &config, const RealmObservations &seen, const QStringList &scope);
QList<Finding> checkKdcs(const RealmConfig &config, const RealmObservations &seen, const QStringList &scope);

/// There is a KDC to ask, as far as is known: krb5.conf names one, or the DNS does or has not been asked.
bool hasKdc(const RealmConfig &config, const RealmObservations &seen, const QString &realm);

} // namespace latchkey::krb

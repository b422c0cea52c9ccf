// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/importrisk.h"

#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"

#include <array>

namespace latchkey {

namespace {

struct Rule
{
    Risk risk;
    std::string_view key;
    bool (*dares)(const Profile &fresh, const Profile &base); ///< if the two differ
    const char *message;
};

constexpr std::array rules{
    Rule{
        Risk::WeakerTls, "tls", [](auto &fresh, auto &base) { return fresh.tls > base.tls; },
        QT_TRANSLATE_NOOP(
            "latchkey::ProfileWords",
            "The file wants less of the server’s certificate to be verified; TLS stays as strict as it is.")},
    Rule{Risk::WeakerTls, "minimumTls",
         [](auto &fresh, auto &base) { return fresh.minimumTls < base.minimumTls; },
         QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                           "The file allows an older TLS; the oldest version stays as it is.")},
    Rule{Risk::Statements, "statements",
         [](auto &fresh, auto &) { return !fresh.session.statements.isEmpty(); },
         QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                           "The file has statements that run when a session begins; they are left out.")},
    Rule{Risk::Variables, "variables", [](auto &fresh, auto &) { return !fresh.session.variables.isEmpty(); },
         QT_TRANSLATE_NOOP("latchkey::ProfileWords", "The file sets session variables; they are left out.")},
    Rule{Risk::KerberosConfig, "kerberosConfig",
         [](auto &fresh, auto &) { return !fresh.kerberosConfig.isEmpty(); },
         QT_TRANSLATE_NOOP(
             "latchkey::ProfileWords",
             "The file names a krb5.conf, which says where passwords are sent; it is left out.")},
    Rule{Risk::Keytab, "keytab", [](auto &fresh, auto &) { return !fresh.identity.keytab.isEmpty(); },
         QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                           "The file names a keytab to sign in with; it is left out.")},
    Rule{Risk::PinnedSpn, "spn", [](auto &, auto &base) { return !base.pinnedSpn.isEmpty(); },
         QT_TRANSLATE_NOOP(
             "latchkey::ProfileWords",
             "The file has another service principal name than the one that is pinned; that stays.")},
};

constexpr std::array riskWords{
    RiskName{Risk::WeakerTls, "tls"},       RiskName{Risk::Statements, "statements"},
    RiskName{Risk::Variables, "variables"}, RiskName{Risk::KerberosConfig, "krb5-conf"},
    RiskName{Risk::Keytab, "keytab"},       RiskName{Risk::PinnedSpn, "spn"},
};

} // namespace

std::span<const RiskName> riskNames()
{
    return riskWords;
}

QList<LeftOut> withhold(Profile &fresh, const Profile &base, ImportConsent consent)
{
    QList<LeftOut> leftOut;
    for (const Rule &rule : rules) {
        const ProfileField &field = *profileField(rule.key);
        if (consent.testFlag(rule.risk) || field.same(fresh, base) || !rule.dares(fresh, base))
            continue;
        field.copy(fresh, base);
        leftOut.append({rule.risk, ProfileWords::tr(rule.message)});
    }
    return leftOut;
}

} // namespace latchkey

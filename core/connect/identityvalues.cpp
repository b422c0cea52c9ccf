// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/identityvalues.h"

#include "core/krb/realmnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <optional>

#include <pwd.h>
#include <unistd.h>

namespace latchkey {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds freshness{30};
constexpr std::size_t entrySize = 16'384; // of /etc/passwd, or what stands for it

struct IdentityValuesText
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::IdentityValues)
};

/// Without the domain that directory services put before or behind it: "CORP\alice", "alice@corp".
QString loginName()
{
    std::array<char, entrySize> buffer{};
    passwd entry = {};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return qEnvironmentVariable("USER");
    return QString::fromLocal8Bit(found->pw_name)
        .section(QLatin1Char('\\'), -1)
        .section(QLatin1Char('@'), 0, 0);
}

struct KnownValues
{
    std::mutex guard;
    std::optional<IdentityValues> values;
    SteadyClock::time_point readAt;
};

} // namespace

IdentityValues identityValues()
{
    static KnownValues known;
    const std::scoped_lock lock(known.guard);
    const SteadyClock::time_point now = SteadyClock::now();
    if (!known.values || now - known.readAt > freshness) {
        known.values = IdentityValues{loginName(), krb::defaultRealm()};
        known.readAt = now;
    }
    return *known.values;
}

Profile asUsed(const Profile &profile)
{
    return hasPlaceholders(profile) ? filledIn(profile, identityValues()) : profile;
}

ProfileDocument asUsed(ProfileDocument document)
{
    if (std::any_of(document.profiles.cbegin(), document.profiles.cend(), hasPlaceholders)) {
        for (Profile &profile : document.profiles)
            profile = asUsed(profile);
    }
    return document;
}

Result<> checkUsed(const Profile &used)
{
    if (!hasPlaceholders(used))
        return Ok{};
    return Error{
        Error::Code::InvalidInput,
        IdentityValuesText::tr(
            "The identity of “%1” cannot be filled in: ${REALM} is krb5.conf’s default realm, and it "
            "names none. Set default_realm there, or write the realm into the profile.")
            .arg(used.name),
        QString(), 0};
}

} // namespace latchkey

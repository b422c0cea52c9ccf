// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmnames.h"

#include "core/krb/context.h"
#include "core/krb/krberror.h"

#include <profile.h>

namespace latchkey::krb {

namespace {

struct ReleaseProfile
{
    void operator()(_profile_t *profile) const { profile_release(profile); }
};
using ProfileHandle = std::unique_ptr<_profile_t, ReleaseProfile>;

struct FreeList
{
    void operator()(char **list) const { profile_free_list(list); }
};

QStringList sections(_profile_t *profile, const char *section)
{
    const char *path[] = {section, nullptr};
    char **found = nullptr;
    if (profile_get_subsection_names(profile, path, &found) != 0)
        return {};
    const std::unique_ptr<char *, FreeList> names(found);
    QStringList all;
    for (char **name = found; name && *name; ++name)
        all += QString::fromUtf8(*name);
    return all;
}

} // namespace

QString defaultRealm()
{
    const auto context = Context::make();
    if (!context)
        return {};
    RealmHandle standard;
    if (krb5_get_default_realm(*context, into(standard, *context)) != 0)
        return {};
    return QString::fromUtf8(standard.get());
}

Result<QStringList> realmNames()
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    QStringList names;
    RealmHandle standard;
    if (krb5_get_default_realm(*context, into(standard, *context)) == 0)
        names += QString::fromUtf8(standard.get());
    profile_t opened = nullptr;
    if (const auto code = krb5_get_profile(*context, &opened); code != 0)
        return krbError(*context, code, "krb5_get_profile", {});
    const ProfileHandle profile(opened);
    names += sections(profile.get(), "realms");
    names.removeDuplicates();
    return names;
}

} // namespace latchkey::krb

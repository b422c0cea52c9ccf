// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/context.h"

#include "core/krb/krberror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>
#include <vector>

#include <profile.h>

namespace latchkey::krb {

namespace {

// libkrb5 shares the parsed krb5.conf between contexts for as long as one lives, and reads it again when the file has
// changed; so one that stays saves every other one, GSS-API's included, from parsing. Nobody uses it; it goes with the
// process, and is "used" so that leak checkers find it.
void keepConfigParsed()
{
    [[gnu::used]] static const krb5_context kept = [] {
        krb5_context context = nullptr;
        return krb5_init_context(&context) == 0 ? context : nullptr;
    }();
}

struct AbandonProfile
{
    void operator()(_profile_t *profile) const { profile_abandon(profile); }
};
using ProfileHandle = std::unique_ptr<_profile_t, AbandonProfile>;

/// libkrb5 takes a file that is not there for an empty one.
std::optional<Error> unreadable(const QString &config)
{
    const QFileInfo file(config);
    if (file.isFile() && file.isReadable())
        return std::nullopt;
    return Error{Error::Code::FileInaccessible,
                 QCoreApplication::translate(
                     "latchkey::krb", "The Kerberos configuration “%1” of the profile cannot be read. Choose "
                                      "another file in the profile, or correct its permissions.")
                     .arg(config),
                 QString(), 0};
}

Result<ProfileHandle> profileBeginningWith(const QString &config)
{
    char **usual = nullptr;
    if (const auto code = krb5_get_default_config_files(&usual); code != 0)
        return configBroken(code);
    const QByteArray first = QFile::encodeName(config);
    std::vector<const char *> files{first.constData()};
    for (char **file = usual; file && *file; ++file)
        files.push_back(*file);
    files.push_back(nullptr);
    profile_t profile = nullptr;
    const long code = profile_init(files.data(), &profile);
    krb5_free_config_files(usual);
    if (code != 0)
        return configBroken(static_cast<krb5_error_code>(code));
    return ProfileHandle(profile);
}

} // namespace

Result<Context> Context::make(const QString &config)
{
    if (config.isEmpty())
        return make();
    if (auto problem = unreadable(config))
        return *std::move(problem);
    const auto profile = profileBeginningWith(config);
    if (!profile)
        return profile.error();
    krb5_context context = nullptr;
    if (const auto code = krb5_init_context_profile(profile->get(), 0, &context); code != 0)
        return configBroken(code);
    return Context(context);
}

Result<Context> Context::make()
{
    krb5_context context = nullptr;
    if (const krb5_error_code code = krb5_init_context(&context); code != 0)
        return configBroken(code);
    keepConfigParsed();
    return Context(context);
}

} // namespace latchkey::krb

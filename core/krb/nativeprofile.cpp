// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/nativeprofile.h"

#include "core/krb/krberror.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <vector>

#include <profile.h>

namespace latchkey::krb {

namespace {

/// An array of C strings that ends with a null pointer, as the profile library takes them.
class Names
{
public:
    explicit Names(const QStringList &names)
    {
        for (const QString &name : names)
            m_bytes.push_back(name.toUtf8());
        for (const QByteArray &bytes : m_bytes)
            m_pointers.push_back(bytes.constData());
        m_pointers.push_back(nullptr);
    }

    const char **get() { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<const char *> m_pointers;
};

QStringList taken(char **list)
{
    QStringList strings;
    for (char **string = list; string && *string; ++string)
        strings += QString::fromUtf8(*string);
    profile_free_list(list);
    return strings;
}

Error failed(long code, const char *call)
{
    Error error = configBroken(static_cast<krb5_error_code>(code));
    error.detail = krbDetail(nullptr, static_cast<krb5_error_code>(code), call);
    return error;
}

Error notWritten(const QTemporaryFile &file)
{
    return {Error::Code::FileInaccessible, QString(), file.errorString(), 0};
}

} // namespace

void NativeProfile::Free::operator()(_profile_t *profile) const
{
    profile_abandon(profile); // what was set() is not for the disk
}

Result<NativeProfile> NativeProfile::open(const QStringList &files)
{
    std::vector<QByteArray> paths;
    std::vector<const char *> pointers;
    for (const QString &file : files)
        paths.push_back(QFile::encodeName(file));
    for (const QByteArray &path : paths)
        pointers.push_back(path.constData());
    pointers.push_back(nullptr);
    profile_t profile = nullptr;
    long code = profile_init(pointers.data(), &profile);
    if (code == ENOENT)
        code = profile_init(nullptr, &profile);
    if (code != 0)
        return failed(code, "profile_init");
    return NativeProfile(profile);
}

Result<NativeProfile> NativeProfile::parse(const QByteArray &text)
{
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/latchkey-krb5"));
    if (!file->open() || file->write(text) != text.size() || !file->flush())
        return notWritten(*file);
    auto profile = open({file->fileName()});
    if (profile)
        profile->m_file = std::move(file);
    return profile;
}

QStringList NativeProfile::values(const QStringList &names) const
{
    Names path(names);
    char **list = nullptr;
    return profile_get_values(m_profile.get(), path.get(), &list) == 0 ? taken(list) : QStringList();
}

QStringList NativeProfile::relations(const QStringList &section) const
{
    Names path(section);
    char **list = nullptr;
    return profile_get_relation_names(m_profile.get(), path.get(), &list) == 0 ? taken(list) : QStringList();
}

QStringList NativeProfile::sections(const QStringList &section) const
{
    Names path(section);
    char **list = nullptr;
    return profile_get_subsection_names(m_profile.get(), path.get(), &list) == 0 ? taken(list)
                                                                                 : QStringList();
}

Result<> NativeProfile::set(const QStringList &names, const QStringList &values)
{
    Names path(names);
    const long cleared = profile_clear_relation(m_profile.get(), path.get());
    if (cleared != 0 && cleared != PROF_NO_RELATION && cleared != PROF_NO_SECTION)
        return failed(cleared, "profile_clear_relation");
    for (const QString &value : values) {
        const long added = profile_add_relation(m_profile.get(), path.get(), value.toUtf8().constData());
        if (added != 0)
            return failed(added, "profile_add_relation");
    }
    return Ok{};
}

Result<QByteArray> NativeProfile::text() const
{
    char *buffer = nullptr;
    if (const long code = profile_flush_to_buffer(m_profile.get(), &buffer); code != 0)
        return failed(code, "profile_flush_to_buffer");
    QByteArray text(buffer);
    profile_free_buffer(m_profile.get(), buffer);
    return text;
}

} // namespace latchkey::krb

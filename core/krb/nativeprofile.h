// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryFile>

#include <memory>

struct _profile_t;

namespace latchkey::krb {

/// krb5.conf through the eyes of libkrb5's profile library: it parses, merges and writes, we only ask. Names are the path
/// to a relation or section, such as {"realms", "EXAMPLE.COM", "kdc"}. Belongs to one thread.
class NativeProfile
{
public:
    /// The files as libkrb5 merges them; those that are missing count for nothing. On ConfigBroken, `native` is libkrb5's
    /// code, or an errno if no file can be read.
    static Result<NativeProfile> open(const QStringList &files);
    /// The same of one file with this content, which is put on the disk for libkrb5 as long as this object lives.
    static Result<NativeProfile> parse(const QByteArray &text);

    /// Every value of a relation, from all files, in the order that libkrb5 tries them; none if there is no such one.
    QStringList values(const QStringList &names) const;
    /// The names of the relations, or of the sections, directly in a section; each once.
    QStringList relations(const QStringList &section) const;
    QStringList sections(const QStringList &section) const;

    /// Changes what parse() gave: the relation then has these values and no other.
    Result<> set(const QStringList &names, const QStringList &values);
    /// The content as libkrb5 writes it: sorted, without comments.
    Result<QByteArray> text() const;

private:
    struct Free
    {
        void operator()(_profile_t *profile) const;
    };
    explicit NativeProfile(_profile_t *profile) : m_profile(profile) { }

    std::unique_ptr<QTemporaryFile> m_file; ///< libkrb5 looks at it again now and then
    std::unique_ptr<_profile_t, Free> m_profile;
};

} // namespace latchkey::krb

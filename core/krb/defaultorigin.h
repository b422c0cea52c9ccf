// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::krb {

/// Why a cache is the default one.
struct DefaultOrigin
{
    enum class Source {
        Environment, ///< KRB5CCNAME
        Configuration, ///< default_ccache_name in krb5.conf
        BuiltIn,
    };
    Source source = Source::BuiltIn;
    QString named; ///< what that source names: the cache, or a collection
    bool isPrimary = false; ///< a collection is named, and the cache is its primary

    friend bool operator==(const DefaultOrigin &, const DefaultOrigin &) = default;
};

/// `environment` and `configured` are null if that source says nothing; `defaultName` is what libkrb5 makes of them, and
/// `cacheName` the cache that it then opens.
DefaultOrigin defaultOrigin(const QString &environment, const QString &configured, const QString &defaultName,
                            const QString &cacheName);

/// A translated sentence.
QString sentence(const DefaultOrigin &origin);

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/defaultorigin.h"

#include <QCoreApplication>

namespace latchkey::krb {

namespace {

DefaultOrigin::Source sourceOf(const QString &environment, const QString &configured)
{
    if (!environment.isNull())
        return DefaultOrigin::Source::Environment;
    return configured.isNull() ? DefaultOrigin::Source::BuiltIn : DefaultOrigin::Source::Configuration;
}

QString text(const char *sentence)
{
    return QCoreApplication::translate("latchkey::krb", sentence);
}

} // namespace

DefaultOrigin defaultOrigin(const QString &environment, const QString &configured, const QString &defaultName,
                            const QString &cacheName)
{
    // A name without a type is that of a file.
    const bool isTyped = defaultName.indexOf(QLatin1Char(':')) > 0;
    const QString named = isTyped ? defaultName : QLatin1String("FILE:") + defaultName;
    return {sourceOf(environment, configured), named, named != cacheName};
}

QString sentence(const DefaultOrigin &origin)
{
    const bool primary = origin.isPrimary;
    switch (origin.source) {
    case DefaultOrigin::Source::Environment:
        return text(primary ? QT_TRANSLATE_NOOP("latchkey::krb",
                                                "It is the primary cache of the collection “%1”, which the "
                                                "environment variable KRB5CCNAME names.")
                            : QT_TRANSLATE_NOOP("latchkey::krb",
                                                "The environment variable KRB5CCNAME names “%1”."))
            .arg(origin.named);
    case DefaultOrigin::Source::Configuration:
        return text(primary
                        ? QT_TRANSLATE_NOOP("latchkey::krb",
                                            "It is the primary cache of the collection “%1”, which "
                                            "default_ccache_name in krb5.conf names.")
                        : QT_TRANSLATE_NOOP("latchkey::krb", "default_ccache_name in krb5.conf names “%1”."))
            .arg(origin.named);
    case DefaultOrigin::Source::BuiltIn:
        break;
    }
    return text(primary
                    ? QT_TRANSLATE_NOOP("latchkey::krb",
                                        "It is the primary cache of the collection “%1”, which is used "
                                        "where neither KRB5CCNAME nor krb5.conf names a cache.")
                    : QT_TRANSLATE_NOOP("latchkey::krb",
                                        "“%1” is used where neither KRB5CCNAME nor krb5.conf names a cache."))
        .arg(origin.named);
}

} // namespace latchkey::krb

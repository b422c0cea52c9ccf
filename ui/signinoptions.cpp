// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/signinoptions.h"

#include <QCoreApplication>
#include <QStringList>

namespace latchkey {

namespace {

struct OptionTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::SignInOptions)
};

using std::chrono::seconds;

const QString lifetimeKey = QStringLiteral("lifetime");
const QString renewableKey = QStringLiteral("renewable");
const QString forwardableKey = QStringLiteral("forwardable");
const QString proxiableKey = QStringLiteral("proxiable");
const QString addresslessKey = QStringLiteral("addressless");
const QString canonicalizeKey = QStringLiteral("canonicalize");
const QString enterpriseKey = QStringLiteral("enterprise");
const QString cacheKey = QStringLiteral("cache");
const QString armorKey = QStringLiteral("armor");
const QString privateCache = QStringLiteral("private");

std::optional<seconds> secondsFrom(const QVariant &value)
{
    bool isNumber = false;
    const qlonglong count = value.toLongLong(&isNumber);
    return isNumber && count >= 0 ? std::optional(seconds(count)) : std::nullopt;
}

std::optional<bool> choiceFrom(const QVariant &value)
{
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

QString cacheWords(const krb::CacheChoice &cache)
{
    if (const auto *named = std::get_if<krb::NamedCache>(&cache))
        return named->name;
    if (std::holds_alternative<krb::NewCache>(cache))
        return OptionTexts::tr("a new cache");
    return std::holds_alternative<krb::PrivateCache>(cache) ? OptionTexts::tr("a cache private to Latchkey")
                                                            : QString();
}

} // namespace

void SignInOptions::addTo(krb::SignInRequest &request) const
{
    request.lifetime = lifetime;
    request.renewableLifetime = renewableLifetime;
    request.forwardable = forwardable;
    request.proxiable = proxiable;
    request.addressless = addressless;
    request.canonicalize = canonicalize;
    request.enterprise = enterprise;
    request.cache = cache;
    request.armor = armor;
}

QString spanText(seconds span)
{
    using namespace std::chrono;
    if (span % days(1) == seconds(0))
        return OptionTexts::tr("%n day(s)", nullptr, static_cast<int>(floor<days>(span).count()));
    if (span % hours(1) == seconds(0))
        return OptionTexts::tr("%n hour(s)", nullptr, static_cast<int>(floor<hours>(span).count()));
    return OptionTexts::tr("%n minute(s)", nullptr, static_cast<int>(floor<minutes>(span).count()));
}

QString summary(const SignInOptions &options)
{
    QStringList words;
    const auto addIf = [&words](const std::optional<bool> &choice, const QString &yes, const QString &no) {
        if (choice)
            words += *choice ? yes : no;
    };
    if (options.lifetime)
        words += OptionTexts::tr("lifetime %1").arg(spanText(*options.lifetime));
    if (options.renewableLifetime)
        words += *options.renewableLifetime == seconds(0)
                     ? OptionTexts::tr("not renewable")
                     : OptionTexts::tr("renewable for %1").arg(spanText(*options.renewableLifetime));
    addIf(options.forwardable, OptionTexts::tr("forwardable"), OptionTexts::tr("not forwardable"));
    addIf(options.proxiable, OptionTexts::tr("proxiable"), OptionTexts::tr("not proxiable"));
    addIf(options.addressless, OptionTexts::tr("from any address"),
          OptionTexts::tr("from this computer only"));
    if (options.canonicalize)
        words += OptionTexts::tr("the KDC spells the name");
    if (options.enterprise)
        words += OptionTexts::tr("enterprise name");
    words += cacheWords(options.cache);
    if (!options.armor.isEmpty())
        words += OptionTexts::tr("protected by %1").arg(options.armor);
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariantMap toMap(const SignInOptions &options)
{
    QVariantMap map;
    const auto put = [&map](const QString &key, const auto &value) {
        if (value)
            map.insert(key, *value);
    };
    const auto putSeconds = [&map](const QString &key, const std::optional<seconds> &value) {
        if (value)
            map.insert(key, static_cast<qlonglong>(value->count()));
    };
    putSeconds(lifetimeKey, options.lifetime);
    putSeconds(renewableKey, options.renewableLifetime);
    put(forwardableKey, options.forwardable);
    put(proxiableKey, options.proxiable);
    put(addresslessKey, options.addressless);
    if (options.canonicalize)
        map.insert(canonicalizeKey, true);
    if (options.enterprise)
        map.insert(enterpriseKey, true);
    if (std::holds_alternative<krb::PrivateCache>(options.cache))
        map.insert(cacheKey, privateCache);
    if (const auto *named = std::get_if<krb::NamedCache>(&options.cache))
        map.insert(cacheKey, named->name);
    if (!options.armor.isEmpty())
        map.insert(armorKey, options.armor);
    return map;
}

SignInOptions optionsFrom(const QVariantMap &map)
{
    SignInOptions options;
    options.lifetime = secondsFrom(map.value(lifetimeKey));
    options.renewableLifetime = secondsFrom(map.value(renewableKey));
    options.forwardable = choiceFrom(map.value(forwardableKey));
    options.proxiable = choiceFrom(map.value(proxiableKey));
    options.addressless = choiceFrom(map.value(addresslessKey));
    options.canonicalize = map.value(canonicalizeKey).toBool();
    options.enterprise = map.value(enterpriseKey).toBool();
    const QString cache = map.value(cacheKey).toString();
    if (cache == privateCache)
        options.cache = krb::PrivateCache{};
    else if (cache.contains(QLatin1Char(':')))
        options.cache = krb::NamedCache{cache};
    options.armor = map.value(armorKey).toString();
    return options;
}

} // namespace latchkey

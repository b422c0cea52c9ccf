// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/principal.h"

#include "core/krb/context.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"

#include <optional>

namespace latchkey::krb {

namespace {

// What stands for itself behind a backslash needs no entry (krb5_parse_name, krb5_unparse_name).
struct Escape
{
    char16_t character;
    char16_t letter;
};
constexpr Escape escapes[] = {{u'\n', u'n'}, {u'\t', u't'}, {u'\b', u'b'}, {u'\0', u'0'}};

QChar unescaped(QChar letter)
{
    for (const Escape &escape : escapes) {
        if (letter == escape.letter)
            return escape.character;
    }
    return letter;
}

QString escaped(const QString &part)
{
    QString text;
    text.reserve(part.size());
    for (const QChar character : part) {
        QChar letter;
        for (const Escape &escape : escapes) {
            if (character == escape.character)
                letter = escape.letter;
        }
        if (!letter.isNull())
            text += QLatin1Char('\\') + letter;
        else if (character == u'/' || character == u'@' || character == u'\\')
            text += QLatin1Char('\\') + character;
        else
            text += character;
    }
    return text;
}

struct Parts
{
    QStringList components{QString()};
    std::optional<QString> realm;
};

// None where krb5_parse_name says KRB5_PARSE_MALFORMED: a second '@', a '/' in the realm, a backslash at the end.
std::optional<Parts> split(const QString &text)
{
    Parts parts;
    QString *part = &parts.components.last();
    for (auto at = text.begin(); at != text.end(); ++at) {
        const bool isSeparator = *at == u'/' || *at == u'@';
        if (isSeparator && parts.realm)
            return {};
        if (*at == u'/') {
            part = &parts.components.emplaceBack();
        } else if (*at == u'@') {
            part = &parts.realm.emplace();
        } else if (*at != u'\\') {
            *part += *at;
        } else {
            if (++at == text.end())
                return {};
            *part += unescaped(*at);
        }
    }
    return parts;
}

Result<QString> defaultRealm(const QString &principal)
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    RealmHandle realm;
    if (const auto code = krb5_get_default_realm(*context, into(realm, *context)); code != 0)
        return krbError(*context, code, "krb5_get_default_realm", {.principal = principal});
    return QString::fromUtf8(realm.get());
}

QString fromData(const krb5_data &data)
{
    return QString::fromUtf8(data.data, static_cast<qsizetype>(data.length));
}

} // namespace

Result<Principal> Principal::parse(const QString &text)
{
    const QString typed = text.trimmed();
    const auto parts = split(typed);
    const bool namesNobody =
        !parts || parts->components == QStringList{QString()} || (parts->realm && parts->realm->isEmpty());
    if (namesNobody)
        return krbError(nullptr, KRB5_PARSE_MALFORMED, "Principal::parse", {.principal = typed});
    if (parts->realm)
        return Principal{parts->components, *parts->realm};
    const auto realm = defaultRealm(typed);
    if (!realm)
        return realm.error();
    return Principal{parts->components, *realm};
}

QString Principal::text() const
{
    QStringList parts;
    for (const QString &component : components)
        parts += escaped(component);
    return parts.join(QLatin1Char('/')) + QLatin1Char('@') + escaped(realm);
}

Principal fromNative(krb5_const_principal principal)
{
    Principal result;
    for (krb5_int32 i = 0; i < principal->length; ++i)
        result.components += fromData(principal->data[i]);
    result.realm = fromData(principal->realm);
    return result;
}

Result<PrincipalHandle> toNative(krb5_context context, const Principal &principal)
{
    const QString text = principal.text();
    PrincipalHandle native;
    const auto code = krb5_parse_name(context, text.toUtf8().constData(), into(native, context));
    if (code != 0)
        return krbError(context, code, "krb5_parse_name", {.principal = text});
    return native;
}

} // namespace latchkey::krb

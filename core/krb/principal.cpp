// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/principal.h"

#include "core/krb/context.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"

#include <algorithm>
#include <optional>

namespace latchkey::krb {

namespace {

constexpr qsizetype usualLength = 100; ///< of a principal's text

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

bool standsForItself(QChar character)
{
    return character != u'/' && character != u'@' && character != u'\\'
           && std::none_of(std::begin(escapes), std::end(escapes),
                           [character](const Escape &escape) { return character == escape.character; });
}

QChar letterFor(QChar character)
{
    for (const Escape &escape : escapes) {
        if (character == escape.character)
            return escape.letter;
    }
    return character;
}

void appendEscaped(QString &text, const QString &part)
{
    for (QStringView rest(part); !rest.isEmpty();) {
        const auto plain = std::find_if_not(rest.begin(), rest.end(), standsForItself) - rest.begin();
        text += rest.first(plain);
        rest = rest.sliced(plain);
        if (rest.isEmpty())
            break;
        text += QLatin1Char('\\');
        text += letterFor(rest.front());
        rest = rest.sliced(1);
    }
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

/// `known` if that is what it says: thousands of tickets then share one text.
QString fromData(const krb5_data &data, const QString &known)
{
    const QByteArrayView bytes(data.data, static_cast<qsizetype>(data.length));
    return QAnyStringView(known) == QUtf8StringView(bytes) ? known : QString::fromUtf8(bytes);
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
    QString text;
    text.reserve(usualLength);
    for (qsizetype i = 0; i < components.size(); ++i) {
        if (i > 0)
            text += QLatin1Char('/');
        appendEscaped(text, components.at(i));
    }
    text += QLatin1Char('@');
    appendEscaped(text, realm);
    return text;
}

Principal fromNative(krb5_const_principal principal, const Principal &similar)
{
    Principal result;
    result.components.reserve(principal->length);
    for (krb5_int32 i = 0; i < principal->length; ++i)
        result.components += fromData(principal->data[i], similar.components.value(i));
    result.realm = fromData(principal->realm, similar.realm);
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

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/words.h"

#include <array>

namespace latchkey {

namespace {

template <typename Value>
struct Word
{
    Value value;
    QLatin1String text;
};

constexpr std::array<Word<Authentication>, 3> authentications{{
    {Authentication::Kerberos, QLatin1String("kerberos")},
    {Authentication::Gssapi, QLatin1String("gssapi")},
    {Authentication::Password, QLatin1String("password")},
}};

constexpr std::array<Word<TlsPolicy>, 4> tlsPolicies{{
    {TlsPolicy::VerifyIdentity, QLatin1String("verify-identity")},
    {TlsPolicy::VerifyCa, QLatin1String("verify-ca")},
    {TlsPolicy::Required, QLatin1String("required")},
    {TlsPolicy::Off, QLatin1String("off")},
}};

constexpr std::array<Word<Environment>, 4> environments{{
    {Environment::None, QLatin1String("none")},
    {Environment::Production, QLatin1String("production")},
    {Environment::Staging, QLatin1String("staging")},
    {Environment::Test, QLatin1String("test")},
}};

template <typename Value, std::size_t Size>
QString find(const std::array<Word<Value>, Size> &words, Value value)
{
    for (const Word<Value> &word : words) {
        if (word.value == value)
            return word.text;
    }
    Q_UNREACHABLE();
}

template <typename Value, std::size_t Size>
std::optional<Value> find(const std::array<Word<Value>, Size> &words, QStringView text)
{
    for (const Word<Value> &word : words) {
        if (text == word.text)
            return word.value;
    }
    return std::nullopt;
}

} // namespace

QString word(Authentication value)
{
    return find(authentications, value);
}

QString word(TlsPolicy value)
{
    return find(tlsPolicies, value);
}

QString word(Environment value)
{
    return find(environments, value);
}

std::optional<Authentication> authenticationFromWord(QStringView text)
{
    return find(authentications, text);
}

std::optional<TlsPolicy> tlsPolicyFromWord(QStringView text)
{
    return find(tlsPolicies, text);
}

std::optional<Environment> environmentFromWord(QStringView text)
{
    return find(environments, text);
}

} // namespace latchkey

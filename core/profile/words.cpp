// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/words.h"

#include <array>

namespace latchkey {

namespace {

template <typename Choice>
struct Word
{
    Choice value;
    QLatin1String text;
};
template <typename Choice>
Word(Choice, QLatin1String) -> Word<Choice>; // clang needs to be told of aggregates until its version 17

template <typename Choice>
constexpr void *words = nullptr; // each choice has a table of its own

template <>
constexpr std::array words<Authentication>{
    Word{Authentication::Kerberos, QLatin1String("kerberos")},
    Word{Authentication::Gssapi, QLatin1String("gssapi")},
    Word{Authentication::Automatic, QLatin1String("automatic")},
    Word{Authentication::Password, QLatin1String("password")},
    Word{Authentication::KeychainPassword, QLatin1String("keychain-password")},
};

template <>
constexpr std::array words<TlsPolicy>{
    Word{TlsPolicy::VerifyIdentity, QLatin1String("verify-identity")},
    Word{TlsPolicy::VerifyCa, QLatin1String("verify-ca")},
    Word{TlsPolicy::Required, QLatin1String("required")},
    Word{TlsPolicy::Off, QLatin1String("off")},
};

template <>
constexpr std::array words<TlsVersion>{
    Word{TlsVersion::Any, QLatin1String("any")},
    Word{TlsVersion::Tls12, QLatin1String("1.2")},
    Word{TlsVersion::Tls13, QLatin1String("1.3")},
};

template <>
constexpr std::array words<Environment>{
    Word{Environment::None, QLatin1String("none")},
    Word{Environment::Production, QLatin1String("production")},
    Word{Environment::Staging, QLatin1String("staging")},
    Word{Environment::Test, QLatin1String("test")},
};

template <>
constexpr std::array words<Guard>{
    Word{Guard::ByEnvironment, QLatin1String("by-environment")},
    Word{Guard::On, QLatin1String("on")},
    Word{Guard::Off, QLatin1String("off")},
};

template <>
constexpr std::array words<Endpoint>{
    Word{Endpoint::Other, QLatin1String("other")},       Word{Endpoint::Writer, QLatin1String("writer")},
    Word{Endpoint::Reader, QLatin1String("reader")},     Word{Endpoint::Custom, QLatin1String("custom")},
    Word{Endpoint::Instance, QLatin1String("instance")}, Word{Endpoint::Global, QLatin1String("global")},
};

template <>
constexpr std::array words<CachePolicy>{
    Word{CachePolicy::ByPrincipal, QLatin1String("by-principal")},
    Word{CachePolicy::Default, QLatin1String("default")},
    Word{CachePolicy::Private, QLatin1String("private")},
};

template <>
constexpr std::array words<FolderKind>{
    Word{FolderKind::Folder, QLatin1String("folder")},
    Word{FolderKind::Cluster, QLatin1String("cluster")},
};

template <typename Choice>
QString find(Choice value)
{
    for (const Word<Choice> &word : words<Choice>) {
        if (word.value == value)
            return word.text;
    }
    Q_UNREACHABLE();
}

} // namespace

QString word(Authentication value)
{
    return find(value);
}

QString word(TlsPolicy value)
{
    return find(value);
}

QString word(TlsVersion value)
{
    return find(value);
}

QString word(Environment value)
{
    return find(value);
}

QString word(Guard value)
{
    return find(value);
}

QString word(Endpoint value)
{
    return find(value);
}

QString word(CachePolicy value)
{
    return find(value);
}

QString word(FolderKind value)
{
    return find(value);
}

template <typename Choice>
std::optional<Choice> fromWord(QStringView text)
{
    for (const Word<Choice> &word : words<Choice>) {
        if (text == word.text)
            return word.value;
    }
    return std::nullopt;
}

template <typename Choice>
QStringList wordsOf()
{
    QStringList all;
    for (const Word<Choice> &word : words<Choice>)
        all.append(word.text);
    return all;
}

template std::optional<Authentication> fromWord(QStringView);
template std::optional<TlsPolicy> fromWord(QStringView);
template std::optional<TlsVersion> fromWord(QStringView);
template std::optional<Environment> fromWord(QStringView);
template std::optional<Guard> fromWord(QStringView);
template std::optional<Endpoint> fromWord(QStringView);
template std::optional<CachePolicy> fromWord(QStringView);
template std::optional<FolderKind> fromWord(QStringView);
template QStringList wordsOf<Authentication>();
template QStringList wordsOf<TlsPolicy>();
template QStringList wordsOf<TlsVersion>();
template QStringList wordsOf<Environment>();
template QStringList wordsOf<Guard>();
template QStringList wordsOf<Endpoint>();
template QStringList wordsOf<CachePolicy>();
template QStringList wordsOf<FolderKind>();

} // namespace latchkey

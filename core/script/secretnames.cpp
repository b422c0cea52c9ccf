// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/secretnames.h"

#include <QStringList>

#include <algorithm>

namespace latchkey::script {

bool isSecretName(QStringView name)
{
    static const QStringList endings{u"PASSWORD"_qs, u"PASSWD"_qs, u"PASSPHRASE"_qs, u"PWD"_qs};
    static const QStringList others{u"WSREP_SST_AUTH"_qs, u"AUTHENTICATION_STRING"_qs, u"PASSWORD_HASH"_qs};
    return std::any_of(endings.begin(), endings.end(),
                       [name](const QString &ending) { return name.endsWith(ending); })
           || others.contains(name);
}

bool isSecretFunction(QStringView name)
{
    static const QStringList functions{
        u"AES_DECRYPT"_qs, u"AES_ENCRYPT"_qs, u"DECODE"_qs, u"DES_DECRYPT"_qs, u"DES_ENCRYPT"_qs,
        u"ENCODE"_qs,      u"ENCRYPT"_qs,     u"KDF"_qs,    u"MD5"_qs,         u"KEYRING_KEY_STORE"_qs,
        u"SHA"_qs,         u"SHA1"_qs,        u"SHA2"_qs,   u"SHA3"_qs};
    return functions.contains(name) || name.contains(u"PASSWORD");
}

bool mayHoldSecret(QStringView text)
{
    static const QStringList words{u"PASS"_qs, u"PWD"_qs, u"IDENTIFIED"_qs, u"AUTH"_qs};
    return text.contains(u'(') || text.contains(u'\\') || text.contains(u"://")
           || std::any_of(words.begin(), words.end(),
                          [text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace latchkey::script

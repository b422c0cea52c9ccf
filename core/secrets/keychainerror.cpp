// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/keychainerror.h"

#include <QCoreApplication>

namespace latchkey::secrets {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("latchkey::secrets", text);
}

QString sentence(Error::Code code, const Key &key)
{
    switch (code) {
    case Error::Code::NotFound:
        return tr(QT_TRANSLATE_NOOP(
                      "latchkey::secrets",
                      "The keychain has no password of %1. Type it; it can be remembered then."))
            .arg(key.account);
    case Error::Code::KeychainAbsent:
        return tr(
            QT_TRANSLATE_NOOP("latchkey::secrets",
                              "There is no keychain: nothing in this desktop session keeps passwords. Start "
                              "one, such as GNOME Keyring, KWallet or KeePassXC, or type the password."));
    case Error::Code::KeychainLocked:
        return tr(QT_TRANSLATE_NOOP(
            "latchkey::secrets", "The keychain is locked. Unlock it and try again, or type the password."));
    case Error::Code::KeychainRefused:
        return tr(
            QT_TRANSLATE_NOOP("latchkey::secrets",
                              "The keychain stayed locked, because its question was declined or could not be "
                              "shown. Unlock it and try again, or type the password."));
    case Error::Code::KeychainSilent:
        return tr(
            QT_TRANSLATE_NOOP("latchkey::secrets",
                              "The keychain does not answer. Look whether it has a question open or hangs, "
                              "or type the password."));
    default:
        return tr(QT_TRANSLATE_NOOP(
            "latchkey::secrets",
            "The keychain could not do what it was asked for; the details say why. Type the "
            "password instead."));
    }
}

} // namespace

Error keychainError(Error::Code code, const Key &key, const QString &detail)
{
    return {code, sentence(code, key), detail, 0};
}

} // namespace latchkey::secrets

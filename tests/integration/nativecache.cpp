// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/nativecache.h"

#include <utility>

namespace latchkey::test {

NativeCache::NativeCache(const QString &name)
{
    if (krb5_init_context(&m_context) != 0
        || krb5_cc_resolve(m_context, name.toUtf8().constData(), &m_cache) != 0)
        qFatal("NativeCache: no cache %s", qPrintable(name));
}

NativeCache::~NativeCache()
{
    if (m_cache != nullptr)
        krb5_cc_close(m_context, m_cache);
    krb5_free_context(m_context);
}

QMap<QString, QByteArray> NativeCache::sessionKeys()
{
    QMap<QString, QByteArray> keys;
    visit([&](const krb5_creds &creds) {
        char *name = nullptr;
        if (creds.keyblock.length == 0 || krb5_unparse_name(m_context, creds.server, &name) != 0)
            return;
        keys.insert(QString::fromUtf8(name),
                    QByteArray(reinterpret_cast<const char *>(creds.keyblock.contents),
                               static_cast<qsizetype>(creds.keyblock.length)));
        krb5_free_unparsed_name(m_context, name);
    });
    return keys;
}

std::optional<QMultiMap<QString, QByteArray>> NativeCache::tickets()
{
    QMultiMap<QString, QByteArray> found;
    bool whole = true;
    const bool readable = visit([&](const krb5_creds &creds) {
        char *name = nullptr;
        if (krb5_is_config_principal(m_context, creds.server))
            return;
        whole = whole && creds.keyblock.length > 0 && creds.ticket.length > 0
                && krb5_unparse_name(m_context, creds.server, &name) == 0;
        if (!whole)
            return;
        const QByteArray key(reinterpret_cast<const char *>(creds.keyblock.contents),
                             static_cast<qsizetype>(creds.keyblock.length));
        found.insert(QString::fromUtf8(name),
                     key + QByteArray(creds.ticket.data, static_cast<qsizetype>(creds.ticket.length)));
        krb5_free_unparsed_name(m_context, name);
    });
    return readable && whole ? std::optional(found) : std::nullopt;
}

QString NativeCache::principal()
{
    krb5_principal principal = nullptr;
    char *name = nullptr;
    if (krb5_cc_get_principal(m_context, m_cache, &principal) != 0)
        return {};
    QString text;
    if (krb5_unparse_name(m_context, principal, &name) == 0)
        text = QString::fromUtf8(name);
    krb5_free_unparsed_name(m_context, name);
    krb5_free_principal(m_context, principal);
    return text;
}

bool NativeCache::addTwinOf(const QByteArray &service)
{
    krb5_creds *copy = nullptr;
    visit([&](krb5_creds &creds) {
        if (QByteArray(creds.server->data[0].data, creds.server->data[0].length) == service)
            krb5_copy_creds(m_context, &creds, &copy);
    });
    if (!copy)
        return false;
    copy->ticket.data[copy->ticket.length - 1] ^= 1;
    copy->keyblock.contents[0] ^= 1;
    const bool stored = krb5_cc_store_cred(m_context, m_cache, copy) == 0;
    krb5_free_creds(m_context, copy);
    return stored;
}

bool NativeCache::takeOver(NativeCache &other)
{
    krb5_principal principal = nullptr;
    bool works = krb5_cc_get_principal(other.m_context, other.m_cache, &principal) == 0
                 && krb5_cc_initialize(m_context, m_cache, principal) == 0;
    krb5_free_principal(other.m_context, principal);
    const auto store = [&](krb5_creds &creds) {
        works = works && krb5_cc_store_cred(m_context, m_cache, &creds) == 0;
    };
    return works && other.visit(store) && works;
}

void NativeCache::destroy()
{
    krb5_cc_destroy(m_context, std::exchange(m_cache, nullptr));
}

} // namespace latchkey::test

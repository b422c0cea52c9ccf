// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QMultiMap>
#include <QString>

#include <optional>

#include <krb5/krb5.h>

namespace latchkey::test {

/// What libkrb5 itself finds in a cache and puts there.
class NativeCache
{
public:
    explicit NativeCache(const QString &name);
    ~NativeCache();
    NativeCache(const NativeCache &) = delete;
    NativeCache &operator=(const NativeCache &) = delete;

    /// False if it cannot be read to its end.
    template <typename Visitor>
    bool visit(Visitor visitor)
    {
        krb5_cc_cursor cursor = nullptr;
        krb5_creds creds = {};
        if (krb5_cc_start_seq_get(m_context, m_cache, &cursor) != 0)
            return false;
        krb5_error_code code = 0;
        while ((code = krb5_cc_next_cred(m_context, m_cache, &cursor, &creds)) == 0) {
            visitor(creds);
            krb5_free_cred_contents(m_context, &creds);
        }
        krb5_cc_end_seq_get(m_context, m_cache, &cursor);
        return code == KRB5_CC_END;
    }
    /// By service; configuration entries have none.
    QMap<QString, QByteArray> sessionKeys();
    /// The session key and the ticket itself, by service, without configuration entries; none if they cannot be read to
    /// the end, or one has no key.
    std::optional<QMultiMap<QString, QByteArray>> tickets();
    /// Whose tickets it holds; empty if there is nobody.
    QString principal();
    /// Another ticket for the same service, of the same times.
    bool addTwinOf(const QByteArray &service);
    /// Makes what is in it that of the other one.
    bool takeOver(NativeCache &other);
    void destroy();

private:
    krb5_context m_context = nullptr;
    krb5_ccache m_cache = nullptr;
};

} // namespace latchkey::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/principal.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>

namespace latchkey::krb {

/// Reads the file of a FILE or DIR cache from beginning to end, locked meanwhile: libkrb5 locks the file and asks for
/// its size anew for every ticket, which takes most of the time where there are thousands. The format's version 4 only
/// (krb5's doc/formats/ccache_file_format.rst), which libkrb5 has written since 1.3.
class CacheFileReader
{
public:
    /// None: it is not there, or does not begin as such a file; libkrb5 may read it nevertheless, or say why not.
    static std::optional<CacheFileReader> open(const QString &path);
    /// The same of what such a file may hold.
    static std::optional<CacheFileReader> open(std::unique_ptr<QIODevice> device);

    CacheFileReader(CacheFileReader &&) noexcept = default;
    CacheFileReader &operator=(CacheFileReader &&) = delete;
    ~CacheFileReader();

    const Principal &principal() const { return m_principal; }

    /// Calls `visit(krb5_creds &)` for each credential, configuration entries included; 0 or why it stopped, which is
    /// KRB5_CC_FORMAT where the file is not whole. Once.
    template <typename Visitor>
    krb5_error_code visit(krb5_context context, Visitor visit)
    {
        for (QByteArrayView bytes = nextCredential(); !bytes.isEmpty(); bytes = nextCredential()) {
            CredentialHandle credential;
            if (const auto code = unmarshal(context, bytes, credential); code != 0)
                return code;
            visit(*credential);
        }
        return m_begin == m_end ? 0 : KRB5_CC_FORMAT;
    }

private:
    explicit CacheFileReader(std::unique_ptr<QIODevice> device);
    bool readHeader();
    /// In the window until the next call; empty at the end, and where nothing that makes sense follows.
    QByteArrayView nextCredential();
    /// Reads on into the window; false: there is no more.
    bool readOn();
    QByteArrayView unread() const { return QByteArrayView(m_window).sliced(m_begin, m_end - m_begin); }
    static krb5_error_code unmarshal(krb5_context context, QByteArrayView bytes,
                                     CredentialHandle &credential);

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_window; // session keys pass through
    qsizetype m_begin = 0; ///< of what has been read and not been taken yet
    qsizetype m_end = 0;
    Principal m_principal;
};

} // namespace latchkey::krb

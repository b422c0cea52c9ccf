// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/principal.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace latchkey::krb {

/// What the file of a FILE or DIR cache held at one moment, read at once: libkrb5 locks the file and asks for its size
/// anew for every ticket, which takes most of the time where there are thousands. The format's version 4 only (krb5's
/// doc/formats/ccache_file_format.rst), which libkrb5 has written since 1.3.
class CacheFileReader
{
public:
    /// None: it is not there, or not such a file to its end; libkrb5 may read it nevertheless, or say why not.
    static std::optional<CacheFileReader> read(const QString &path);
    /// The same of what such a file may hold.
    static std::optional<CacheFileReader> fromBytes(QByteArray bytes);

    CacheFileReader(CacheFileReader &&) noexcept = default;
    CacheFileReader &operator=(CacheFileReader &&) = delete;
    ~CacheFileReader();

    const Principal &principal() const { return m_principal; }
    /// How many credentials there are, configuration entries included.
    qsizetype count() const { return static_cast<qsizetype>(m_credentials.size()); }

    /// Calls `visit(krb5_creds &)` for each credential, configuration entries included; 0 or why it stopped.
    template <typename Visitor>
    krb5_error_code visit(krb5_context context, Visitor visit) const
    {
        for (std::size_t i = 0; i < m_credentials.size(); ++i) {
            CredentialHandle credential;
            if (const auto code = unmarshal(context, i, credential); code != 0)
                return code;
            visit(*credential);
        }
        return 0;
    }

private:
    struct Range
    {
        qsizetype begin;
        qsizetype size;
    };

    explicit CacheFileReader(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    bool parse();
    krb5_error_code unmarshal(krb5_context context, std::size_t index, CredentialHandle &credential) const;

    QByteArray m_bytes; // with the session keys
    Principal m_principal;
    std::vector<Range> m_credentials;
};

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/principal.h"

#include <QByteArray>
#include <QString>

#include <cstdio>
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
    struct Close
    {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;
    /// The same of what such a file may hold; null is not there.
    static std::optional<CacheFileReader> open(File file);

    CacheFileReader(CacheFileReader &&) noexcept;
    CacheFileReader &operator=(CacheFileReader &&) = delete;
    ~CacheFileReader();

    const Principal &principal() const { return m_principal; }

    /// Calls `visit(const krb5_creds &)` for each credential, configuration entries included; 0, or KRB5_CC_FORMAT where
    /// the file is not whole. What is visited is not to be kept: it points to where the file is read. Once.
    template <typename Visitor>
    krb5_error_code visit(Visitor visit)
    {
        while (const krb5_creds *credential = nextCredential())
            visit(*credential);
        return m_begin == m_end ? 0 : KRB5_CC_FORMAT;
    }

private:
    struct View;

    explicit CacheFileReader(File file);
    bool readHeader();
    /// Valid until the next call; null at the end, and where nothing that makes sense follows.
    const krb5_creds *nextCredential();
    /// Reads on into the window; false: there is no more.
    bool readOn();
    void wipe();
    QByteArrayView unread() const { return QByteArrayView(m_window).sliced(m_begin, m_end - m_begin); }

    File m_file;
    std::unique_ptr<View> m_view;
    QByteArray m_window; // session keys pass through
    qsizetype m_filled = 0; ///< how much of it has ever held something
    qsizetype m_begin = 0; ///< of what has been read and not been taken yet
    qsizetype m_end = 0;
    Principal m_principal;
};

} // namespace latchkey::krb

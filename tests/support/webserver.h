// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/child.h"

#include <QTemporaryDir>

#include <cstdint>
#include <optional>

namespace latchkey::test {

/// A certificate and its key, PEM files.
struct WebCertificate
{
    QString certificate;
    QString key;
};

/// A real web server of a test's own, over TLS on a random port of 127.0.0.1, with its files in a folder that goes with it. It
/// cannot outlive the test. Start it from the main thread.
class WebServer
{
public:
    /// What is missing on this computer: a Debian package; empty if nothing is.
    static QString missing();

    WebServer() = default;
    WebServer(const WebServer &) = delete;
    WebServer &operator=(const WebServer &) = delete;

    /// nginx with these lines in its server block. Each request is a line in the log.
    bool startNginx(const WebCertificate &files, const QByteArray &lines = {});
    /// Apache httpd, with these lines in its configuration; everything is behind mod_auth_gssapi, with this keytab.
    bool startApache(const WebCertificate &files, const QString &keytab, const QString &realm);
    void stop();
    /// The same server once more, on the same port.
    bool startAgain();
    /// What the server has said of itself.
    QString problem() const;

    QString url(const QString &path, const QString &host = QStringLiteral("127.0.0.1")) const;
    std::uint16_t port() const { return m_port; }
    /// Puts a file to be served.
    bool put(const QString &name, const QByteArray &content);
    /// A file of zeros that takes no room on the disk.
    bool putZeros(const QString &name, qint64 size);
    /// For nginx: "STATUS|BYTES|PATH|If-None-Match|Authorization|Cookie" for each request so far.
    QList<QByteArray> requests() const;

private:
    bool start();
    QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::uint16_t m_port = 0;
    sandbox::Command m_command;
    std::optional<sandbox::Child> m_child;
};

} // namespace latchkey::test

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QTcpServer>

namespace latchkey::test {

/// A database server on 127.0.0.1 that greets, offers TLS with a certificate of the test's choice, and says nothing
/// after the handshake. Answers while its thread's event loop runs.
class TlsDouble : public QTcpServer
{
    Q_OBJECT
public:
    TlsDouble(QString certificateFile, QString keyFile);

    /// A client has said something inside TLS: it took the certificate.
    bool wasTrusted() const { return m_wasTrusted; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QString m_certificateFile;
    QString m_keyFile;
    bool m_wasTrusted = false;
};

} // namespace latchkey::test

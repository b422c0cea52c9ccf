// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>

class QSslSocket;

namespace latchkey::test {

/// What stands for Amazon's RDS of one Region: a proxy on 127.0.0.1 that answers as the service itself, with a certificate
/// of its own. Answers while its thread's event loop runs.
class RdsDouble : public QTcpServer
{
public:
    struct Answer
    {
        int status = 200;
        QByteArray body; ///< XML
    };
    /// `question`: the form that was posted, "Action=DescribeDBClusters&Version=2014-10-31".
    using Talk = std::function<Answer(const QByteArray &question)>;

    /// The certificate's files are made in `folder`.
    RdsDouble(const QString &folder, const QString &region, Talk talk);

    bool isReady() const { return isListening() && !m_certificate.isEmpty(); }
    QString proxy() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    /// Of the authority that the client has to trust.
    const QString &authorityFile() const { return m_certificate; }
    /// Posted so far.
    const QList<QByteArray> &questions() const { return m_questions; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QSslSocket &client, QByteArray &received);
    void answer(QSslSocket &client, const QByteArray &question);

    const QString m_host;
    const Talk m_talk;
    QString m_certificate;
    QString m_key;
    QList<QByteArray> m_questions;
};

} // namespace latchkey::test

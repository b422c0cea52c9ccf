// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/rdsdouble.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <memory>
#include <optional>

namespace latchkey::test {

namespace {

const QByteArray endOfHead = "\r\n\r\n";

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool makeCertificate(const QString &certificate, const QString &key, const QString &host)
{
    return QProcess::execute(QStringLiteral("openssl"),
                             {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                              QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                              QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-subj"),
                              QStringLiteral("/CN=") + host, QStringLiteral("-addext"),
                              QStringLiteral("subjectAltName=DNS:") + host, QStringLiteral("-keyout"), key,
                              QStringLiteral("-out"), certificate})
           == 0;
}

/// What has been posted, once all of it is there; it is taken away.
std::optional<QByteArray> takeForm(QByteArray &received)
{
    const qsizetype headSize = received.indexOf(endOfHead);
    if (headSize < 0)
        return std::nullopt;
    const QByteArray head = received.first(headSize).toLower();
    const QByteArray mark = "\r\ncontent-length:";
    const qsizetype length = head.indexOf(mark);
    const QByteArray value = length < 0 ? "0" : head.mid(length + mark.size()).split('\r').first();
    const qsizetype begin = headSize + endOfHead.size();
    const qsizetype size = value.trimmed().toLongLong();
    if (received.size() < begin + size)
        return std::nullopt;
    const QByteArray form = received.mid(begin, size);
    received.remove(0, begin + size);
    return form;
}

} // namespace

RdsDouble::RdsDouble(const QString &folder, const QString &region, Talk talk)
    : m_host(QStringLiteral("rds.%1.amazonaws.com").arg(region)), m_talk(std::move(talk)),
      m_key(folder + QStringLiteral("/rds.key"))
{
    const QString certificate = folder + QStringLiteral("/rds.pem");
    if (makeCertificate(certificate, m_key, m_host))
        m_certificate = certificate;
    listen(QHostAddress::LocalHost);
}

void RdsDouble::incomingConnection(qintptr descriptor)
{
    auto *client = new QSslSocket(this);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentOf(m_certificate)));
    configuration.setPrivateKey(QSslKey(contentOf(m_key), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    client->setSslConfiguration(configuration);
    client->setSocketDescriptor(descriptor);
    const auto received = std::make_shared<QByteArray>();
    connect(client, &QSslSocket::readyRead, this, [this, client, received] { read(*client, *received); });
    connect(client, &QSslSocket::disconnected, client, &QObject::deleteLater);
}

void RdsDouble::read(QSslSocket &client, QByteArray &received)
{
    received += client.readAll();
    if (client.isEncrypted()) {
        while (const auto form = takeForm(received))
            answer(client, *form);
    } else if (received.endsWith(endOfHead)) {
        const bool isKnown = received.startsWith("CONNECT " + m_host.toLatin1() + ":443 ");
        received.clear();
        client.write(isKnown ? "HTTP/1.1 200 OK\r\n\r\n" : "HTTP/1.1 502 Bad Gateway\r\n\r\n");
        client.flush();
        if (isKnown)
            client.startServerEncryption();
    }
}

void RdsDouble::answer(QSslSocket &client, const QByteArray &question)
{
    m_questions.append(question);
    const Answer answer = m_talk(question);
    client.write("HTTP/1.1 " + QByteArray::number(answer.status)
                 + " Status\r\nContent-Type: text/xml\r\nContent-Length: "
                 + QByteArray::number(answer.body.size()) + endOfHead + answer.body);
}

} // namespace latchkey::test

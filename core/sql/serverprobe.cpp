// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/serverprobe.h"

#include "core/base/job.h"
#include "core/gss/authswitch.h"
#include "core/sql/probesocket.h"
#include "core/sql/sqlerror.h"
#include "core/sql/tlsreason.h"

#include <QSslCipher>

namespace latchkey::sql {

namespace {

// Named in the answer to the greeting, so that a server whose account uses another plugin says which, instead of
// taking the empty answer for an empty password.
constexpr std::string_view namedPlugin = "authentication_kerberos_client";
constexpr std::string_view gssapiPlugin = "auth_gssapi_client";

ConnectOptions probeOptions(const Profile &profile, const QString &account, std::chrono::milliseconds limit)
{
    ConnectOptions options;
    options.host = profile.host;
    options.port = profile.port;
    options.user = account;
    options.tls = TlsPolicy::VerifyIdentity;
    options.tlsFiles.authorities = profile.tlsFiles.authorities;
    options.authentication = profile.authentication;
    options.pinnedSpn = profile.pinnedSpn;
    options.timeouts.connect = std::chrono::ceil<std::chrono::seconds>(limit);
    return options;
}

QString certificateName(const QSslCertificate &certificate, bool issuer)
{
    const QString common = (issuer ? certificate.issuerInfo(QSslCertificate::CommonName)
                                   : certificate.subjectInfo(QSslCertificate::CommonName))
                               .join(QLatin1String(", "));
    return !common.isEmpty() ? common
                             : (issuer ? certificate.issuerDisplayName() : certificate.subjectDisplayName());
}

void describeTls(ProbeReport &report, const ProbeSocket &socket, const ConnectOptions &options)
{
    const QSslSocket &tls = socket.socket();
    report.tlsVersion = tls.sessionCipher().protocolString();
    report.tlsCipher = tls.sessionCipher().name();
    const QSslCertificate certificate = tls.peerCertificate();
    report.certificateSubject = certificateName(certificate, false);
    report.certificateIssuer = certificateName(certificate, true);
    report.certificateExpires = certificate.expiryDate().toUTC().toString(Qt::ISODate);
    const auto problem = certificateProblem(socket.certificateProblems(), options.tls, options.host,
                                            options.tlsFiles.authorities);
    report.tlsVerified = !problem;
    report.tlsProblem = problem ? problem->message : QString();
}

std::optional<Error> describeSwitch(ProbeReport &report, const handshake::AuthSwitch &request,
                                    const ConnectOptions &options)
{
    report.plugin = QString::fromStdString(request.plugin);
    FailedLogin login;
    if (request.plugin == namedPlugin) {
        const auto data = gss::parseKerberosSwitch(request.data);
        if (const auto *named = std::get_if<gss::KerberosSwitch>(&data)) {
            report.spn = QString::fromStdString(named->spn);
            report.realm = QString::fromStdString(named->realm);
            return std::nullopt;
        }
        login.failure =
            gss::Failure{gss::Failure::Kind::Malformed, std::get<gss::Malformed>(data).reason, 0, 0};
        return loginError(login, options);
    }
    if (request.plugin != gssapiPlugin)
        return std::nullopt;
    const auto data = gss::parseGssapiSwitch(request.data);
    if (const auto *named = std::get_if<gss::GssapiSwitch>(&data)) {
        report.spn = QString::fromStdString(named->spn);
        return std::nullopt;
    }
    login.failure = gss::Failure{gss::Failure::Kind::Malformed, std::get<gss::Malformed>(data).reason, 0, 0};
    return loginError(login, options);
}

std::optional<Error> describeReply(ProbeReport &report, const handshake::Bytes &payload,
                                   const ConnectOptions &options)
{
    const auto reply = handshake::parseAuthReply(payload);
    if (const auto *request = std::get_if<handshake::AuthSwitch>(&reply))
        return describeSwitch(report, *request, options);
    FailedLogin login;
    if (const auto *refusal = std::get_if<handshake::ServerError>(&reply)) {
        login.native = {refusal->number, QString::fromStdString(refusal->state),
                        QString::fromStdString(refusal->text)};
        return loginError(login, options);
    }
    if (const auto *malformed = std::get_if<handshake::Malformed>(&reply)) {
        login.failure = gss::Failure{gss::Failure::Kind::Malformed, malformed->reason, 0, 0};
        return loginError(login, options);
    }
    return std::nullopt;
}

Result<ProbeReport> probe(const ConnectOptions &options, std::chrono::milliseconds limit)
{
    ProbeSocket socket(options, QDeadlineTimer(limit));
    const auto greeting = socket.connect();
    if (!greeting)
        return greeting.error();
    ProbeReport report;
    report.host = options.host;
    report.port = options.port;
    report.version = QString::fromStdString(greeting->version);
    report.firstPlugin = QString::fromStdString(greeting->plugin);
    report.tlsOffered = greeting->offersTls();
    if (report.tlsOffered) {
        const Result<> tls = socket.startTls(*greeting);
        if (!tls)
            return tls.error();
        describeTls(report, socket, options);
    }
    const Result<> asked = socket.send(
        handshake::handshakeResponse(*greeting, options.user.toStdString(), namedPlugin, report.tlsOffered));
    if (!asked)
        return asked.error();
    const auto reply = socket.receive();
    if (!reply)
        return reply.error();
    if (auto problem = describeReply(report, *reply, options))
        return *std::move(problem);
    return report;
}

} // namespace

QFuture<Result<ProbeReport>> probeServer(const Profile &profile, const QString &account, std::stop_token stop,
                                         std::chrono::milliseconds limit)
{
    const ConnectOptions options = probeOptions(profile, account, limit);
    return startJob<ProbeReport>(std::move(stop), [options, limit](Job &job) {
        job.expectAnswerWithin(limit, serverSilent(options));
        return probe(options, limit);
    });
}

} // namespace latchkey::sql

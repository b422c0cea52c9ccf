// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/job.h"
#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/kdcdialogue.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/ticketremoval.h"

namespace latchkey::krb {

namespace {

struct Request
{
    krb5_context context;
    krb5_ccache cache;
    QString cacheName;
    krb5_principal client;
    krb5_principal service;

    krb5_error_code ask(krb5_flags options) const
    {
        krb5_creds wanted = {};
        wanted.client = client;
        wanted.server = service;
        CredentialHandle ticket;
        return krb5_get_credentials(context, options, cache, &wanted, into(ticket, context));
    }
};

// Whose KDC could not be found: libkrb5 does not say, except in words. With a TGT for the service's realm it has no
// need of the user's own KDC any more.
QString realmInTrouble(const Request &request, const KdcDialogue &dialogue, krb5_error_code code)
{
    if (code == KRB5_KDC_UNREACH && !dialogue.lastRealm().isEmpty())
        return dialogue.lastRealm();
    if (dialogue.refusal() && dialogue.refusal()->code == code)
        return dialogue.refusal()->realm;
    const Principal client = fromNative(request.client);
    const Principal service = fromNative(request.service);
    bool mayAskService = false;
    forEachCredential(request.context, request.cache, [&](krb5_creds &creds) {
        const Principal held = fromNative(creds.server);
        mayAskService =
            mayAskService || (held.isTicketGranting() && held.components.value(1) == service.realm);
    });
    return mayAskService ? service.realm : client.realm;
}

Error whyNoTicket(const Request &request, const KdcDialogue &dialogue, krb5_error_code code)
{
    const char *call = "krb5_get_credentials";
    const QString detail = krbDetail(request.context, code, call);
    const QString spn = fromNative(request.service).text();
    const auto &refusal = dialogue.refusal();
    const bool unknown = code == KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN && refusal && refusal->service;
    if (unknown && refusal->service->isTicketGranting()) {
        Error error = noTrust(refusal->realm, refusal->service->components.value(1), spn);
        error.detail = detail;
        return error;
    }
    Error error = krbError(request.context, code, call,
                           {.principal = fromNative(request.client).text(),
                            .realm = realmInTrouble(request, dialogue, code),
                            .service = spn,
                            .place = request.cacheName});
    error.detail = detail;
    return error;
}

Result<> askKdcs(const Request &request, const KdcDialogue::OnWait &onKdcWait)
{
    bool abandoned = false;
    // Once no is always no: libkrb5 tries other ways after a failure.
    const auto goesOn = [&](const QString &realm) {
        abandoned = abandoned || !onKdcWait(realm);
        return !abandoned;
    };
    if (!goesOn(fromNative(request.service).realm))
        return cancelledError();
    const KdcDialogue dialogue(request.context, goesOn);
    const auto code = request.ask(0);
    if (abandoned)
        return cancelledError();
    onKdcWait(QString());
    if (code != 0)
        return whyNoTicket(request, dialogue, code);
    return Ok{};
}

Result<PrincipalHandle> parsedService(krb5_context context, const QString &spn)
{
    PrincipalHandle service;
    if (const auto code = krb5_parse_name(context, spn.toUtf8().constData(), into(service, context));
        code != 0)
        return krbError(context, code, "krb5_parse_name", {.principal = spn});
    return service;
}

} // namespace

Result<> obtainServiceTicket(const QString &cacheName, const QString &spn,
                             const KdcDialogue::OnWait &onKdcWait, const QString &config)
{
    const auto context = Context::make(config);
    if (!context)
        return context.error();
    const auto cache = openCache(*context, cacheName);
    if (!cache)
        return cache.error();
    const auto service = parsedService(*context, spn);
    if (!service)
        return service.error();
    PrincipalHandle client;
    const auto code = krb5_cc_get_principal(*context, cache->get(), into(client, *context));
    if (code != 0)
        return krbError(*context, code, "krb5_cc_get_principal", {.place = cacheName});
    const Request request{*context, cache->get(), cacheName, client.get(), service->get()};
    if (request.ask(KRB5_GC_CACHED) == 0)
        return Ok{};
    return askKdcs(request, onKdcWait);
}

Result<bool> forgetServiceTicket(const QString &cacheName, const QString &spn)
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    const auto cache = openCache(*context, cacheName);
    if (!cache)
        return cache.error();
    const auto service = parsedService(*context, spn);
    if (!service)
        return service.error();
    const auto removed = removeTickets(*context, cache->get(), service->get(), cacheName);
    if (!removed)
        return removed.error();
    return *removed > 0;
}

std::optional<Error> explainTicketFailure(int code, const QString &cacheName, const QString &principal,
                                          const QString &spn)
{
    const auto service = Principal::parse(spn);
    auto error = knownError(code, {.principal = principal,
                                   .realm = service ? service->realm : QString(),
                                   .service = spn,
                                   .place = cacheName});
    const bool fitsSignInOnly = error && error->code == Error::Code::BadPassword;
    return fitsSignInOnly ? std::nullopt : error;
}

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/cataloguecommands.h"

#include "app/cli/importoptions.h"
#include "app/cli/text.h"
#include "core/base/paths.h"
#include "core/catalogue/catalogueedit.h"
#include "core/catalogue/cataloguerefresh.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace latchkey::cli {

namespace {

CatalogueFiles ownFiles()
{
    return CatalogueFiles(paths::configDir());
}

Result<Subscription> namedSubscription(const QString &name)
{
    const auto all = ownFiles().subscriptions();
    if (!all)
        return all.error();
    const auto found =
        std::find_if(all->begin(), all->end(), [&name](auto &each) { return each.name == name; });
    if (found != all->end())
        return *found;
    return Error{
        Error::Code::NotFound,
        Text::tr("There is no catalogue “%1”; “latchkey-cli catalogue list” names those that there are.")
            .arg(name),
        QString(), 0};
}

/// What the command line says of a subscription, which may be there already.
Result<Subscription> wantedSubscription(const Call &call)
{
    const auto consent = consentFrom(call.options.values(QStringLiteral("allow")));
    if (!consent)
        return consent.error();
    const auto known = namedSubscription(call.names.first());
    if (!known && known.error().code != Error::Code::NotFound)
        return known.error();
    Subscription subscription = known ? *known : Subscription{};
    subscription.name = call.names.first();
    const QString source = call.names.at(1);
    subscription.source =
        source.contains(QLatin1String("://")) ? source : QFileInfo(source).absoluteFilePath();
    subscription.authentication = call.has("negotiate") || call.has("principal")
                                      ? WebAuthentication::Negotiate
                                      : WebAuthentication::None;
    subscription.principal = call.value("principal");
    subscription.authorities = call.has("ca") ? QFileInfo(call.value("ca")).absoluteFilePath() : QString();
    subscription.trusts = *consent;
    return subscription;
}

Result<Refreshed> refreshOne(const Call &call, const QUuid &id)
{
    const auto refreshed = startJob<Refreshed>(
        call.stop, [id](Job &job) { return refreshCatalogue(ownFiles(), id, job, systemNow); });
    return QFuture(refreshed).takeResult();
}

QJsonObject described(const Catalogue &catalogue)
{
    const Subscription &subscription = catalogue.subscription;
    QJsonArray remarks;
    for (const CatalogueRemark &remark : catalogue.remarks)
        remarks.append(
            QJsonObject{{QStringLiteral("path"), remark.path},
                        {QStringLiteral("message"), remark.message},
                        {QStringLiteral("risk"), remark.risk ? riskWord(*remark.risk) : QString()}});
    QJsonObject object{
        {QStringLiteral("name"), subscription.name},
        {QStringLiteral("source"), subscription.source},
        {QStringLiteral("negotiate"), subscription.authentication == WebAuthentication::Negotiate},
        {QStringLiteral("principal"), subscription.principal},
        {QStringLiteral("caFile"), subscription.authorities},
        {QStringLiteral("profiles"), catalogue.document.profiles.size()},
        {QStringLiteral("problem"), subscription.problem},
        {QStringLiteral("remarks"), remarks}};
    if (subscription.history.lastSuccess)
        object.insert(QStringLiteral("lastSuccess"), localTime(*subscription.history.lastSuccess));
    return object;
}

/// What has not been taken, a line for each kind.
void noteRemarks(const Catalogue &catalogue)
{
    QMap<QString, int> kinds;
    for (const CatalogueRemark &remark : catalogue.remarks)
        ++kinds[remark.risk
                    ? Text::tr("%1 Trust the catalogue with it by --allow %2.")
                          .arg(remark.message, riskWord(*remark.risk))
                    : QStringLiteral("%1: %2").arg(printable(remark.path), printable(remark.message))];
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        note(*kind > 1 ? Text::tr("%1 (%n times)", nullptr, *kind).arg(kind.key()) : kind.key());
}

/// The catalogues with these ids, as they are on the disk now.
Result<QList<Catalogue>> cataloguesOf(const QList<QUuid> &ids)
{
    auto all = ownFiles().catalogues();
    if (all)
        all->removeIf([&ids](const Catalogue &each) { return !ids.contains(each.subscription.id); });
    return all;
}

Result<> print(Call &call, const QList<Catalogue> &catalogues)
{
    if (call.json) {
        QJsonArray all;
        for (const Catalogue &catalogue : catalogues)
            all.append(described(catalogue));
        call.output.printJson(QJsonDocument(all));
        return Ok{};
    }
    QList<QStringList> rows{
        {Text::tr("CATALOGUE"), Text::tr("PROFILES"), Text::tr("REFRESHED"), Text::tr("SOURCE")}};
    for (const Catalogue &catalogue : catalogues) {
        const Subscription &subscription = catalogue.subscription;
        const auto last = subscription.history.lastSuccess;
        rows.append({printable(subscription.name), QString::number(catalogue.document.profiles.size()),
                     last ? localTime(*last) : Text::tr("never"), printable(subscription.source)});
    }
    if (!catalogues.isEmpty())
        call.output.print(columns(rows));
    return Ok{};
}

} // namespace

Result<> addCatalogue(Call &call)
{
    auto wanted = wantedSubscription(call);
    if (!wanted)
        return std::move(wanted).error();
    const auto before = ownFiles().subscription(wanted->id);
    const auto saved = catalogueedit::put(ownFiles(), *wanted);
    if (!saved)
        return saved.error();
    if (const auto refreshed = refreshOne(call, saved->id); !refreshed) {
        if (before) // a slip of the finger must not stay
            static_cast<void>(catalogueedit::restore(ownFiles(), *before));
        else
            static_cast<void>(catalogueedit::remove(ownFiles(), saved->id));
        return refreshed.error();
    }
    const auto added = cataloguesOf({saved->id});
    if (!added)
        return added.error();
    for (const Catalogue &catalogue : *added)
        noteRemarks(catalogue);
    return print(call, *added);
}

Result<> refreshCatalogues(Call &call)
{
    QList<QUuid> ids;
    if (!call.names.isEmpty()) {
        const auto named = namedSubscription(call.names.first());
        if (!named)
            return named.error();
        ids.append(named->id);
    } else {
        const auto all = ownFiles().subscriptions();
        if (!all)
            return all.error();
        for (const Subscription &subscription : *all)
            ids.append(subscription.id);
    }
    Result<> outcome = Ok{};
    for (const QUuid &id : std::as_const(ids)) {
        if (const auto refreshed = refreshOne(call, id); !refreshed) {
            if (!outcome)
                complain(outcome.error(), call.verbose); // the last one is the program's to tell
            outcome = refreshed.error();
        }
    }
    if (outcome || ids.size() > 1) {
        const auto catalogues = cataloguesOf(ids);
        if (!catalogues)
            return catalogues.error();
        static_cast<void>(print(call, *catalogues));
    }
    return outcome;
}

Result<> listCatalogues(Call &call)
{
    const auto catalogues = ownFiles().catalogues();
    if (!catalogues)
        return catalogues.error();
    for (const Catalogue &catalogue : *catalogues) {
        if (!catalogue.subscription.problem.isEmpty())
            note(printable(catalogue.subscription.name + QLatin1String(": ")
                           + catalogue.subscription.problem));
        if (call.verbose)
            noteRemarks(catalogue);
    }
    if (catalogues->isEmpty() && !call.json)
        note(Text::tr(
            "There is no catalogue yet. Subscribe to one with “latchkey-cli catalogue add NAME URL”."));
    return print(call, *catalogues);
}

Result<> removeCatalogue(Call &call)
{
    const auto named = namedSubscription(call.names.first());
    return named ? catalogueedit::remove(ownFiles(), named->id) : named.error();
}

} // namespace latchkey::cli

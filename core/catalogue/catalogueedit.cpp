// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogueedit.h"

#include "core/catalogue/catalogueaddress.h"
#include "core/catalogue/cataloguewords.h"
#include "core/catalogue/personal.h"
#include "core/profile/importtidy.h"
#include "core/profile/placeholders.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/validation.h"

#include <QSet>

#include <algorithm>

namespace latchkey::catalogueedit {

namespace {

Error noSuchCatalogue()
{
    return {Error::Code::NotFound, CatalogueWords::tr("There is no such catalogue (any more)."), QString(),
            0};
}

Error noSuchProfile()
{
    return {Error::Code::NotFound,
            CatalogueWords::tr(
                "No catalogue has this profile (any more). Refresh the catalogues, then choose again."),
            QString(), 0};
}

Result<> checkNames(const Subscription &subscription, const QList<Subscription> &all)
{
    Folder folder;
    folder.settings.name = subscription.name;
    folder.settings.identity.principal = subscription.principal;
    if (const auto problems = validate(folder); !problems.isEmpty())
        return profileedit::invalid(problems);
    if (hasPlaceholders(folder.settings))
        return Error{Error::Code::InvalidInput,
                     CatalogueWords::tr("Placeholders stand for nothing before there is a profile. Write the "
                                        "principal for the catalogue’s web server out."),
                     QString(), 0};
    const bool isTaken = std::any_of(all.begin(), all.end(), [&subscription](const Subscription &other) {
        return other.id != subscription.id && other.name == subscription.name;
    });
    if (isTaken)
        return Error{Error::Code::InvalidInput,
                     CatalogueWords::tr("There is already a catalogue “%1”. Choose another name.")
                         .arg(subscription.name),
                     QString(), 0};
    return Ok{};
}

/// Puts what only refreshing and personalising change.
void keepPast(Subscription &fresh, const Subscription &before)
{
    fresh.personal = before.personal;
    fresh.unknown = before.unknown;
    const bool isSame = fresh.source == before.source;
    fresh.history = isSame ? before.history : RefreshHistory{};
    fresh.etag = isSame ? before.etag : QByteArray();
    fresh.problem = isSame ? before.problem : QString();
}

/// Those of the catalogue without the user's own values.
QList<Profile> publishedProfiles(const CatalogueFiles &files, Subscription subscription)
{
    const auto copy = files.copy(subscription.id);
    subscription.personal.clear();
    return copy ? madeFrom(*copy, subscription).document.profiles : QList<Profile>();
}

Result<Profile> personalised(Subscription &subscription, const Profile &published,
                             const std::function<void(Profile &)> &edit)
{
    const QJsonObject before = subscription.personal.value(published.id);
    Profile wanted = published;
    personal::apply(wanted, before);
    Profile fitting = wanted;
    if (!validate(wanted).isEmpty()) // made for what was published before
        importtidy::correct(fitting, published);
    Profile own = fitting;
    edit(own);
    if (const auto problems = validate(own); !problems.isEmpty())
        return profileedit::invalid(problems);
    auto values = personal::difference(own, published);
    if (!values)
        return values.error();
    for (const QString &key : before.keys()) { // what does not fit now may fit again
        const ProfileField *field = profileField(key.toStdString());
        if (field && !field->same(wanted, fitting) && field->same(own, fitting))
            values->insert(key, before.value(key));
    }
    if (values->isEmpty())
        subscription.personal.remove(published.id);
    else
        subscription.personal.insert(published.id, *values);
    return own;
}

} // namespace

Result<Subscription> put(const CatalogueFiles &files, Subscription subscription)
{
    subscription.name = subscription.name.trimmed();
    subscription.source = subscription.source.trimmed();
    subscription.principal = subscription.principal.trimmed();
    if (auto checked = checkSource(subscription.source); !checked)
        return std::move(checked).error();
    auto edited = files.edit([&](QList<Subscription> &all) -> Result<> {
        if (auto checked = checkNames(subscription, all); !checked)
            return checked;
        for (Subscription &known : all) {
            if (known.id != subscription.id)
                continue;
            keepPast(subscription, known);
            known = subscription;
            return Ok{};
        }
        all.append(subscription);
        return Ok{};
    });
    if (!edited)
        return std::move(edited).error();
    return subscription;
}

Result<> restore(const CatalogueFiles &files, const Subscription &before)
{
    const auto restored = files.editOne(before.id, [&before](Subscription &now) -> Result<> {
        const auto personal = now.personal;
        now = before;
        now.personal = personal;
        return Ok{};
    });
    return restored ? Result<>(Ok{}) : restored.error();
}

Result<> remove(const CatalogueFiles &files, const QUuid &id)
{
    auto edited = files.edit([&id](QList<Subscription> &all) -> Result<> {
        return all.removeIf([&id](const Subscription &each) { return each.id == id; }) > 0
                   ? Result<>(Ok{})
                   : noSuchCatalogue();
    });
    if (edited)
        files.removeCopy(id);
    return edited;
}

Result<> personalise(const CatalogueFiles &files, const QList<QUuid> &profiles,
                     const std::function<void(Profile &)> &edit)
{
    return files.edit([&](QList<Subscription> &all) -> Result<> {
        QSet<QUuid> wanted(profiles.begin(), profiles.end());
        for (Subscription &subscription : all) {
            for (const Profile &published : publishedProfiles(files, subscription)) {
                if (!wanted.remove(published.id))
                    continue;
                if (auto own = personalised(subscription, published, edit); !own)
                    return std::move(own).error();
            }
        }
        return wanted.isEmpty() ? Result<>(Ok{}) : noSuchProfile();
    });
}

Result<Profile> personalise(const CatalogueFiles &files, const QUuid &profile,
                            const std::function<void(Profile &)> &edit)
{
    Profile own;
    auto edited = personalise(files, QList<QUuid>{profile}, [&](Profile &each) {
        edit(each);
        own = each;
    });
    return edited ? Result<Profile>(std::move(own)) : std::move(edited).error();
}

Result<> depersonalise(const CatalogueFiles &files, const QUuid &profile)
{
    return files.edit([&profile](QList<Subscription> &all) -> Result<> {
        for (Subscription &subscription : all)
            subscription.personal.remove(profile);
        return Ok{};
    });
}

} // namespace latchkey::catalogueedit

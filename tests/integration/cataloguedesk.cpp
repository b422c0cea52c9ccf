// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/cataloguedesk.h"

#include "core/profile/profilejson.h"

#include <QTest>

namespace latchkey::test {

using namespace Qt::Literals::StringLiterals;

QByteArray teamFile(const QStringList &names)
{
    ProfileDocument document;
    for (const QString &name : names) {
        Profile profile;
        profile.id = QUuid::createUuidV5(QUuid(), name);
        profile.name = name;
        profile.host = u"db.corp.example.com"_s;
        document.profiles.append(profile);
    }
    return writeProfiles(document);
}

void expectRefusal(const Result<Refreshed> &refreshed, Error::Code code, const QString &said)
{
    QVERIFY(!refreshed);
    QVERIFY2(
        refreshed.error().code == code,
        qPrintable(codeName(refreshed.error().code) + refreshed.error().message + refreshed.error().detail));
    QVERIFY2(refreshed.error().message.contains(said), qPrintable(refreshed.error().message));
}

QUuid CatalogueDesk::subscribe(const QString &source, WebAuthentication authentication)
{
    Subscription subscription;
    subscription.name = u"Team"_s;
    subscription.source = source;
    subscription.authentication = authentication;
    subscription.authorities = authorities;
    subscription.principal = principal;
    const auto saved = catalogues.put(subscription).result();
    return saved ? saved->id : QUuid();
}

Result<Refreshed> CatalogueDesk::fetch(const QString &source, WebAuthentication authentication)
{
    return refresh(subscribe(source, authentication));
}

QStringList CatalogueDesk::paths()
{
    QStringList all;
    if (catalogues.load()) {
        for (const Profile &profile : catalogues.document().profiles)
            all.append(profile.path());
    }
    return all;
}

} // namespace latchkey::test

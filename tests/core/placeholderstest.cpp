// SPDX-License-Identifier: GPL-2.0-or-later
// ${USER} and ${REALM} in the identity of a profile.
#include "core/connect/connectionpreview.h"
#include "core/connect/connector.h"
#include "core/connect/identityvalues.h"
#include "core/connect/passwordkey.h"
#include "core/profile/profilejson.h"
#include "core/profile/validation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

const IdentityValues alice{u"alice"_s, u"CORP.EXAMPLE.COM"_s};

/// A team's profile.
Profile everybodys()
{
    Profile profile;
    profile.name = u"orders"_s;
    profile.host = u"db1.example.com"_s;
    profile.account = u"${USER}"_s;
    profile.identity.principal = u"${USER}@${REALM}"_s;
    return profile;
}

} // namespace

class PlaceholdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void identityFieldsAreFilledIn();
    void aValueIsNotLookedAtForPlaceholders();
    void unknownPlaceholdersGetASentence();
    void theFileKeepsThem();
    void thePreviewShowsTheValues();
    void theSystemSaysTheValues();
    void withoutADefaultRealmNobodyIsAskedForATicket();
    void passwordsAreRememberedForTheAccountThatIsMeant();

private:
    QTemporaryDir m_folder;
};

void PlaceholdersTest::initTestCase()
{
    QFile config(m_folder.filePath(u"krb5.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[libdefaults]\n    default_realm = TEAM.EXAMPLE.COM\n");
    config.close();
    qputenv("KRB5_CONFIG", QFile::encodeName(config.fileName()));
}

void PlaceholdersTest::identityFieldsAreFilledIn()
{
    Profile profile = everybodys();
    profile.identity.keytab = u"/etc/keytabs/${USER}.keytab"_s;
    profile.notes = u"${USER}"_s;
    const Profile used = filledIn(profile, alice);
    QCOMPARE(used.account, u"alice"_s);
    QCOMPARE(used.identity.principal, u"alice@CORP.EXAMPLE.COM"_s);
    QCOMPARE(used.identity.keytab, u"/etc/keytabs/alice.keytab"_s);
    QCOMPARE(used.notes, profile.notes); // no identity
    QVERIFY(hasPlaceholders(profile) && !hasPlaceholders(used));
}

void PlaceholdersTest::aValueIsNotLookedAtForPlaceholders()
{
    QCOMPARE(filledIn(u"${USER}@${REALM}"_s, {u"${REALM}"_s, u"R"_s}), u"${REALM}@R"_s);
    QCOMPARE(filledIn(u"$USER {USER} ${"_s, alice), u"$USER {USER} ${"_s);
}

void PlaceholdersTest::unknownPlaceholdersGetASentence()
{
    Profile profile = everybodys();
    QVERIFY(validate(profile).isEmpty());
    profile.account = u"${HOST}_reader"_s;
    const QList<FieldProblem> problems = validate(profile);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, FieldProblem::Field::Account);
    QVERIFY2(problems.first().message.contains(u"${USER}"_s), qPrintable(problems.first().message));
}

void PlaceholdersTest::theFileKeepsThem()
{
    const QByteArray text = writeProfiles({{}, {everybodys()}, {}});
    QVERIFY(text.contains("${USER}@${REALM}"));
    QCOMPARE(readProfiles(text, u"profiles.json"_s)->profiles.first().identity.principal,
             u"${USER}@${REALM}"_s);
}

void PlaceholdersTest::thePreviewShowsTheValues()
{
    const ConnectionPreview preview = previewOf(everybodys(), alice);
    QCOMPARE(preview.identity, u"alice, with the ticket of alice@CORP.EXAMPLE.COM"_s);
    QVERIFY2(preview.command.contains(u"alice"_s) && !preview.command.contains(u"${"_s),
             qPrintable(preview.command));
    QVERIFY(previewOf(filledIn(everybodys(), alice), alice).identity.isEmpty());
}

void PlaceholdersTest::theSystemSaysTheValues()
{
    const Profile used = asUsed(everybodys());
    QVERIFY(!used.account.isEmpty() && !used.account.contains(u'$'));
    QCOMPARE(used.identity.principal, used.account + u"@TEAM.EXAMPLE.COM"_s);
    QVERIFY(checkUsed(used));
}

void PlaceholdersTest::withoutADefaultRealmNobodyIsAskedForATicket()
{
    const auto checked = checkUsed(filledIn(everybodys(), {u"alice"_s, QString()}));
    QCOMPARE(checked.error().code, Error::Code::InvalidInput);
    QVERIFY2(checked.error().message.contains(u"default_realm"_s), qPrintable(checked.error().message));
}

void PlaceholdersTest::passwordsAreRememberedForTheAccountThatIsMeant()
{
    QCOMPARE(passwordKey(everybodys()).account, asUsed(everybodys()).account + u"@db1.example.com:3306"_s);
}

QTEST_GUILESS_MAIN(PlaceholdersTest)
#include "placeholderstest.moc"

// SPDX-License-Identifier: GPL-2.0-or-later
// What the editor says comes of a profile, also of one that is half typed.
#include "core/connect/connectionpreview.h"
#include "core/profile/formats/commandline.h"
#include "core/profile/profiledocument.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

Profile orders()
{
    Profile profile;
    profile.name = u"writer"_s;
    profile.folder = {u"orders"_s};
    profile.host = u"orders.example.com"_s;
    profile.identity.principal = u"alice@CORP"_s;
    return profile;
}

} // namespace

class ConnectionPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePinnedSpnIsTheOneThatIsAccepted();
    void withoutAPinTheClassesAreSaid();
    void aPasswordNeedsNoSpn();
    void aHalfTypedSpnIsNotPromised();
    void theCommandConnectsAlike();
    void aMissingNameHindersNoCommand();
    void whatIsWrongIsSaidInsteadOfACommand_data();
    void whatIsWrongIsSaidInsteadOfACommand();
    void everyBeginningOfAHostGivesACommandOfItOrASentence();
};

void ConnectionPreviewTest::thePinnedSpnIsTheOneThatIsAccepted()
{
    Profile profile = orders();
    profile.pinnedSpn = u"mysql/orders.example.com@CORP"_s;
    QCOMPARE(previewOf(profile).spn, profile.pinnedSpn);
    QVERIFY(previewOf(profile).spnNote.contains(u"gets no ticket"_s));
}

void ConnectionPreviewTest::withoutAPinTheClassesAreSaid()
{
    const ConnectionPreview preview = previewOf(orders());
    QVERIFY(preview.spn.contains(u"mysql/…"_s));
    QVERIFY(preview.spn.contains(u"mariadb/…"_s));
}

void ConnectionPreviewTest::aPasswordNeedsNoSpn()
{
    Profile profile = orders();
    profile.authentication = Authentication::Password;
    profile.account = u"app"_s;
    QVERIFY(previewOf(profile).spn.isEmpty());
    QVERIFY(previewOf(profile).spnNote.contains(u"password"_s));
}

void ConnectionPreviewTest::aHalfTypedSpnIsNotPromised()
{
    Profile profile = orders();
    for (const auto &typed : {u"m"_s, u"mysql"_s, u"mysql/"_s, u"/x"_s, u"mysql/@CORP"_s, u"my sql/x"_s}) {
        profile.pinnedSpn = typed;
        QVERIFY2(previewOf(profile).spn.isEmpty(), qUtf8Printable(typed));
        QVERIFY(!previewOf(profile).spnNote.isEmpty());
    }
}

void ConnectionPreviewTest::theCommandConnectsAlike()
{
    Profile profile = orders();
    profile.port = 3307;
    profile.schema = u"shop"_s;
    const QString command = previewOf(profile).command;
    QVERIFY2(command.startsWith(u"mysql "_s) && !command.contains(u'\n'), qUtf8Printable(command));
    const auto again = formats::commandLine.read(command.toUtf8(), QString());
    QVERIFY(again);
    QCOMPARE(again->profiles.size(), 1);
    QCOMPARE(again->profiles.first().host, profile.host);
    QCOMPARE(again->profiles.first().port, profile.port);
    QCOMPARE(again->profiles.first().schema, profile.schema);
}

void ConnectionPreviewTest::aMissingNameHindersNoCommand()
{
    Profile profile = orders();
    const QString named = previewOf(profile).command;
    profile.name.clear();
    QCOMPARE(previewOf(profile).command, named);
}

void ConnectionPreviewTest::whatIsWrongIsSaidInsteadOfACommand_data()
{
    QTest::addColumn<Profile>("profile");
    Profile profile = orders();
    profile.host.clear();
    QTest::newRow("no host") << profile;
    profile = orders();
    profile.port = 0;
    QTest::newRow("no port") << profile;
    profile = orders();
    profile.tlsFiles.authorities = u"ca.pem"_s;
    QTest::newRow("half a path") << profile;
    profile = orders();
    profile.identity.principal = u"alice@"_s;
    QTest::newRow("half a principal") << profile;
}

void ConnectionPreviewTest::whatIsWrongIsSaidInsteadOfACommand()
{
    QFETCH(Profile, profile);
    const ConnectionPreview preview = previewOf(profile);
    QVERIFY2(preview.command.isEmpty(), qUtf8Printable(preview.command));
    QVERIFY(!preview.commandNote.isEmpty());
}

void ConnectionPreviewTest::everyBeginningOfAHostGivesACommandOfItOrASentence()
{
    const QString whole = u"orders'; rm -rf $(x).example.com"_s;
    Profile profile = orders();
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        profile.host = whole.first(length);
        const ConnectionPreview preview = previewOf(profile);
        if (preview.command.isEmpty()) {
            QVERIFY(!preview.commandNote.isEmpty());
            continue;
        }
        const auto again = formats::commandLine.read(preview.command.toUtf8(), QString());
        QVERIFY(again);
        QCOMPARE(again->profiles.size(), 1);
        QCOMPARE(again->profiles.first().host, profile.host.trimmed());
    }
}

QTEST_GUILESS_MAIN(ConnectionPreviewTest)
#include "connectionpreviewtest.moc"

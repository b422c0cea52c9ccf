// SPDX-License-Identifier: GPL-2.0-or-later
// What goes wrong, as a person reads it in the main window.
#include "app/sandbox/ports.h"
#include "core/base/worker.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/tlsdouble.h"
#include "tests/integration/wrongcertificate.h"
#include "tests/support/filteredport.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/permissionshold.h"
#include "tests/support/program.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"
#include "ui/logindialog.h"
#include "ui/questionsdialog.h"
#include "ui/sessiontab.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // ms

const QString profileName = QStringLiteral("x");
const std::string usersRealm = "CORP.EXAMPLE.COM";

/// The sentence without what differs from case to case: names, addresses, numbers, quoted things.
QString wording(const QString &sentence)
{
    static const QRegularExpression particulars(
        QStringLiteral("“[^”]*”|\\S*[\\d@/:]\\S*|\\S+\\.\\S+|\\b[a-z]*missing\\b"));
    QString words = sentence;
    return words.replace(particulars, QStringLiteral("…"));
}

} // namespace

class WindowFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aFailureIsSaidWhereItConcernsThePerson_data();
    void aFailureIsSaidWhereItConcernsThePerson();
    void everyFailureHasItsOwnWords();

private:
    enum class Where { SignIn, Session, SessionAndDialog, Window };
    struct Case
    {
        const char *name;
        Where where;
        void (WindowFailureTest::*arrange)();
        const char *says; ///< so that no other failure is taken for it
        const char *sameAs = nullptr; ///< another case that is the same failure to the person
    };
    static const Case cases[];

    QString seen(Program &program, const Case &wanted);
    QString seenAtSignIn(Program &program);
    QString seenInSession(Program &program, bool withDialog);

    void signIn(const QString &user);
    void useRealServer();
    void useServer(std::uint16_t port);
    void useScript(ScriptedServer::Script script);
    void useCertificate(Wrong wrong);
    void useKdc(std::uint16_t port);
    bool writeCache(const QByteArray &bytes);

    void noTicket();
    void expiredTicket();
    void wrongPassword();
    void unknownUser();
    void expiredPassword();
    void lockedAccount();
    void kdcDown();
    void kdcSilent();
    void movedClock();
    void unknownService();
    void serviceNotAllowed();
    void noAccount();
    void otherRealm();
    void serverDown();
    void filteredServer();
    void silentServer();
    void noTls();
    void certificateOfAnotherHost();
    void selfSignedCertificate();
    void expiredCertificate();
    void damagedCache();
    void unreadableCache();
    void brokenConfig();

    Sandbox m_sandbox;
    std::unique_ptr<KerberosPlace> m_place;
    Profile m_profile;
    QString m_user; ///< who types a password
    QString m_password;
    std::unique_ptr<SilentKdc> m_kdc;
    std::unique_ptr<ScriptedServer> m_script;
    std::unique_ptr<TlsDouble> m_tls;
    std::unique_ptr<FilteredPort> m_filter;
    std::unique_ptr<PermissionsHold> m_permissions;
    QMap<QString, QString> m_said; ///< sentence by name of the case
};

using Test = WindowFailureTest;

const Test::Case Test::cases[] = {
    {"no ticket", Where::SessionAndDialog, &Test::noTicket, "is not signed in"},
    {"an expired ticket", Where::SessionAndDialog, &Test::expiredTicket, "ticket of alice"},
    {"a wrong password", Where::SignIn, &Test::wrongPassword, "is wrong"},
    {"an unknown user", Where::SignIn, &Test::unknownUser, "has no such user"},
    {"an expired password", Where::SignIn, &Test::expiredPassword, "has expired. Choose a new one"},
    {"a locked account", Where::SignIn, &Test::lockedAccount, "locked"},
    {"a KDC that is down", Where::SignIn, &Test::kdcDown, "none can be reached"},
    {"a KDC that is silent", Where::SignIn, &Test::kdcSilent, "none replied"},
    {"a clock that has moved", Where::Session, &Test::movedClock, "clock"},
    {"a service that the KDC does not know", Where::Session, &Test::unknownService,
     "does not know this service"},
    {"a service that is not allowed", Where::Session, &Test::serviceNotAllowed, "ldap/dc1"},
    {"no account on the server", Where::Session, &Test::noAccount, "missing"},
    {"an account of another realm", Where::Session, &Test::otherRealm, "belongs to the realm"},
    {"a server that is down", Where::Session, &Test::serverDown, "127.0.0.1"},
    {"a filtered port", Where::Session, &Test::filteredServer, "127.0.0.1"},
    {"a server that is silent", Where::Session, &Test::silentServer, "127.0.0.1", "a filtered port"},
    {"no TLS", Where::Session, &Test::noTls, "TLS"},
    {"a certificate for another host", Where::Session, &Test::certificateOfAnotherHost, "db2.example.com"},
    {"a self-signed certificate", Where::Session, &Test::selfSignedCertificate, "certificate"},
    {"an expired certificate", Where::Session, &Test::expiredCertificate, "expired"},
    {"a damaged cache", Where::Session, &Test::damagedCache, "damaged"},
    {"a cache that cannot be read", Where::Session, &Test::unreadableCache, "may not read"},
    {"a krb5.conf that cannot be read", Where::Window, &Test::brokenConfig, "krb5.conf"},
};

void WindowFailureTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void WindowFailureTest::init()
{
    m_place = std::make_unique<KerberosPlace>(m_sandbox);
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(m_place->path(u"config"_qs)));
    m_profile = Profile();
    m_profile.name = profileName;
    m_profile.identity.principal = m_sandbox.principal(u"alice"_qs);
    m_profile.account = u"alice"_qs;
    m_user = m_profile.identity.principal;
    useServer(sandbox::freePort());
}

void WindowFailureTest::cleanup()
{
    m_kdc.reset();
    m_script.reset();
    m_tls.reset();
    m_filter.reset();
    m_permissions.reset();
}

void WindowFailureTest::cleanupTestCase()
{
    QVERIFY(Worker::waitForAll(60s)); // libkrb5 goes on asking a silent KDC
}

void WindowFailureTest::signIn(const QString &user)
{
    QVERIFY(m_place->signIn(user));
}

void WindowFailureTest::useServer(std::uint16_t port)
{
    m_profile.host = u"127.0.0.1"_qs;
    m_profile.port = port;
}

void WindowFailureTest::useRealServer()
{
    useServer(m_sandbox.server(u"writer"_qs).port);
    m_profile.tlsFiles.authorities = m_sandbox.description().caFile;
}

void WindowFailureTest::useScript(ScriptedServer::Script script)
{
    m_script = std::make_unique<ScriptedServer>(std::move(script));
    useServer(m_script->port());
}

void WindowFailureTest::useCertificate(Wrong wrong)
{
    signIn(u"alice"_qs);
    const auto files = makeWrongCertificate(wrong, m_place->path(QString()));
    QVERIFY(files);
    m_tls = std::make_unique<TlsDouble>(files->certificate, files->key);
    useServer(m_tls->serverPort());
    m_profile.tlsFiles.authorities = files->trusted;
}

void WindowFailureTest::useKdc(std::uint16_t port)
{
    QVERIFY(m_place->useKdcs(m_sandbox.description().usersRealm, {u"127.0.0.1:%1"_qs.arg(port)}));
}

bool WindowFailureTest::writeCache(const QByteArray &bytes)
{
    QFile cache(m_place->defaultPath());
    return cache.open(QIODevice::WriteOnly) && cache.write(bytes) == bytes.size();
}

void WindowFailureTest::noTicket() { }

void WindowFailureTest::expiredTicket()
{
    auto request = m_place->request(u"alice"_qs);
    request.lifetime = 1s;
    const auto cache = krb::KerberosService().signIn(std::move(request)).result();
    QVERIFY(cache);
    QTRY_VERIFY(cache->ticketGranting()->endTime <= systemNow());
}

void WindowFailureTest::wrongPassword()
{
    m_password = u"not it"_qs;
}

void WindowFailureTest::unknownUser()
{
    m_user = u"nobody@CORP.EXAMPLE.COM"_qs;
}

void WindowFailureTest::expiredPassword()
{
    m_user = m_sandbox.principal(u"dave"_qs);
    m_password = m_sandbox.password(u"dave"_qs);
}

void WindowFailureTest::lockedAccount()
{
    m_user = m_sandbox.principal(u"erin"_qs);
    m_password = m_sandbox.password(u"erin"_qs);
}

void WindowFailureTest::kdcDown()
{
    useKdc(sandbox::freePort());
}

void WindowFailureTest::kdcSilent()
{
    m_kdc = std::make_unique<SilentKdc>();
    useKdc(m_kdc->port());
}

// What libkrb5 noted of the KDC's clock at sign-in, as if this computer's had been set by ten minutes since: it stands
// behind the file's version, the header's size, the field's tag and size.
void WindowFailureTest::movedClock()
{
    signIn(u"alice"_qs);
    useRealServer();
    QFile file(m_place->defaultPath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.read(8).toHex(), QByteArray("0504000c00010008"));
    QVERIFY(file.seek(8));
    QCOMPARE(file.write(QByteArray::fromHex("00000258")), 4);
}

void WindowFailureTest::unknownService()
{
    signIn(u"alice"_qs);
    useScript(switchingTo("authentication_kerberos_client",
                          kerberosSwitchData("mysql/unknown@AWS.EXAMPLE.COM", usersRealm)));
    m_profile.tls = TlsPolicy::Off;
}

void WindowFailureTest::serviceNotAllowed()
{
    signIn(u"alice"_qs);
    useScript(switchingTo("authentication_kerberos_client",
                          kerberosSwitchData("ldap/dc1@AWS.EXAMPLE.COM", usersRealm)));
    m_profile.tls = TlsPolicy::Off;
}

void WindowFailureTest::noAccount()
{
    signIn(u"alice"_qs);
    useRealServer();
    m_profile.account = u"missing"_qs;
}

void WindowFailureTest::otherRealm()
{
    signIn(u"carol"_qs);
    useRealServer();
    m_profile.identity.principal = m_sandbox.principal(u"carol"_qs);
}

void WindowFailureTest::serverDown()
{
    signIn(u"alice"_qs);
}

void WindowFailureTest::filteredServer()
{
    signIn(u"alice"_qs);
    m_filter = std::make_unique<FilteredPort>();
    useServer(m_filter->port());
}

void WindowFailureTest::silentServer()
{
    signIn(u"alice"_qs);
    useScript([](Conversation &client) { client.waitForLeaving(); });
}

void WindowFailureTest::noTls()
{
    signIn(u"alice"_qs);
    useScript(switchingTo("authentication_kerberos_client",
                          kerberosSwitchData("mysql/db@AWS.EXAMPLE.COM", usersRealm)));
}

void WindowFailureTest::certificateOfAnotherHost()
{
    useCertificate(Wrong::OtherHost);
}

void WindowFailureTest::selfSignedCertificate()
{
    useCertificate(Wrong::SelfSigned);
}

void WindowFailureTest::expiredCertificate()
{
    useCertificate(Wrong::Expired);
}

void WindowFailureTest::damagedCache()
{
    QVERIFY(writeCache("this is no credential cache"));
}

void WindowFailureTest::unreadableCache()
{
    signIn(u"alice"_qs);
    QVERIFY(QFile::setPermissions(m_place->defaultPath(), {}));
    m_permissions = std::make_unique<PermissionsHold>();
}

void WindowFailureTest::brokenConfig()
{
    const QString config = m_place->path(u"broken.conf"_qs);
    QVERIFY(writeBrokenConfig(config));
    qputenv("KRB5_CONFIG", QFile::encodeName(config));
}

QString WindowFailureTest::seenAtSignIn(Program &program)
{
    const LoginDialog *dialog = program.typeSignIn(m_user, m_password.isEmpty() ? u"any"_qs : m_password);
    if (!dialog)
        return {};
    QTest::keyClick(program.passwordField(), Qt::Key_Return);
    (void)QTest::qWaitFor(
        [&] { return !program.loginSentence().isEmpty() || program.openDialog<QuestionsDialog>(); },
        patience);
    if (auto *questions = program.openDialog<QuestionsDialog>()) {
        const QString why = questions->questions().banner;
        questions->reject();
        return why;
    }
    return program.loginSentence();
}

QString WindowFailureTest::seenInSession(Program &program, bool withDialog)
{
    program.doubleClick(profileName);
    (void)QTest::qWaitFor([&] { return !program.sessionSentence().isEmpty(); }, patience);
    const QString sentence = program.sessionSentence();
    const bool isAsked = program.loginDialog() != nullptr;
    return isAsked == withDialog && (!isAsked || program.loginReason() == sentence) ? sentence : QString();
}

QString WindowFailureTest::seen(Program &program, const Case &wanted)
{
    switch (wanted.where) {
    case Where::SignIn:
        return seenAtSignIn(program);
    case Where::Session:
        return seenInSession(program, false);
    case Where::SessionAndDialog:
        return seenInSession(program, true);
    case Where::Window:
        break;
    }
    (void)QTest::qWaitFor([&] { return !program.windowSentence().isEmpty(); }, patience);
    return program.windowSentence();
}

void WindowFailureTest::aFailureIsSaidWhereItConcernsThePerson_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < static_cast<int>(std::size(cases)); ++number)
        QTest::newRow(cases[number].name) << number;
}

void WindowFailureTest::aFailureIsSaidWhereItConcernsThePerson()
{
    QFETCH(int, number);
    const Case &wanted = cases[number];
    (this->*wanted.arrange)();
    if (QTest::currentTestFailed())
        return;
    {
        ProfileStore store(defaultProfileFile());
        QVERIFY(store.put(m_profile).result());
    }
    Program program;
    QVERIFY(program.waitUntilKnown());
    const QString sentence = seen(program, wanted);
    m_said.insert(QString::fromLatin1(wanted.name), sentence);
    QVERIFY2(sentence.contains(QString::fromUtf8(wanted.says)), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
    QVERIFY(program.tabs().isEmpty() || !program.tabs().first()->isBusy());
}

void WindowFailureTest::everyFailureHasItsOwnWords()
{
    if (m_said.size() < qsizetype{std::size(cases)})
        QSKIP("not every case has been run");
    QMap<QString, QString> nameByWording;
    for (const Case &one : cases) {
        const QString name = QString::fromLatin1(one.name);
        const QString words = wording(m_said.value(name));
        QVERIFY2(words.size() > 40, qPrintable(name + u": "_qs + words));
        const QString other = nameByWording.value(words);
        QVERIFY2(other.isEmpty() || other == QLatin1String(one.sameAs),
                 qPrintable(u"%1 and %2 both say: %3"_qs.arg(name, other, words)));
        nameByWording.insert(words, name);
    }
}

QTEST_MAIN(WindowFailureTest)
#include "windowfailuretest.moc"

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/passwordkey.h"
#include "core/secrets/memorystore.h"
#include "tests/integration/kerberosplace.h"
#include "ui/errorbanner.h"
#include "ui/keychain.h"
#include "ui/logindialog.h"
#include "ui/passworddialog.h"
#include "ui/rememberrow.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using secrets::Key;
using secrets::Kind;

class KeychainDialogsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingIsRememberedUnasked();
    void aPasswordIsRememberedOnlyAfterItHasWorked();
    void nothingOfTheKeychainIsReadBeforeTheClick();
    void oneClickSignsIn();
    void theChosenOptionsHoldForTheRememberedPasswordToo();
    void aRefusedPasswordIsTriedOnceThenAskedFor();
    void aLockedKeychainSaysSoAndLeavesTheFieldToType();
    void takingTheTickAwayForgets();
    void aNameWithoutItsRealmIsTheOneThatIsRemembered();
    void aKeytabNeedsNoKeychain();
    void aDatabasePasswordIsRememberedUsedAndForgottenWhenRefused();
    void aProfileThatTakesItsPasswordFromTheKeychainAsksOnce();
    void aKeychainThatDoesNotGiveThePasswordIsToldAndThePasswordAskedFor();

private:
    template <typename Child>
    Child *child(const QWidget &parent, const char *name) const
    {
        return parent.findChild<Child *>(QLatin1String(name));
    }
    std::unique_ptr<LoginDialog> openLogin();
    static void type(QWidget &dialog, const QString &password);
    static void click(QAbstractButton *button) { QTest::mouseClick(button, Qt::LeftButton); }
    void keep(const Key &key, const char *password);
    PasswordDialog *passwordDialog(const QWidget &area) const;
    sandbox::AccountDescription accountWithPassword() const;
    Profile profileWithPassword(Authentication authentication) const;

    Sandbox m_sandbox;
    krb::KerberosService m_kerberos;
    std::unique_ptr<KerberosPlace> m_place;
    std::shared_ptr<secrets::MemoryStore> m_store;
    std::unique_ptr<Keychain> m_keychain;
    QString m_alice;
};

void KeychainDialogsTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    m_alice = m_sandbox.principal(QStringLiteral("alice"));
}

void KeychainDialogsTest::init()
{
    m_place = std::make_unique<KerberosPlace>(m_sandbox);
    m_store = std::make_shared<secrets::MemoryStore>();
    m_keychain = std::make_unique<Keychain>(
        secrets::Remembered(m_store, m_place->path(QStringLiteral("keychain.ini"))));
}

void KeychainDialogsTest::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(std::chrono::milliseconds(10)), 10'000);
}

std::unique_ptr<LoginDialog> KeychainDialogsTest::openLogin()
{
    auto dialog = std::make_unique<LoginDialog>(
        [this](krb::SignInRequest request, std::stop_token stop) {
            return m_kerberos.signIn(std::move(request), std::move(stop));
        },
        QStringList{m_alice});
    dialog->offerKeychain(*m_keychain);
    dialog->open();
    return dialog;
}

void KeychainDialogsTest::type(QWidget &dialog, const QString &password)
{
    auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("password"));
    field->clear();
    field->insert(password);
}

void KeychainDialogsTest::keep(const Key &key, const char *password)
{
    QSignalSpy done(m_keychain.get(), &Keychain::done);
    m_keychain->remember(key, Secret(password));
    QTRY_COMPARE(done.size(), 1);
}

void KeychainDialogsTest::nothingIsRememberedUnasked()
{
    const auto dialog = openLogin();
    QVERIFY(!child<QCheckBox>(*dialog, "remember")->isChecked());
    QVERIFY(!child<QPushButton>(*dialog, "useRemembered")->isVisible());
    type(*dialog, m_sandbox.password(m_alice));
    QSignalSpy accepted(dialog.get(), &QDialog::accepted);
    click(child<QPushButton>(*dialog, "accept"));
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(!m_store->contains({Kind::KerberosPassword, m_alice}));
}

void KeychainDialogsTest::aPasswordIsRememberedOnlyAfterItHasWorked()
{
    const auto dialog = openLogin();
    click(child<QCheckBox>(*dialog, "remember"));
    type(*dialog, QStringLiteral("wrong"));
    click(child<QPushButton>(*dialog, "accept"));
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(!m_store->contains({Kind::KerberosPassword, m_alice}));
    QVERIFY(child<QCheckBox>(*dialog, "remember")->isChecked()); // still what the person wants
    type(*dialog, m_sandbox.password(m_alice));
    QSignalSpy done(m_keychain.get(), &Keychain::done);
    click(child<QPushButton>(*dialog, "accept"));
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(m_store->contains({Kind::KerberosPassword, m_alice}));
    QVERIFY(m_keychain->isRemembered({Kind::KerberosPassword, m_alice}));
}

void KeychainDialogsTest::nothingOfTheKeychainIsReadBeforeTheClick()
{
    keep({Kind::KerberosPassword, m_alice}, "kept");
    const auto dialog = openLogin();
    QVERIFY(child<QCheckBox>(*dialog, "remember")->isChecked());
    QVERIFY(child<QPushButton>(*dialog, "useRemembered")->isVisible());
    child<QComboBox>(*dialog, "principal")->setCurrentText(QStringLiteral("bob@CORP.EXAMPLE.COM"));
    QVERIFY(!child<QPushButton>(*dialog, "useRemembered")->isVisible());
    QVERIFY(!child<QCheckBox>(*dialog, "remember")->isChecked());
    QCOMPARE(m_store->reads(), 0);
}

void KeychainDialogsTest::oneClickSignsIn()
{
    keep({Kind::KerberosPassword, m_alice}, m_sandbox.password(m_alice).toUtf8().constData());
    const auto dialog = openLogin();
    QSignalSpy signedIn(dialog.get(), &LoginDialog::signedIn);
    click(child<QPushButton>(*dialog, "useRemembered"));
    QTRY_COMPARE(signedIn.size(), 1);
    QVERIFY(m_store->contains({Kind::KerberosPassword, m_alice}));
}

void KeychainDialogsTest::theChosenOptionsHoldForTheRememberedPasswordToo()
{
    keep({Kind::KerberosPassword, m_alice}, m_sandbox.password(m_alice).toUtf8().constData());
    const auto dialog = openLogin();
    SignInHabit habit{.principal = m_alice};
    habit.options.cache = krb::PrivateCache{};
    habit.options.lifetime = std::chrono::minutes(30);
    dialog->setHabits({habit});
    QSignalSpy signedIn(dialog.get(), &LoginDialog::signedIn);
    click(child<QPushButton>(*dialog, "useRemembered"));
    QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 15'000);
    const auto cache = signedIn.first().first().value<krb::Cache>();
    QVERIFY(cache.isPrivate);
    const krb::Ticket *ticket = cache.ticketGranting();
    QVERIFY(ticket && ticket->endTime - ticket->startTime <= std::chrono::minutes(31));
}

void KeychainDialogsTest::aRefusedPasswordIsTriedOnceThenAskedFor()
{
    keep({Kind::KerberosPassword, m_alice}, "from last year");
    const auto dialog = openLogin();
    click(child<QPushButton>(*dialog, "useRemembered"));
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QTRY_VERIFY(!child<QPushButton>(*dialog, "useRemembered")->isVisible());
    QVERIFY(!m_store->contains({Kind::KerberosPassword, m_alice}));
    QVERIFY(dialog->isVisible());
    QVERIFY(child<QLineEdit>(*dialog, "password")->isEnabled());
    QCOMPARE(m_store->reads(), 1);
}

void KeychainDialogsTest::aLockedKeychainSaysSoAndLeavesTheFieldToType()
{
    keep({Kind::KerberosPassword, m_alice}, "kept");
    m_store->failWith(Error::Code::KeychainRefused);
    const auto dialog = openLogin();
    click(child<QPushButton>(*dialog, "useRemembered"));
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("stayed locked")), qPrintable(banner->text()));
    QVERIFY(child<QPushButton>(*dialog, "useRemembered")->isVisible());
    type(*dialog, m_sandbox.password(m_alice));
    QSignalSpy accepted(dialog.get(), &QDialog::accepted);
    click(child<QPushButton>(*dialog, "accept"));
    QTRY_COMPARE(accepted.size(), 1);
}

void KeychainDialogsTest::takingTheTickAwayForgets()
{
    keep({Kind::KerberosPassword, m_alice}, "kept");
    const auto dialog = openLogin();
    QSignalSpy done(m_keychain.get(), &Keychain::done);
    click(child<QCheckBox>(*dialog, "remember"));
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!m_store->contains({Kind::KerberosPassword, m_alice}));
    QVERIFY(!child<QPushButton>(*dialog, "useRemembered")->isVisible());
}

void KeychainDialogsTest::aNameWithoutItsRealmIsTheOneThatIsRemembered()
{
    keep({Kind::KerberosPassword, m_alice}, m_sandbox.password(m_alice).toUtf8().constData());
    const auto dialog = openLogin();
    child<QComboBox>(*dialog, "principal")->setCurrentText(QStringLiteral("alice"));
    QVERIFY(!child<QPushButton>(*dialog, "useRemembered")->isVisible()); // in which realm?
    dialog->setRealms({m_sandbox.description().usersRealm, QStringLiteral("OTHER.REALM")});
    QVERIFY(child<QCheckBox>(*dialog, "remember")->isChecked());
    QSignalSpy signedIn(dialog.get(), &LoginDialog::signedIn);
    click(child<QPushButton>(*dialog, "useRemembered"));
    QTRY_COMPARE(signedIn.size(), 1);
    QVERIFY(m_store->contains({Kind::KerberosPassword, m_alice}));
}

void KeychainDialogsTest::aKeytabNeedsNoKeychain()
{
    const auto dialog = openLogin();
    dialog->setKeytab(QStringLiteral("/etc/alice.keytab"));
    QVERIFY(!dialog->findChild<RememberRow *>()->isVisible());
    dialog->setKeytab(QString());
    QVERIFY(dialog->findChild<RememberRow *>()->isVisible());
}

PasswordDialog *KeychainDialogsTest::passwordDialog(const QWidget &area) const
{
    const auto all = area.findChildren<PasswordDialog *>();
    for (PasswordDialog *dialog : all)
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

sandbox::AccountDescription KeychainDialogsTest::accountWithPassword() const
{
    sandbox::AccountDescription account;
    for (const auto &candidate : m_sandbox.server(QStringLiteral("writer")).accounts)
        if (!candidate.password.isEmpty())
            account = candidate;
    return account;
}

Profile KeychainDialogsTest::profileWithPassword(Authentication authentication) const
{
    const auto server = m_sandbox.server(QStringLiteral("writer"));
    Profile profile;
    profile.name = QStringLiteral("with a password");
    profile.host = server.host;
    profile.port = server.port;
    profile.tls = TlsPolicy::VerifyIdentity;
    profile.tlsFiles.authorities = m_sandbox.description().caFile;
    profile.authentication = authentication;
    profile.account = accountWithPassword().user;
    return profile;
}

void KeychainDialogsTest::aDatabasePasswordIsRememberedUsedAndForgottenWhenRefused()
{
    const auto account = accountWithPassword();
    const Profile profile = profileWithPassword(Authentication::Password);
    const Key key = passwordKey(profile);

    const Connector connector(m_kerberos);
    ProfileStore profiles(m_place->path(QStringLiteral("profiles.json")));
    TeamCatalogues catalogues(m_place->path(QString()));
    KnownProfiles known(profiles, catalogues);
    SessionArea area(connector, known, *m_keychain);
    area.show();
    SessionTab *tab = area.open(profile);
    QTRY_VERIFY(passwordDialog(area));
    click(child<QCheckBox>(*passwordDialog(area), "remember"));
    type(*passwordDialog(area), account.password);
    passwordDialog(area)->accept();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QTRY_VERIFY(m_store->contains(key));

    tab->disconnectFromServer();
    tab->open();
    QTRY_VERIFY(passwordDialog(area));
    QCOMPARE(m_store->reads(), 0);
    click(child<QPushButton>(*passwordDialog(area), "useRemembered"));
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QVERIFY(m_store->contains(key));

    tab->disconnectFromServer();
    keep(key, "from last year");
    tab->open();
    QTRY_VERIFY(passwordDialog(area));
    click(child<QPushButton>(*passwordDialog(area), "useRemembered"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_store->contains(key), 15'000);
    QVERIFY(!m_keychain->isRemembered(key));
    QVERIFY(!tab->isConnected());
    area.closeCurrent();
}

void KeychainDialogsTest::aProfileThatTakesItsPasswordFromTheKeychainAsksOnce()
{
    const Profile profile = profileWithPassword(Authentication::KeychainPassword);
    const Key key = passwordKey(profile);
    const Connector connector(m_kerberos);
    ProfileStore profiles(m_place->path(QStringLiteral("profiles.json")));
    TeamCatalogues catalogues(m_place->path(QString()));
    KnownProfiles known(profiles, catalogues);
    SessionArea area(connector, known, *m_keychain);
    area.show();
    SessionTab *tab = area.open(profile);
    QTRY_VERIFY(passwordDialog(area));
    QVERIFY(!child<QCheckBox>(*passwordDialog(area), "remember")->isChecked());
    click(child<QCheckBox>(*passwordDialog(area), "remember"));
    type(*passwordDialog(area), accountWithPassword().password);
    passwordDialog(area)->accept();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QTRY_VERIFY(m_store->contains(key));

    tab->disconnectFromServer();
    tab->open();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QCOMPARE(m_store->reads(), 1);
    QVERIFY(!passwordDialog(area));

    tab->disconnectFromServer();
    keep(key, "from last year");
    tab->open();
    QTRY_VERIFY_WITH_TIMEOUT(passwordDialog(area), 15'000); // refused, so it is asked for
    QTRY_VERIFY(!m_store->contains(key));
    click(child<QCheckBox>(*passwordDialog(area), "remember"));
    type(*passwordDialog(area), accountWithPassword().password);
    passwordDialog(area)->accept();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QTRY_VERIFY(m_store->contains(key)); // in the place of the old one
    area.closeCurrent();
}

void KeychainDialogsTest::aKeychainThatDoesNotGiveThePasswordIsToldAndThePasswordAskedFor()
{
    const Profile profile = profileWithPassword(Authentication::KeychainPassword);
    keep(passwordKey(profile), "kept");
    const Connector connector(m_kerberos);
    ProfileStore profiles(m_place->path(QStringLiteral("profiles.json")));
    TeamCatalogues catalogues(m_place->path(QString()));
    KnownProfiles known(profiles, catalogues);
    SessionArea area(connector, known, *m_keychain);
    area.show();
    QSignalSpy failed(&area, &SessionArea::failed);
    for (const auto code : {Error::Code::KeychainRefused, Error::Code::KeychainAbsent}) {
        m_store->failWith(code);
        SessionTab *tab = area.open(profile);
        QTRY_VERIFY(passwordDialog(area));
        QCOMPARE(failed.takeFirst().first().value<Error>().code, code);
        type(*passwordDialog(area), accountWithPassword().password);
        passwordDialog(area)->accept();
        QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
        QTRY_VERIFY(!passwordDialog(area));
    }
    m_store->failWith(std::nullopt);
    QVERIFY(m_store->contains(passwordKey(profile)));
    area.closeCurrent();
    area.closeCurrent();
}

QTEST_MAIN(KeychainDialogsTest)
#include "keychaindialogstest.moc"

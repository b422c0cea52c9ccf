// SPDX-License-Identifier: GPL-2.0-or-later
// A team's catalogue from a real web server, in the program's window.
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "tests/integration/cataloguedesk.h"
#include "tests/integration/wrongcertificate.h"
#include "tests/support/dialoghand.h"
#include "tests/support/program.h"
#include "tests/support/webserver.h"
#include "ui/catalogue/cataloguedialog.h"
#include "ui/catalogue/subscriptiondialog.h"
#include "ui/errorbanner.h"
#include "ui/rowdelegate.h"

#include <QLabel>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(latchkey::test::Wrong)

namespace {

constexpr int patience = 15'000; // ms

} // namespace

class CatalogueWebWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aSubscriptionBringsTheProfilesAndARefreshTheNewOnes();
    void anOutageIsSaidAndTheProfilesStay();
    void aWrongCertificateIsSaidAndNothingStays_data();
    void aWrongCertificateIsSaidAndNothingStays();

private:
    static SubscriptionDialog *fillIn(Program &program, const QString &source, const QString &authorities);
    static bool subscribe(Program &program, const QString &source, const QString &authorities);
    static QString sentence(const QWidget &dialog);
    static QString rowWords(Program &program)
    {
        return program.profileRow(u"Team"_s).data(rowrole::SecondLine).toString();
    }

    QTemporaryDir m_files;
    QString m_authority;
    WebCertificate m_certificate;
    std::unique_ptr<QTemporaryDir> m_home;
};

void CatalogueWebWindowTest::initTestCase()
{
    if (const QString package = WebServer::missing(); !package.isEmpty())
        QSKIP(qPrintable(u"install "_s + package));
    const auto authority = sandbox::Authority::make(u"Test authority"_s);
    m_certificate = {m_files.filePath(u"server.pem"_s), m_files.filePath(u"server.key"_s)};
    m_authority = m_files.filePath(u"authority.pem"_s);
    QVERIFY(authority && authority->writeCertificate(m_authority));
    QVERIFY(authority->issue({u"server"_s, {u"127.0.0.1"_s}}, m_certificate.certificate, m_certificate.key));
}

void CatalogueWebWindowTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
    qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(m_home->filePath(u"tickets"_s)));
}

void CatalogueWebWindowTest::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(std::chrono::milliseconds(10)), patience);
    m_home.reset();
}

SubscriptionDialog *CatalogueWebWindowTest::fillIn(Program &program, const QString &source,
                                                   const QString &authorities)
{
    SubscriptionDialog *dialog = program.window().showCatalogues()->subscribe();
    type(*dialog, "catalogueName", u"Team"_s);
    type(*dialog, "catalogueSource", source);
    type(*dialog, "catalogueAuthorities", authorities);
    accept(*dialog);
    return dialog;
}

bool CatalogueWebWindowTest::subscribe(Program &program, const QString &source, const QString &authorities)
{
    fillIn(program, source, authorities);
    return QTest::qWaitFor([&program] { return !program.openDialog<SubscriptionDialog>(); }, patience);
}

QString CatalogueWebWindowTest::sentence(const QWidget &dialog)
{
    const auto *banner = dialog.findChild<ErrorBanner *>(QString(), Qt::FindDirectChildrenOnly);
    return banner->isVisible() ? banner->text() : QString();
}

void CatalogueWebWindowTest::aSubscriptionBringsTheProfilesAndARefreshTheNewOnes()
{
    WebServer server;
    QVERIFY2(server.startNginx(m_certificate), qPrintable(server.problem()));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s})));
    Program program;
    QVERIFY(subscribe(program, server.url(u"team.json"_s), m_authority));
    QTRY_VERIFY(program.profileRow(u"writer"_s).isValid());
    QTRY_VERIFY2(rowWords(program).startsWith(u"Refreshed"_s), qUtf8Printable(rowWords(program)));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s, u"reader"_s})));
    auto *catalogues = program.openDialog<CatalogueDialog>();
    QVERIFY(catalogues);
    QTest::mouseClick(child<QPushButton>(*catalogues, "refreshCatalogue"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(program.profileRow(u"reader"_s).isValid(), patience);
    QVERIFY(sentence(*catalogues).isEmpty());
}

void CatalogueWebWindowTest::anOutageIsSaidAndTheProfilesStay()
{
    WebServer server;
    QVERIFY2(server.startNginx(m_certificate), qPrintable(server.problem()));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s})));
    Program program;
    QVERIFY(subscribe(program, server.url(u"team.json"_s), m_authority));
    QTRY_VERIFY(program.profileRow(u"writer"_s).isValid());
    server.stop();
    auto *catalogues = program.openDialog<CatalogueDialog>();
    QVERIFY(catalogues);
    auto *refresh = child<QPushButton>(*catalogues, "refreshCatalogue");
    QTest::mouseClick(refresh, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(sentence(*catalogues).contains(u"127.0.0.1"_s), patience);
    QTRY_VERIFY2(rowWords(program).startsWith(u"Not reached since"_s), qUtf8Printable(rowWords(program)));
    QVERIFY(child<QLabel>(*catalogues, "catalogueSummary")->text().contains(sentence(*catalogues)));
    QVERIFY(program.profileRow(u"writer"_s).isValid());
    QVERIFY2(server.startAgain(), qPrintable(server.problem()));
    QTest::mouseClick(refresh, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(rowWords(program).startsWith(u"Refreshed"_s), patience);
    QVERIFY(sentence(*catalogues).isEmpty());
}

void CatalogueWebWindowTest::aWrongCertificateIsSaidAndNothingStays_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::addColumn<QString>("said");
    QTest::newRow("other host") << Wrong::OtherHost << u"db2.example.com"_s;
    QTest::newRow("expired") << Wrong::Expired << u"is valid from"_s;
    QTest::newRow("of a stranger") << Wrong::OfStranger << u"authority in"_s;
}

void CatalogueWebWindowTest::aWrongCertificateIsSaidAndNothingStays()
{
    QFETCH(const Wrong, wrong);
    QFETCH(const QString, said);
    const auto files = makeWrongCertificate(wrong, m_home->path());
    QVERIFY(files);
    WebServer server;
    QVERIFY2(server.startNginx({files->certificate, files->key}), qPrintable(server.problem()));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s})));
    Program program;
    const SubscriptionDialog *dialog = fillIn(program, server.url(u"team.json"_s), files->trusted);
    QTRY_VERIFY_WITH_TIMEOUT(!sentence(*dialog).isEmpty(), patience);
    QVERIFY2(sentence(*dialog).contains(said), qUtf8Printable(sentence(*dialog)));
    QVERIFY(server.requests().isEmpty());
    QTRY_VERIFY(!program.profileRow(u"Team"_s).isValid());
    QVERIFY(!program.profileRow(u"writer"_s).isValid());
}

QTEST_MAIN(CatalogueWebWindowTest)
#include "cataloguewebwindowtest.moc"

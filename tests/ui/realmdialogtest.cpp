// SPDX-License-Identifier: GPL-2.0-or-later
// The realm page and its wizard, clicked and typed, on real files; the KDCs are doubles.
#include "ui/realmdialog.h"
#include "core/krb/overlay.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/permissionshold.h"
#include "ui/diffview.h"
#include "ui/errorbanner.h"
#include "ui/findinglist.h"
#include "ui/realmmodel.h"
#include "ui/realmwizard.h"

#include "app/sandbox/ports.h"
#include "core/base/worker.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

void click(const QWidget &parent, const char *name)
{
    QTest::mouseClick(child<QPushButton>(parent, name), Qt::LeftButton);
}

void type(const QWidget &parent, const char *name, const char *text)
{
    QTest::keyClicks(child<QLineEdit>(parent, name), QLatin1String(text));
}

krb::ConfigRow row(const QString &name, const QString &value, const QList<krb::ConfigRow> &children = {})
{
    return {krb::ConfigRow::Kind::Setting, name,    value, {u"/etc/krb5.conf"_qs, 3},
            krb::ConfigRow::State::Plain,  children};
}

/// What the tree shows, indented, as a person reads it.
QString drawn(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int line = 0; line < model.rowCount(parent); ++line) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells += model.index(line, column, parent).data().toString();
        text += QString(depth, u' ') + cells.join(u'|') + u'\n';
        text += drawn(model, model.index(line, 0, parent), depth + 1);
    }
    return text;
}

QStringList sentences(const QWidget &dialog)
{
    QStringList all;
    for (const QLabel *label : child<FindingList>(dialog, "findings")->widget()->findChildren<QLabel *>())
        if (label->objectName() == QLatin1String("sentence"))
            all += label->text();
    return all;
}

QString visibleHint(const RealmWizard &wizard, const char *field)
{
    const QWidget *cell = child<QLineEdit>(wizard, field)->parentWidget();
    const auto *label = cell->findChild<QLabel *>();
    return label->isVisible() ? label->text() : QString();
}

} // namespace

class RealmDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase();

    void theModelIsATree();
    void whatIsNewIsToldWithoutAReset();
    void otherRowsAreAReset();

    void theConfigurationIsShown();
    void aKdcThatIsDownIsFound();
    void nothingWrongIsSaidToo();
    void aBrokenFileIsFound();
    void aSilentKdcHoldsNothingUp();
    void checkingAgainReadsTheFilesAgain();

    void theWizardSaysWhatIsWrongWhereItIs();
    void theWizardShowsTheChangeAndWritesIt();
    void theWizardForUsersInTheDirectory();
    void theWizardGoesBack();
    void theWizardWritesNothingWhenCancelled();
    void theWizardSaysThatNothingChanges();
    void theWizardSaysWhyItCannotWrite();
    void theDialogLooksAgainWhenTheWizardHasWritten();
    void theOverlayIsRemovedWhenThatIsWanted();
    void anOverlayThatCannotBeRemovedSaysWhyAndKeepsSayingIt();
    void everyFieldHasAKeyAndAName();

private:
    void useConfig(const QByteArray &text);
    std::unique_ptr<RealmDialog> openDialog();

    std::unique_ptr<QTemporaryDir> m_folder;
    krb::RealmService m_service{krb::ProbeOptions{{}, 300ms, systemNow}};
};

void RealmDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(m_folder->filePath(u"own"_qs)));
    useConfig("[libdefaults]\n dns_lookup_kdc = false\n");
}

void RealmDialogTest::cleanupTestCase()
{
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(10ms), 30'000);
}

void RealmDialogTest::useConfig(const QByteArray &text)
{
    QFile file(m_folder->filePath(u"krb5.conf"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    qputenv("KRB5_CONFIG", QFile::encodeName(file.fileName()));
    krb::useOverlay();
}

std::unique_ptr<RealmDialog> RealmDialogTest::openDialog()
{
    auto dialog = std::make_unique<RealmDialog>(m_service, QList<krb::Cache>());
    dialog->open();
    if (!QTest::qWaitFor([&] { return !dialog->isChecking(); }))
        qFatal("the check does not end");
    return dialog;
}

void RealmDialogTest::theModelIsATree()
{
    RealmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(
        {row(u"a"_qs, u"1"_qs, {row(u"b"_qs, u"2"_qs, {row(u"c"_qs, u"3"_qs)})}), row(u"d"_qs, {})});
    QCOMPARE(drawn(model), u"a|1|/etc/krb5.conf:3\n"
                           " b|2|/etc/krb5.conf:3\n"
                           "  c|3|/etc/krb5.conf:3\n"
                           "d||/etc/krb5.conf:3\n"_qs);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void RealmDialogTest::whatIsNewIsToldWithoutAReset()
{
    RealmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({row(u"a"_qs, u"1"_qs, {row(u"b"_qs, u"2"_qs), row(u"c"_qs, u"3"_qs)})});
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows({row(u"a"_qs, u"1"_qs, {row(u"b"_qs, u"2"_qs), row(u"c"_qs, u"changed"_qs)})});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().data().toString(), u"c"_qs);
    QVERIFY(drawn(model).contains(u"c|changed"_qs));
}

void RealmDialogTest::otherRowsAreAReset()
{
    RealmModel model;
    model.setRows({row(u"a"_qs, u"1"_qs)});
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({row(u"a"_qs, u"1"_qs, {row(u"b"_qs, u"2"_qs)})});
    QCOMPARE(resets.count(), 1);
}

void RealmDialogTest::theConfigurationIsShown()
{
    useConfig("[libdefaults]\n default_realm = A.ORG\n dns_lookup_kdc = false\n"
              "[realms]\n A.ORG = {\n  kdc = 127.0.0.1:1\n }\n[domain_realm]\n .org = A.ORG\n");
    const auto dialog = openDialog();
    const QString text = drawn(*child<QTreeView>(*dialog, "configuration")->model());
    QVERIFY2(
        text.contains(u"Files in effect||\n %1|Latchkey’s own part, not there|\n"_qs.arg(krb::overlayFile())),
        qPrintable(text));
    QVERIFY(text.contains(u" A.ORG|default|\n  kdc|127.0.0.1:1 – nothing listens there|"_qs));
    QVERIFY(text.contains(u" .org|A.ORG|"_qs));
}

void RealmDialogTest::aKdcThatIsDownIsFound()
{
    useConfig("[libdefaults]\n default_realm = A.ORG\n[realms]\n A.ORG = {\n  kdc = 127.0.0.1:"
              + QByteArray::number(sandbox::freePort()) + "\n }\n");
    const auto dialog = openDialog();
    QCOMPARE(sentences(*dialog).size(), 1);
    QVERIFY(sentences(*dialog).first().startsWith(u"No KDC of A.ORG answers: 127.0.0.1:"_qs));
}

void RealmDialogTest::nothingWrongIsSaidToo()
{
    useConfig("[libdefaults]\n default_realm = A.ORG\n dns_lookup_kdc = false\n"
              "[realms]\n A.ORG = {\n  kdc = https://127.0.0.1/KdcProxy\n }\n");
    QCOMPARE(sentences(*openDialog()), QStringList{u"Nothing is wrong with A.ORG."_qs});
}

void RealmDialogTest::aBrokenFileIsFound()
{
    useConfig("[libdefaults]\n}\n");
    const auto dialog = openDialog();
    QCOMPARE(sentences(*dialog).size(), 1);
    QVERIFY(sentences(*dialog).first().contains(u"line 2"_qs));
}

void RealmDialogTest::aSilentKdcHoldsNothingUp()
{
    const SilentKdc silent;
    useConfig("[libdefaults]\n default_realm = A.ORG\n[realms]\n A.ORG = {\n  kdc = 127.0.0.1:"
              + QByteArray::number(silent.port()) + "\n }\n");
    RealmDialog dialog(m_service, {});
    dialog.open();
    QVERIFY(dialog.isChecking());
    QVERIFY(!child<QPushButton>(dialog, "check")->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return silent.wasAsked(); }));
    QVERIFY(child<QLabel>(dialog, "progress")->isVisible());
    QVERIFY(dialog.isChecking());
    QVERIFY(QTest::qWaitFor([&] { return !dialog.isChecking(); }));
    QVERIFY(sentences(dialog).value(0).contains(u"nothing comes back"_qs));
    QVERIFY(child<QPushButton>(dialog, "check")->isEnabled());
}

void RealmDialogTest::checkingAgainReadsTheFilesAgain()
{
    const auto dialog = openDialog();
    QVERIFY(sentences(*dialog).value(0).contains(u"no default realm"_qs));
    // libkrb5 looks at a file's time in whole seconds; another file is another one at once.
    const QString other = m_folder->filePath(u"other.conf"_qs);
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[libdefaults]\n default_realm = A.ORG\n[realms]\n A.ORG = {\n  kdc = https://127.0.0.1/\n }\n");
    file.close();
    qputenv("KRB5_CONFIG", QFile::encodeName(other));
    click(*dialog, "check");
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isChecking(); }));
    QCOMPARE(sentences(*dialog), QStringList{u"Nothing is wrong with A.ORG."_qs});
}

void RealmDialogTest::theWizardSaysWhatIsWrongWhereItIs()
{
    RealmWizard wizard(m_service);
    wizard.open();
    QCOMPARE(visibleHint(wizard, "directory"), QString());
    click(wizard, "next");
    QVERIFY(visibleHint(wizard, "directory").contains(u"Type the directory’s DNS domain"_qs));
    type(wizard, "directory", "aws");
    QVERIFY(visibleHint(wizard, "directory").contains(u"“aws” is not a DNS domain"_qs));
    type(wizard, "directory", ".example.com");
    QCOMPARE(visibleHint(wizard, "directory"), u"The realm is AWS.EXAMPLE.COM."_qs);
    type(wizard, "directoryKdcs", "dc1, 88");
    QVERIFY(visibleHint(wizard, "directoryKdcs").contains(u"“88” is not the address"_qs));
    click(wizard, "next");
    QVERIFY(!wizard.showsChange());
    QCOMPARE(wizard.focusWidget(), child<QLineEdit>(wizard, "directoryKdcs"));
    QVERIFY(!child<QLineEdit>(wizard, "onPremises")->isVisible());
    child<QLineEdit>(wizard, "directoryKdcs")->clear();
    QTest::mouseClick(child<QRadioButton>(wizard, "trust"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(child<QLineEdit>(wizard, "onPremises")->isVisible());
    click(wizard, "next");
    QVERIFY(visibleHint(wizard, "onPremises").contains(u"Type the directory’s DNS domain"_qs));
    type(wizard, "onPremises", "aws.example.com");
    QVERIFY(visibleHint(wizard, "onPremises").contains(u"another domain"_qs));
}

void RealmDialogTest::theWizardShowsTheChangeAndWritesIt()
{
    RealmWizard wizard(m_service);
    wizard.open();
    const QSignalSpy written(&wizard, &RealmWizard::written);
    QTest::mouseClick(child<QRadioButton>(wizard, "trust"), Qt::LeftButton, {}, {8, 8});
    type(wizard, "directory", "aws.example.com");
    type(wizard, "directoryKdcs", "dc1.aws.example.com dc2.aws.example.com:8888");
    type(wizard, "onPremises", "Corp.Example.com");
    QTest::keyClick(child<QLineEdit>(wizard, "onPremises"), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return wizard.showsChange(); }));
    QVERIFY(child<QLabel>(wizard, "what")->text().contains(krb::overlayFile()));
    const QString diff = child<DiffView>(wizard, "diff")->toPlainText();
    QVERIFY2(diff.contains(u"+     default_realm = CORP.EXAMPLE.COM\n"_qs), qPrintable(diff));
    QVERIFY(diff.contains(u"+         kdc = dc2.aws.example.com:8888\n"_qs));
    QVERIFY(diff.contains(u"+     .rds.amazonaws.com = AWS.EXAMPLE.COM\n"_qs));
    QVERIFY(!QFile::exists(krb::overlayFile()));
    click(wizard, "write");
    QVERIFY(QTest::qWaitFor([&] { return written.count() == 1; }));
    QVERIFY(!wizard.isVisible());
    QFile file(krb::overlayFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("    CORP.EXAMPLE.COM = {\n        AWS.EXAMPLE.COM = .\n"));
}

void RealmDialogTest::theWizardForUsersInTheDirectory()
{
    RealmWizard wizard(m_service);
    wizard.open();
    type(wizard, "directory", "aws.example.com");
    QTest::keyClick(child<QComboBox>(wizard, "defaultRealm"), Qt::Key_End);
    krb::AuroraPlan expected;
    expected.directory = u"aws.example.com"_qs;
    expected.defaultRealm = krb::AuroraPlan::DefaultRealm::Unchanged;
    QCOMPARE(wizard.plan(), expected);
}

void RealmDialogTest::theWizardGoesBack()
{
    RealmWizard wizard(m_service);
    wizard.open();
    wizard.fillIn(u"aws.example.com"_qs, u"corp.example.com"_qs);
    click(wizard, "next");
    QVERIFY(QTest::qWaitFor([&] { return wizard.showsChange(); }));
    QVERIFY(!child<QPushButton>(wizard, "next")->isVisible());
    click(wizard, "back");
    QVERIFY(!wizard.showsChange());
    QCOMPARE(child<QLineEdit>(wizard, "directory")->text(), u"aws.example.com"_qs);
    QVERIFY(!child<QPushButton>(wizard, "write")->isVisible());
}

void RealmDialogTest::theWizardWritesNothingWhenCancelled()
{
    RealmWizard wizard(m_service);
    wizard.open();
    wizard.fillIn(u"aws.example.com"_qs, u"corp.example.com"_qs);
    wizard.showChange();
    QVERIFY(QTest::qWaitFor([&] { return wizard.showsChange(); }));
    QTest::keyClick(&wizard, Qt::Key_Escape);
    QVERIFY(!wizard.isVisible());
    QVERIFY(!QFile::exists(krb::overlayFile()));
}

void RealmDialogTest::theWizardSaysThatNothingChanges()
{
    for (const bool isFirst : {true, false}) {
        RealmWizard wizard(m_service);
        wizard.open();
        wizard.fillIn(u"aws.example.com"_qs, u"corp.example.com"_qs);
        wizard.showChange();
        QVERIFY(QTest::qWaitFor([&] { return wizard.showsChange(); }));
        QCOMPARE(child<QPushButton>(wizard, "write")->isEnabled(), isFirst);
        if (!isFirst) {
            QVERIFY(child<QLabel>(wizard, "what")->text().contains(u"already"_qs));
            return;
        }
        click(wizard, "write");
        QVERIFY(QTest::qWaitFor([&] { return !wizard.isVisible(); }));
    }
}

void RealmDialogTest::theWizardSaysWhyItCannotWrite()
{
    RealmWizard wizard(m_service);
    wizard.open();
    wizard.fillIn(u"aws.example.com"_qs, u"corp.example.com"_qs);
    wizard.showChange();
    QVERIFY(QTest::qWaitFor([&] { return wizard.showsChange(); }));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"own"_qs)));
    QFile other(krb::overlayFile());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("[libdefaults]\n");
    other.close();
    click(wizard, "write");
    const auto *banner = wizard.findChild<ErrorBanner *>();
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
    QVERIFY(banner->text().contains(u"another program has changed it"_qs));
    QVERIFY(wizard.isVisible());
}

void RealmDialogTest::theDialogLooksAgainWhenTheWizardHasWritten()
{
    const auto dialog = openDialog();
    const QSignalSpy changed(dialog.get(), &RealmDialog::configurationChanged);
    QVERIFY(!child<QPushButton>(*dialog, "remove")->isVisible());
    click(*dialog, "setUp");
    auto *wizard = dialog->findChild<RealmWizard *>();
    QVERIFY(wizard);
    wizard->fillIn(u"aws.invalid"_qs, u"corp.invalid"_qs);
    wizard->showChange();
    QVERIFY(QTest::qWaitFor([&] { return wizard->showsChange(); }));
    click(*wizard, "write");
    QVERIFY(QTest::qWaitFor([&] { return changed.count() == 1; }));
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isChecking(); }));
    const QString text = drawn(*child<QTreeView>(*dialog, "configuration")->model());
    QVERIFY2(text.contains(u" CORP.INVALID|default|"_qs), qPrintable(text));
    QVERIFY(child<QPushButton>(*dialog, "remove")->isVisible());
}

void RealmDialogTest::theOverlayIsRemovedWhenThatIsWanted()
{
    krb::AuroraPlan plan;
    plan.directory = u"aws.invalid"_qs;
    QVERIFY(krb::apply(*krb::overlayWith(plan)));
    const auto dialog = openDialog();
    const QSignalSpy changed(dialog.get(), &RealmDialog::configurationChanged);
    click(*dialog, "remove");
    const auto yes = [&]() -> QPushButton * {
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->text() == u"Remove the file"_qs && button->isVisible())
                return button;
        return nullptr;
    };
    QVERIFY(QTest::qWaitFor([&] { return yes() != nullptr; }));
    QTest::mouseClick(yes(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return changed.count() == 1; }));
    QVERIFY(!QFile::exists(krb::overlayFile()));
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isChecking(); }));
    QVERIFY(!child<QPushButton>(*dialog, "remove")->isVisible());
}

void RealmDialogTest::anOverlayThatCannotBeRemovedSaysWhyAndKeepsSayingIt()
{
    krb::AuroraPlan plan;
    plan.directory = u"aws.invalid"_qs;
    QVERIFY(krb::apply(*krb::overlayWith(plan)));
    const auto dialog = openDialog();
    const QSignalSpy changed(dialog.get(), &RealmDialog::configurationChanged);
    click(*dialog, "remove");
    const auto yes = [&]() -> QPushButton * {
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->text() == u"Remove the file"_qs && button->isVisible())
                return button;
        return nullptr;
    };
    QVERIFY(QTest::qWaitFor([&] { return yes() != nullptr; }));
    const QString folder = QFileInfo(krb::overlayFile()).path();
    const auto before = QFile::permissions(folder);
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto restore = qScopeGuard([&] { QFile::setPermissions(folder, before); });
    const PermissionsHold permissions;
    QTest::mouseClick(yes(), Qt::LeftButton);
    auto *banner = dialog->findChild<ErrorBanner *>();
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
    QVERIFY(!dialog->isChecking()); // which would clear it
    QVERIFY(changed.isEmpty());
}

void RealmDialogTest::everyFieldHasAKeyAndAName()
{
    const RealmWizard wizard(m_service);
    QStringList keys;
    for (const QLabel *label : wizard.findChildren<QLabel *>())
        if (label->buddy())
            keys += QKeySequence::mnemonic(label->text()).toString();
    for (const QAbstractButton *button : wizard.findChildren<QAbstractButton *>())
        if (const QString key = QKeySequence::mnemonic(button->text()).toString(); !key.isEmpty())
            keys += key;
    QVERIFY(!keys.contains(QString()));
    const qsizetype all = keys.size();
    keys.removeDuplicates();
    QCOMPARE(keys.size(), all);
    for (const QLineEdit *edit : wizard.findChildren<QLineEdit *>())
        QVERIFY(!edit->accessibleName().isEmpty());
}

QTEST_MAIN(RealmDialogTest)
#include "realmdialogtest.moc"

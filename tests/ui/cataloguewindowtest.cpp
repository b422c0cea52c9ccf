// SPDX-License-Identifier: GPL-2.0-or-later
// The team's catalogues in the program's window: a file as the catalogue, what of it can be changed and what cannot.
#include "core/profile/profilejson.h"
#include "tests/support/accessibility.h"
#include "tests/support/dialoghand.h"
#include "tests/support/program.h"
#include "ui/catalogue/cataloguedialog.h"
#include "ui/catalogue/subscriptiondialog.h"
#include "ui/errorbanner.h"
#include "ui/profileactions.h"
#include "ui/profilemodel.h"
#include "ui/profiletree.h"
#include "ui/quickopen.h"
#include "ui/rowdelegate.h"
#include "ui/sessiontab.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTreeView>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

Profile published(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuidV5(QUuid(), name);
    profile.name = name;
    profile.folder = {u"EU"_s};
    profile.host = name + u".corp.example.com"_s;
    return profile;
}

/// A settings folder of its own, and a published file of some profiles.
struct Desk
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"team.json"_s);

    Desk()
    {
        qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(folder.filePath(u"config"_s)));
        qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(folder.filePath(u"tickets"_s)));
        publish({published(u"orders"_s), published(u"billing"_s)});
    }

    void publish(const QList<Profile> &profiles) const
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(out.write(writeProfiles({{}, profiles, {}})) > 0);
    }
};

} // namespace

class CatalogueWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup();

    void withoutASubscriptionNothingIsMade();
    void aCatalogueIsAFolderOfItsOwn();
    void aMistypedAddressIsSaidAndNothingStays();
    void aTicketIsShownForAPrincipalOfChoice();
    void theTabKeyFollowsTheSubscriptionsReadingOrder();
    void itsProfilesAreFoundByFilterAndQuickOpen();
    void aPersonalValueSurvivesARefreshAndCanBeReset();
    void whatTheCatalogueSaysCannotBeEdited();
    void removingAndMovingAreRefusedWithASentence();
    void severalAreEditedTogetherWhereTheyCanBe();
    void severalAndTheUsersOwnBecomeFavouritesTogether();
    void aDuplicateIsTheUsersOwn();
    void aFavouriteIsTheUsersOwn();
    void anOwnFolderOfTheSameNameStaysItself();
    void removingTheCatalogueRemovesItsFolder();
    void aCatalogueThatIsGoneSaysSinceWhen();

private:
    static bool subscribe(Program &program, const QString &source);
    static QUuid idOf(Program &program, const QString &name);
    static const KnownProfiles &knownTo(Program &program)
    {
        return *program.window().findChild<KnownProfiles *>();
    }
    static ProfileTree &tree(Program &program) { return *program.window().findChild<ProfileTree *>(); }
    static QModelIndex top(Program &program) { return program.profileRow(u"Team"_s); }
    static void selectAlso(Program &program, const QString &name);
    static bool edit(Program &program, const char *field, const QString &text);

    std::unique_ptr<Desk> m_desk;
};

void CatalogueWindowTest::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(std::chrono::milliseconds(10)), 5000);
    m_desk.reset();
}

/// By the menu and its dialogs, as a person does.
bool CatalogueWindowTest::subscribe(Program &program, const QString &source)
{
    CatalogueDialog *catalogues = program.window().showCatalogues();
    SubscriptionDialog *dialog = catalogues->subscribe();
    type(*dialog, "catalogueName", u"Team"_s);
    type(*dialog, "catalogueSource", source);
    accept(*dialog);
    const bool isDone = QTest::qWaitFor([&program] { return !program.openDialog<SubscriptionDialog>(); });
    if (isDone)
        catalogues->close();
    return isDone && QTest::qWaitFor([&program] { return !program.window().findChild<QDialog *>(); })
           && QTest::qWaitFor([&program] { // the folder is there before what is in it has been read
                  return top(program).isValid() && top(program).model()->hasChildren(top(program));
              });
}

QUuid CatalogueWindowTest::idOf(Program &program, const QString &name)
{
    return program.profileRow(name).data(ProfileModel::IdRole).toUuid();
}

void CatalogueWindowTest::selectAlso(Program &program, const QString &name)
{
    program.tree("profiles")->selectionModel()->select(program.profileRow(name), QItemSelectionModel::Select);
}

bool CatalogueWindowTest::edit(Program &program, const char *field, const QString &text)
{
    program.window().profileActions().editAction()->trigger();
    auto *editor = program.openDialog<ProfileEditor>();
    if (!editor)
        return false;
    type(*editor, field, text);
    QTest::mouseClick(child<QPushButton>(*editor, "save"), Qt::LeftButton);
    return QTest::qWaitFor([&program] { return !program.openDialog<ProfileEditor>(); });
}

void CatalogueWindowTest::withoutASubscriptionNothingIsMade()
{
    Program program;
    QVERIFY(program.waitUntilKnown());
    QVERIFY(knownTo(program).catalogues().findChildren<Catalogues *>().isEmpty());
}

void CatalogueWindowTest::aCatalogueIsAFolderOfItsOwn()
{
    Program program;
    const QAbstractItemModelTester tester(program.tree("profiles")->model());
    QVERIFY(subscribe(program, m_desk->file));
    QCOMPARE(top(program).data(rowrole::BadgeIcon).toString(), u"lock"_s);
    QTRY_VERIFY2(top(program).data(rowrole::SecondLine).toString().startsWith(u"Refreshed"_s),
                 qUtf8Printable(top(program).data(rowrole::SecondLine).toString()));
    QCOMPARE(program.profileRow(u"orders"_s).parent().parent(), top(program));
    QVERIFY(program.profileRow(u"orders"_s).data(ProfileModel::CatalogueRole).isValid());
    // The next start has it before anything is asked for.
    Program next;
    QVERIFY(next.profileRow(u"billing"_s).isValid());
}

void CatalogueWindowTest::aMistypedAddressIsSaidAndNothingStays()
{
    Program program;
    SubscriptionDialog *dialog = program.window().showCatalogues()->subscribe();
    type(*dialog, "catalogueName", u"Team"_s);
    type(*dialog, "catalogueSource", m_desk->folder.filePath(u"taem.json"_s));
    accept(*dialog);
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"taem.json"_s), qUtf8Printable(banner->text()));
    QTRY_VERIFY(!top(program).isValid());
    // Corrected, it works in the same dialog.
    type(*dialog, "catalogueSource", m_desk->file);
    accept(*dialog);
    QTRY_VERIFY(!program.openDialog<SubscriptionDialog>());
    QTRY_VERIFY(program.profileRow(u"orders"_s).isValid());
}

void CatalogueWindowTest::aTicketIsShownForAPrincipalOfChoice()
{
    Program program;
    SubscriptionDialog *dialog = program.window().showCatalogues()->subscribe();
    auto *negotiate = child<QCheckBox>(*dialog, "negotiate");
    auto *principal = child<QLineEdit>(*dialog, "cataloguePrincipal");
    QVERIFY(!principal->isEnabled());
    negotiate->setFocus();
    QTest::keyClick(negotiate, Qt::Key_Space);
    QTRY_VERIFY(principal->isEnabled());
    type(*dialog, "catalogueName", u"Team"_s);
    type(*dialog, "catalogueSource", m_desk->file);
    type(*dialog, "cataloguePrincipal", u"bob@CORP.EXAMPLE.COM"_s);
    QCOMPARE(dialog->subscription().principal, u"bob@CORP.EXAMPLE.COM"_s);
    QTest::keyClick(negotiate, Qt::Key_Space);
    QCOMPARE(dialog->subscription().principal, QString());
    QTest::keyClick(negotiate, Qt::Key_Space);
    accept(*dialog);
    QTRY_VERIFY(!program.openDialog<SubscriptionDialog>());
    QCOMPARE(knownTo(program).catalogues().all().first().subscription.principal, u"bob@CORP.EXAMPLE.COM"_s);
}

void CatalogueWindowTest::theTabKeyFollowsTheSubscriptionsReadingOrder()
{
    Program program;
    SubscriptionDialog *dialog = program.window().showCatalogues()->subscribe();
    child<QCheckBox>(*dialog, "negotiate")->setChecked(true); // so that Tab comes to the principal, too
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const QStringList problems = tabKeyProblems(*dialog, u"subscription"_s, Qt::Key_F6)
                                 + namelessControls(*dialog, u"subscription"_s)
                                 + sharedMnemonics(*dialog, u"subscription"_s);
    QVERIFY2(problems.isEmpty(), qUtf8Printable(problems.join(u'\n')));
}

void CatalogueWindowTest::itsProfilesAreFoundByFilterAndQuickOpen()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    tree(program).setFilter(u"billing"_s);
    QTRY_VERIFY(!program.profileRow(u"orders"_s).isValid());
    QVERIFY(program.profileRow(u"billing"_s).isValid());
    tree(program).setFilter({});
    const QUuid id = idOf(program, u"orders"_s);
    program.window().quickOpen();
    auto *quick = program.openDialog<QuickOpen>();
    QVERIFY(quick);
    QSignalSpy chosen(quick, &QuickOpen::chosen);
    QTest::keyClicks(child<QLineEdit>(*quick, "quickOpenField"), u"ord"_s);
    const auto *list = quick->findChild<QListView *>();
    QCOMPARE(list->currentIndex().data(ProfileModel::IdRole).toUuid(), id);
    QTest::keyClick(child<QLineEdit>(*quick, "quickOpenField"), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QTRY_COMPARE(program.tabs().size(), 1);
    QCOMPARE(program.tabs().first()->profile().id, id);
}

void CatalogueWindowTest::aPersonalValueSurvivesARefreshAndCanBeReset()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    const QUuid id = idOf(program, u"orders"_s);
    tree(program).select(id);
    QVERIFY(edit(program, "account", u"alice"_s));
    const KnownProfiles &known = knownTo(program);
    QTRY_COMPARE(known.find(id)->account, u"alice"_s);

    Profile moved = published(u"orders"_s);
    moved.host = u"orders2.corp.example.com"_s;
    m_desk->publish({moved});
    program.window().profileActions().catalogueActions().refreshAction()->trigger();
    QTRY_COMPARE(known.find(id)->host, moved.host);
    QCOMPARE(known.find(id)->account, u"alice"_s);

    tree(program).select(id);
    QAction *reset = program.window().profileActions().catalogueActions().resetAction();
    QVERIFY(reset->isVisible());
    reset->trigger();
    QTRY_COMPARE(known.find(id)->account, QString());
    QTRY_VERIFY(!reset->isVisible());
}

void CatalogueWindowTest::whatTheCatalogueSaysCannotBeEdited()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    const QUuid id = idOf(program, u"orders"_s);
    tree(program).select(id);
    QVERIFY(edit(program, "account", u"alice"_s));
    QTRY_COMPARE(knownTo(program).find(id)->account, u"alice"_s);

    program.window().profileActions().editAction()->trigger();
    auto *editor = program.openDialog<ProfileEditor>();
    QVERIFY(editor);
    QVERIFY(editor->findChild<ErrorBanner *>()->text().contains(u"Team"_s));
    for (const char *locked : {"name", "host", "port", "caFile"})
        QVERIFY2(!child<QLineEdit>(*editor, locked)->isEnabled(), locked);
    QVERIFY(child<QLineEdit>(*editor, "account")->isEnabled());
    QTest::mouseClick(child<QPushButton>(*editor, "resetToCatalogue"), Qt::LeftButton);
    QCOMPARE(child<QLineEdit>(*editor, "account")->text(), QString());
    QTest::mouseClick(child<QPushButton>(*editor, "save"), Qt::LeftButton);
    QTRY_COMPARE(knownTo(program).find(id)->account, QString());
    QTRY_VERIFY(knownTo(program).catalogues().all().first().published.isEmpty());
}

void CatalogueWindowTest::removingAndMovingAreRefusedWithASentence()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    tree(program).select(idOf(program, u"orders"_s));
    program.window().profileActions().removeAction()->trigger();
    QVERIFY(!program.window().findChild<QMessageBox *>());
    QVERIFY2(program.windowSentence().contains(u"“Team”"_s), qUtf8Printable(program.windowSentence()));

    program.window().findChild<ErrorBanner *>()->clear();
    auto *model = program.window().findChild<ProfileModel *>();
    const std::unique_ptr<QMimeData> dragged(model->mimeData({model->indexOf(idOf(program, u"orders"_s))}));
    model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {});
    QVERIFY2(program.windowSentence().contains(u"Duplicate"_s), qUtf8Printable(program.windowSentence()));

    program.window().findChild<ErrorBanner *>()->clear();
    program.tree("profiles")->setCurrentIndex(top(program));
    program.window().profileActions().editAction()->trigger();
    QVERIFY(!program.openDialog<ProfileEditor>());
    QVERIFY(program.windowSentence().contains(u"“Team”"_s));
}

void CatalogueWindowTest::severalAreEditedTogetherWhereTheyCanBe()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    const QUuid orders = idOf(program, u"orders"_s);
    const QUuid billing = idOf(program, u"billing"_s);
    tree(program).select(orders);
    selectAlso(program, u"billing"_s);
    program.window().profileActions().editAction()->trigger();
    auto *editor = program.openDialog<ProfileEditor>();
    QVERIFY(editor);
    QVERIFY(editor->findChild<ErrorBanner *>()->isVisible());
    QVERIFY(!child<QLineEdit>(*editor, "port")->isEnabled());
    type(*editor, "account", u"alice"_s);
    QTest::mouseClick(child<QPushButton>(*editor, "save"), Qt::LeftButton);
    const KnownProfiles &known = knownTo(program);
    QTRY_COMPARE(known.find(orders)->account, u"alice"_s);
    QCOMPARE(known.find(billing)->account, u"alice"_s);
}

void CatalogueWindowTest::severalAndTheUsersOwnBecomeFavouritesTogether()
{
    ProfileStore store(defaultProfileFile());
    QVERIFY(store.load());
    QVERIFY(store.put(published(u"mine"_s)).result());
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    const QStringList names{u"mine"_s, u"orders"_s, u"billing"_s};
    tree(program).select(idOf(program, names.first()));
    for (const QString &name : names.sliced(1))
        selectAlso(program, name);
    program.window().profileActions().favouriteAction()->trigger();
    for (const QString &name : names)
        QTRY_VERIFY(knownTo(program).find(idOf(program, name))->favourite);
}

void CatalogueWindowTest::aDuplicateIsTheUsersOwn()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    tree(program).select(idOf(program, u"orders"_s));
    program.window().profileActions().duplicateAction()->trigger();
    auto *editor = program.openDialog<ProfileEditor>();
    QVERIFY(editor);
    QTest::mouseClick(child<QPushButton>(*editor, "save"), Qt::LeftButton);
    QTRY_VERIFY(program.profileRow(u"orders (copy)"_s).isValid());
    const Profile copy = *knownTo(program).find(idOf(program, u"orders (copy)"_s));
    QCOMPARE(copy.folder, QStringList(u"EU"_s));
    QCOMPARE(copy.host, u"orders.corp.example.com"_s);
    QVERIFY(copy.origin.isEmpty());
    QVERIFY(!program.profileRow(u"orders (copy)"_s).data(ProfileModel::CatalogueRole).isValid());
}

void CatalogueWindowTest::aFavouriteIsTheUsersOwn()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    const QUuid id = idOf(program, u"billing"_s);
    tree(program).select(id);
    program.window().profileActions().favouriteAction()->trigger();
    QTRY_VERIFY(knownTo(program).find(id)->favourite);
    QCOMPARE(knownTo(program).catalogues().all().first().subscription.personal.size(), 1);
}

void CatalogueWindowTest::anOwnFolderOfTheSameNameStaysItself()
{
    ProfileStore store(defaultProfileFile());
    QVERIFY(store.load());
    Profile own = published(u"mine"_s);
    own.folder = {u"Team"_s};
    QVERIFY(store.put(own).result());
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    QTRY_VERIFY(program.profileRow(u"orders"_s).isValid());
    const QModelIndex mine = program.profileRow(u"mine"_s);
    QVERIFY(!mine.parent().data(ProfileModel::CatalogueRole).isValid());
    QVERIFY(program.profileRow(u"orders"_s).parent().parent() != mine.parent());
}

void CatalogueWindowTest::removingTheCatalogueRemovesItsFolder()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    CatalogueDialog *dialog = program.window().showCatalogues();
    QCOMPARE(child<QListWidget>(*dialog, "catalogueList")->count(), 1);
    QTest::mouseClick(child<QPushButton>(*dialog, "removeCatalogue"), Qt::LeftButton);
    QTRY_VERIFY(program.openDialog<QMessageBox>());
    program.agree();
    QTRY_VERIFY(!top(program).isValid());
    QVERIFY(!program.profileRow(u"orders"_s).isValid());
}

void CatalogueWindowTest::aCatalogueThatIsGoneSaysSinceWhen()
{
    Program program;
    QVERIFY(subscribe(program, m_desk->file));
    QVERIFY(QFile::remove(m_desk->file));
    CatalogueDialog *dialog = program.window().showCatalogues();
    QTest::mouseClick(child<QPushButton>(*dialog, "refreshCatalogue"), Qt::LeftButton);
    QTRY_VERIFY(top(program).data(rowrole::SecondLine).toString().startsWith(u"Not reached since"_s));
    QVERIFY(dialog->findChild<ErrorBanner *>()->text().contains(m_desk->file));
    QVERIFY(program.profileRow(u"orders"_s).isValid());
    QVERIFY(child<QLabel>(*dialog, "catalogueSummary")->text().contains(m_desk->file));
}

QTEST_MAIN(CatalogueWindowTest)
#include "cataloguewindowtest.moc"

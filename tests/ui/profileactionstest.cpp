// SPDX-License-Identifier: GPL-2.0-or-later
// What is done with profiles in the tree and in their dialogs, on a store in a folder of its own.
#include "ui/profileactions.h"
#include "core/base/job.h"
#include "core/profile/profilejson.h"
#include "ui/importdialog.h"
#include "ui/importmodel.h"
#include "ui/profileexchange.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QItemSelection>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

Profile named(const QString &path)
{
    Profile profile;
    profile.folder = splitPath(path);
    profile.name = profile.folder.takeLast();
    profile.host = u"db1.example.com"_s;
    return profile;
}

/// Folder Test, without TLS and at port 3307, with a profile; and folder Production, which has what is the default.
ProfileDocument looseAndStrict()
{
    ProfileDocument document;
    for (const QString &name : {u"Test"_s, u"Production"_s}) {
        document.folders.append({FolderKind::Folder, named(name)});
        document.folders.last().settings.host.clear();
    }
    document.folders.last().settings.environment = Environment::Production;
    document.profiles.append(named(u"Test/orders"_s));
    for (Profile *loose : {&document.folders.first().settings, &document.profiles.first()}) {
        loose->tls = TlsPolicy::Off;
        loose->port = 3307;
    }
    return document;
}

void type(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

QStringList pathsOf(const ProfileStore &store)
{
    QStringList paths;
    for (const Profile &profile : store.profiles())
        paths.append(profile.path());
    return paths;
}

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

} // namespace

class ProfileActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsDroppedOnAFolderMovesAndInherits();
    void aFolderDroppedIntoItselfSaysSo();
    void editingSeveralChangesOnlyWhatWasTouched();
    void aTickRoundInSeveralSaysWhatItDoes();
    void aNewProfilePutInAnotherFolderIsSavedAsItsRowsSay();
    void aCopyPutInAnotherFolderIsSavedAsItsRowsSay();
    void aNewFolderPutInAnotherIsSavedAsItsRowsSay();
    void aFoldersSettingsReachItsProfiles();
    void theEditorSaysWhatIsInherited();
    void undoingBringsBackWhatWasRemoved();
    void aFolderIsRemovedTogetherWithWhatIsSelectedInIt();
    void aFolderIsDraggedTogetherWithWhatIsSelectedInIt();
    void foldersAndSeveralProfilesAreDuplicated();
    void statementsOfSeveralLinesStayWhole();
    void favouritesCanBeShownAlone();
    void enterOnAClusterConnectsToItsWriter();
    void profilesAreCopiedAsCommandLines();
    void aPastedUriBecomesAProfile();
    void weakerTlsIsOnlyTakenWithATick();
    void anImportWaitsForThePlanOfWhatIsTyped();
    void aSelectedFolderIsExported();
    void aTextThatIsNoConnectionSaysSo();

private:
    bool save(const ProfileDocument &document);
    void select(const QList<QUuid> &ids);
    void selectFolderAnd(const QString &folder, const QStringList &profiles);
    QTreeView &view() const { return *m_tree->findChild<QTreeView *>(u"profiles"_s); }
    ProfileEditor *editor() const { return m_window->findChild<ProfileEditor *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<TeamCatalogues> m_catalogues;
    std::unique_ptr<QWidget> m_window;
    ProfileModel *m_model = nullptr;
    ProfileTree *m_tree = nullptr;
    ProfileActions *m_actions = nullptr;
    ProfileExchange *m_exchange = nullptr;
};

void ProfileActionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(u"profiles.json"_s));
    QVERIFY(m_store->load());
    m_window = std::make_unique<QWidget>();
    m_model = new ProfileModel(m_window.get());
    m_tree = new ProfileTree(*m_model, m_window.get());
    const auto nobody = [](Connector::Request, std::stop_token) {
        return QtFuture::makeReadyFuture(Result<std::shared_ptr<sql::Session>>(cancelledError()));
    };
    m_catalogues = std::make_unique<TeamCatalogues>(m_folder->path());
    auto *known = new KnownProfiles(*m_store, *m_catalogues, m_window.get());
    m_actions = new ProfileActions(
        {*m_store, *m_model, *m_tree, [] { return QStringList(); }, nobody, *known}, m_window.get());
    m_exchange = new ProfileExchange(*m_store, *known, *m_tree, m_window.get());
    m_tree->setFirstSteps(m_actions->newAction(), m_exchange->importAction());
    connect(m_store.get(), &ProfileStore::changed, m_model,
            [this] { m_model->setDocument(m_store->document()); });
    m_window->resize(400, 600);
    m_window->show();
}

void ProfileActionsTest::cleanup()
{
    m_window.reset();
    m_catalogues.reset();
    m_store.reset();
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(std::chrono::milliseconds(10)), 5000);
}

bool ProfileActionsTest::save(const ProfileDocument &document)
{
    const auto saved = m_store->editDocument([document](ProfileDocument &stored) -> Result<> {
        stored = document;
        return Ok{};
    });
    return QTest::qWaitFor(
        [&] { return saved.isFinished() && m_store->profiles().size() == document.profiles.size(); });
}

void ProfileActionsTest::select(const QList<QUuid> &ids)
{
    QItemSelection wanted;
    for (const QUuid &id : ids) {
        m_tree->select(id);
        wanted.select(view().currentIndex(), view().currentIndex());
    }
    view().selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
}

/// A folder of the topmost level, and profiles by their paths.
void ProfileActionsTest::selectFolderAnd(const QString &folder, const QStringList &profiles)
{
    QList<QUuid> ids;
    for (const Profile &profile : m_store->profiles())
        if (profiles.contains(profile.path()))
            ids.append(profile.id);
    select(ids);
    for (int row = 0; row < view().model()->rowCount(); ++row)
        if (const QModelIndex index = view().model()->index(row, 0); index.data().toString() == folder)
            view().selectionModel()->select(index, QItemSelectionModel::Select);
}

void ProfileActionsTest::whatIsDroppedOnAFolderMovesAndInherits()
{
    ProfileDocument document;
    document.folders.append({FolderKind::Folder, named(u"Production"_s)});
    document.folders.first().settings.host.clear();
    document.folders.first().settings.environment = Environment::Production;
    document.profiles.append(named(u"Test/orders"_s));
    QVERIFY(save(document));
    const QUuid id = document.profiles.first().id;
    QTRY_VERIFY(m_model->indexOf(id).isValid());
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData({m_model->indexOf(id)}));
    const QModelIndex production = m_model->index(0, 0);
    QCOMPARE(production.data().toString(), u"Production"_s);
    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, production);
    QTRY_COMPARE(m_store->find(id)->folder, QStringList(u"Production"_s));
    QCOMPARE(m_store->find(id)->environment, Environment::Production);
}

void ProfileActionsTest::aFolderDroppedIntoItselfSaysSo()
{
    QVERIFY(save({{}, {named(u"Outer/Inner/orders"_s)}, {}}));
    QTRY_COMPARE(m_model->rowCount(), 1);
    std::optional<Error> error;
    connect(m_actions, &ProfileActions::failed, this, [&error](const Error &told) { error = told; });
    const QModelIndex outer = m_model->index(0, 0);
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData({outer}));
    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, m_model->index(0, 0, outer));
    QTRY_VERIFY(error);
    QCOMPARE(error->code, Error::Code::InvalidInput);
    QCOMPARE(m_store->profiles().first().path(), u"Outer/Inner/orders"_s);
}

void ProfileActionsTest::editingSeveralChangesOnlyWhatWasTouched()
{
    Profile one = named(u"one"_s);
    one.account = u"alice"_s;
    Profile two = named(u"two"_s);
    two.account = u"bob"_s;
    two.host = u"db2.example.com"_s;
    QVERIFY(save({{}, {one, two}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 2);
    select({one.id, two.id});
    m_actions->editAction()->trigger();
    QVERIFY(editor());
    auto *schema = child<QLineEdit>(*editor(), "schema");
    QTest::keyClicks(schema, u"shop"_s);
    QTest::mouseClick(child<QPushButton>(*editor(), "save"), Qt::LeftButton);
    QTRY_COMPARE(m_store->find(one.id)->schema, u"shop"_s);
    QCOMPARE(m_store->find(two.id)->schema, u"shop"_s);
    QCOMPARE(m_store->find(one.id)->account, u"alice"_s);
    QCOMPARE(m_store->find(two.id)->account, u"bob"_s);
    QCOMPARE(m_store->find(two.id)->host, u"db2.example.com"_s);
}

void ProfileActionsTest::aTickRoundInSeveralSaysWhatItDoes()
{
    Profile one = named(u"one"_s);
    one.readOnly = true;
    const Profile two = named(u"two"_s);
    QVERIFY(save({{}, {one, two}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 2);
    select({one.id, two.id});
    m_actions->editAction()->trigger();
    QVERIFY(editor());
    auto *readOnly = child<QCheckBox>(*editor(), "readOnly");
    QVERIFY(readOnly);
    QCOMPARE(readOnly->checkState(), Qt::PartiallyChecked);
    for (int clicks = 0; clicks < 3; ++clicks)
        readOnly->click();
    QCOMPARE(readOnly->checkState(), Qt::Checked); // and not what looks like several values, but is none
    QTest::mouseClick(child<QPushButton>(*editor(), "save"), Qt::LeftButton);
    QTRY_VERIFY(m_store->find(two.id)->readOnly);
    QVERIFY(m_store->find(one.id)->readOnly);
}

void ProfileActionsTest::aNewProfilePutInAnotherFolderIsSavedAsItsRowsSay()
{
    QVERIFY(save(looseAndStrict()));
    ProfileEditor *opened = m_actions->editProfile(m_store->newProfile({u"Test"_s}));
    type(child<QLineEdit>(*opened, "name"), u"billing"_s);
    type(child<QLineEdit>(*opened, "host"), u"db2.example.com"_s);
    type(child<QComboBox>(*opened, "folder")->lineEdit(), u"Production"_s);
    QTest::mouseClick(child<QPushButton>(*opened, "save"), Qt::LeftButton);
    QTRY_VERIFY(m_store->findByPath(u"Production/billing"_s));
    const Profile saved = *m_store->findByPath(u"Production/billing"_s);
    QCOMPARE(saved.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(saved.port, 3306);
}

void ProfileActionsTest::aCopyPutInAnotherFolderIsSavedAsItsRowsSay()
{
    const ProfileDocument document = looseAndStrict();
    QVERIFY(save(document));
    QTRY_COMPARE(m_model->profileCount(), 1);
    select({document.profiles.first().id});
    m_actions->duplicateAction()->trigger();
    QVERIFY(editor());
    type(child<QComboBox>(*editor(), "folder")->lineEdit(), u"Production"_s);
    QTest::mouseClick(child<QPushButton>(*editor(), "save"), Qt::LeftButton);
    QTRY_VERIFY(m_store->findByPath(u"Production/orders (copy)"_s));
    const Profile saved = *m_store->findByPath(u"Production/orders (copy)"_s);
    QCOMPARE(saved.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(saved.port, 3306);
}

void ProfileActionsTest::aNewFolderPutInAnotherIsSavedAsItsRowsSay()
{
    const ProfileDocument document = looseAndStrict();
    QVERIFY(save(document));
    QTRY_COMPARE(m_model->profileCount(), 1);
    select({document.profiles.first().id});
    m_actions->newFolderAction()->trigger();
    QVERIFY(editor());
    type(child<QLineEdit>(*editor(), "name"), u"Inner"_s);
    type(child<QComboBox>(*editor(), "folder")->lineEdit(), u"Production"_s);
    QTest::mouseClick(child<QPushButton>(*editor(), "save"), Qt::LeftButton);
    const QStringList path{u"Production"_s, u"Inner"_s};
    QTRY_VERIFY(FolderIndex(m_store->document().folders).find(path));
    const Profile &saved = FolderIndex(m_store->document().folders).find(path)->settings;
    QCOMPARE(saved.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(saved.port, 3306);
}

void ProfileActionsTest::aFoldersSettingsReachItsProfiles()
{
    const Profile profile = named(u"Production/orders"_s);
    QVERIFY(save({{}, {profile}, {}}));
    ProfileEditor *folder = m_actions->editFolder({u"Production"_s});
    QTest::keyClicks(child<QLineEdit>(*folder, "schema"), u"shop"_s);
    QTest::mouseClick(child<QPushButton>(*folder, "save"), Qt::LeftButton);
    QTRY_COMPARE(m_store->find(profile.id)->schema, u"shop"_s);
    QFile file(m_store->file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("shop"), 1);
}

void ProfileActionsTest::theEditorSaysWhatIsInherited()
{
    ProfileDocument document;
    document.folders.append({FolderKind::Folder, named(u"Production"_s)});
    document.folders.first().settings.host.clear();
    document.folders.first().settings.schema = u"shop"_s;
    document.profiles.append(named(u"Production/orders"_s));
    document.profiles.first().schema = u"shop"_s;
    QVERIFY(save(document));
    ProfileEditor *opened = m_actions->editProfile(document.profiles.first());
    const auto notes = [opened] {
        QStringList texts;
        for (const QLabel *label : opened->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"Production"_s))
                texts.append(label->text());
        return texts;
    };
    QCOMPARE(notes(), QStringList(u"From “Production”"_s));
    QTest::keyClicks(child<QLineEdit>(*opened, "schema"), u"2"_s);
    QCOMPARE(notes().size(), 1);
    QVERIFY(notes().first().startsWith(u"Not as “Production” says."_s));
}

void ProfileActionsTest::undoingBringsBackWhatWasRemoved()
{
    const Profile profile = named(u"Production/orders"_s);
    QVERIFY(save({{}, {profile}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 1);
    select({profile.id});
    m_actions->removeAction()->trigger();
    auto *question = m_window->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_store->profiles().size(), 0);
    QTRY_VERIFY(m_actions->undoAction()->isEnabled());
    m_actions->undoAction()->trigger();
    QTRY_COMPARE(m_store->profiles(), QList<Profile>{profile});
    QTRY_VERIFY(m_actions->redoAction()->isEnabled());
}

void ProfileActionsTest::aFolderIsRemovedTogetherWithWhatIsSelectedInIt()
{
    QVERIFY(save({{}, {named(u"A/a"_s), named(u"B/b"_s), named(u"x"_s), named(u"y"_s)}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 4);
    selectFolderAnd(u"A"_s, {u"A/a"_s, u"x"_s});
    m_actions->removeAction()->trigger();
    auto *question = m_window->findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(u"“A”, “x”"_s), qPrintable(question->text()));
    QVERIFY2(question->text().contains(u"1 folder"_s) && question->text().contains(u"2 profile"_s),
             qPrintable(question->text()));
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(pathsOf(*m_store), (QStringList{u"B/b"_s, u"y"_s}));
}

void ProfileActionsTest::aFolderIsDraggedTogetherWithWhatIsSelectedInIt()
{
    QVERIFY(save({{}, {named(u"A/a"_s), named(u"B/b"_s), named(u"x"_s)}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 3);
    selectFolderAnd(u"A"_s, {u"A/a"_s, u"x"_s});
    QModelIndexList rows;
    for (const QModelIndex &index : view().selectionModel()->selectedIndexes())
        rows.append(static_cast<QSortFilterProxyModel *>(view().model())->mapToSource(index));
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData(rows));
    const QModelIndex target = m_model->index(1, 0);
    QCOMPARE(target.data().toString(), u"B"_s);
    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, target);
    QTRY_COMPARE(pathsOf(*m_store), (QStringList{u"B/A/a"_s, u"B/b"_s, u"B/x"_s}));
}

void ProfileActionsTest::foldersAndSeveralProfilesAreDuplicated()
{
    QVERIFY(save({{}, {named(u"A/a"_s), named(u"x"_s)}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 2);
    selectFolderAnd(u"A"_s, {u"A/a"_s, u"x"_s});
    QVERIFY(m_actions->duplicateAction()->isEnabled());
    m_actions->duplicateAction()->trigger();
    QTRY_COMPARE(pathsOf(*m_store), (QStringList{u"A/a"_s, u"A (copy)/a"_s, u"x"_s, u"x (copy)"_s}));
    QVERIFY(!editor());
}

void ProfileActionsTest::statementsOfSeveralLinesStayWhole()
{
    Profile profile = named(u"orders"_s);
    profile.session.statements = {u"SET @a = 'x;\ny',\n    @b = 2"_s, u"-- why\nSET @c = 3 -- so"_s,
                                  u"BEGIN NOT ATOMIC SET @d = 1; SET @e = 2; END"_s};
    QVERIFY(save({{}, {profile}, {}}));
    ProfileEditor *opened = m_actions->editProfile(profile);
    child<QPlainTextEdit>(*opened, "statements")->appendPlainText(u"SET ROLE reporting"_s);
    QTest::mouseClick(child<QPushButton>(*opened, "save"), Qt::LeftButton);
    QTRY_COMPARE(m_store->find(profile.id)->session.statements,
                 profile.session.statements + QStringList(u"SET ROLE reporting"_s));
}

void ProfileActionsTest::favouritesCanBeShownAlone()
{
    Profile liked = named(u"A/liked"_s);
    liked.favourite = true;
    QVERIFY(save({{}, {liked, named(u"B/other"_s)}, {}}));
    QTRY_COMPARE(view().model()->rowCount(), 2);
    QTest::mouseClick(child<QToolButton>(*m_tree, "showFavourites"), Qt::LeftButton);
    QCOMPARE(view().model()->rowCount(), 1);
    QCOMPARE(view().model()->index(0, 0).data().toString(), u"A"_s);
    QTest::mouseClick(child<QToolButton>(*m_tree, "showAll"), Qt::LeftButton);
    QCOMPARE(view().model()->rowCount(), 2);
}

void ProfileActionsTest::enterOnAClusterConnectsToItsWriter()
{
    ProfileDocument document;
    document.folders.append({FolderKind::Cluster, named(u"orders"_s)});
    document.folders.first().settings.host.clear();
    document.profiles = {named(u"orders/reader"_s), named(u"orders/writer"_s)};
    document.profiles[1].endpoint = Endpoint::Writer;
    QVERIFY(save(document));
    QTRY_COMPARE(m_model->profileCount(), 2);
    QUuid asked;
    connect(m_actions, &ProfileActions::connectRequested, this, [&asked](const QUuid &id) { asked = id; });
    view().setCurrentIndex(view().model()->index(0, 0));
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(asked, document.profiles.at(1).id);
}

void ProfileActionsTest::profilesAreCopiedAsCommandLines()
{
    Profile profile = named(u"orders"_s);
    profile.account = u"alice"_s;
    QVERIFY(save({{}, {profile}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 1);
    select({profile.id});
    m_actions->copyMenu()->actions().at(1)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"db1.example.com"_s) && text.contains(u"alice"_s), qPrintable(text));
    QVERIFY2(text.contains(u"authentication_kerberos_client"_s), qPrintable(text));
}

void ProfileActionsTest::aPastedUriBecomesAProfile()
{
    ImportDialog *dialog = m_exchange->importText(
        u"mysql://alice@orders.example.com:3307/shop?auth-method=authentication_kerberos_client&ssl-mode=verify_identity"_s);
    QTRY_VERIFY(dialog->isReady());
    QTest::mouseClick(child<QPushButton>(*dialog, "doImport"), Qt::LeftButton);
    QTRY_COMPARE(m_store->profiles().size(), 1);
    const Profile &made = m_store->profiles().first();
    QCOMPARE(made.host, u"orders.example.com"_s);
    QCOMPARE(made.port, 3307);
    QCOMPARE(made.schema, u"shop"_s);
    QCOMPARE(made.authentication, Authentication::Kerberos);
}

void ProfileActionsTest::weakerTlsIsOnlyTakenWithATick()
{
    ImportDialog *dialog = m_exchange->importText(u"mysql://orders.example.com/?ssl-mode=required"_s);
    QTRY_VERIFY(dialog->isReady());
    auto *consent = child<QCheckBox>(*dialog, "allow-tls");
    QVERIFY(consent && consent->isVisible() && !consent->isChecked());
    auto *model = dialog->findChild<ImportModel *>();
    QCOMPARE(model->plan().rows.last().profile.tls, TlsPolicy::VerifyIdentity);
    QTest::mouseClick(consent, Qt::LeftButton, {}, QPoint(8, consent->height() / 2));
    QTRY_COMPARE(model->plan().rows.last().profile.tls, TlsPolicy::Required);
}

void ProfileActionsTest::anImportWaitsForThePlanOfWhatIsTyped()
{
    ImportDialog *dialog = m_exchange->importText(u"mysql://orders.example.com/shop"_s);
    QTRY_VERIFY(dialog->isReady());
    auto *import = child<QPushButton>(*dialog, "doImport");
    QVERIFY(import->isEnabled());
    child<QComboBox>(*dialog, "into")->setEditText(u"Shops"_s);
    QVERIFY(!import->isEnabled());
    dialog->accept(); // as the Enter key does
    QTRY_VERIFY(import->isEnabled());
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE(m_store->profiles().size(), 1);
    QCOMPARE(m_store->profiles().first().folder, QStringList(u"Shops"_s));
}

void ProfileActionsTest::aSelectedFolderIsExported()
{
    QVERIFY(save({{}, {named(u"A/a"_s), named(u"A/B/b"_s), named(u"x"_s)}, {}}));
    QTRY_COMPARE(m_model->profileCount(), 3);
    selectFolderAnd(u"A"_s, {});
    m_exchange->exportSelection();
    const auto *what = m_window->findChild<QComboBox *>(u"what"_s);
    QVERIFY(what);
    QVERIFY2(what->itemText(0).startsWith(u"2 selected"_s), qPrintable(what->itemText(0)));
}

void ProfileActionsTest::aTextThatIsNoConnectionSaysSo()
{
    ImportDialog *dialog = m_exchange->importText(u"what is this?"_s);
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(!child<QPushButton>(*dialog, "doImport")->isEnabled());
    QCOMPARE(m_store->profiles().size(), 0);
}

QTEST_MAIN(ProfileActionsTest)
#include "profileactionstest.moc"

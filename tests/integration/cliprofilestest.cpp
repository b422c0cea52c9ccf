// SPDX-License-Identifier: GPL-2.0-or-later
// Profiles and folders through latchkey-cli, beside other programs that edit them too.
#include "tests/integration/clirunner.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace latchkey::test;

namespace {

/// The lock of the profile file, as another program that edits it has it.
class HeldLock
{
public:
    explicit HeldLock(QString file)
        : m_file(std::move(file)),
          m_descriptor(::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    { }
    ~HeldLock() { ::close(m_descriptor); }
    HeldLock(const HeldLock &) = delete;
    HeldLock &operator=(const HeldLock &) = delete;

    bool isHeld() const { return flock(m_descriptor, LOCK_EX | LOCK_NB) == 0; }
    /// Whether the process has it open, which it has from when it begins to wait for it.
    bool isAwaitedBy(const QProcess &process) const
    {
        const QDir open(QStringLiteral("/proc/%1/fd").arg(process.processId()));
        for (const QFileInfo &each : open.entryInfoList(QDir::Files | QDir::System))
            if (each.symLinkTarget() == m_file)
                return true;
        return false;
    }

private:
    QString m_file;
    int m_descriptor;
};

} // namespace

class CliProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void twoEditsAtOnceLoseNoField();
    void whatIsSaidWhileMovingHolds();
    void whatWasSaidCanBeInheritedAgain();
    void foldersGoRoundThroughCommands();
    void aFolderIsRemovedWithAllThatIsInIt();
    void wrongUseOfFoldersIsExplained_data();
    void wrongUseOfFoldersIsExplained();
    void profilesOfACatalogueAreExported();

private:
    Ended good(const QStringList &arguments);
    QJsonObject shown(const QStringList &arguments);

    std::unique_ptr<CliRunner> m_cli;
};

void CliProfilesTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

Ended CliProfilesTest::good(const QStringList &arguments)
{
    const Ended ended = m_cli->run(arguments);
    if (ended.code != 0)
        qWarning() << arguments << ended.errors;
    return ended;
}

QJsonObject CliProfilesTest::shown(const QStringList &arguments)
{
    return good(QStringList{u"profiles"_qs, u"show"_qs, u"--json"_qs} + arguments).json().object();
}

void CliProfilesTest::twoEditsAtOnceLoseNoField()
{
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"orders"_qs, u"--host"_qs, u"db1.example.com"_qs}).code, 0);
    auto lock = std::make_unique<HeldLock>(m_cli->file(u"config/profiles.json.lock"_qs));
    QVERIFY(lock->isHeld());
    const auto one = m_cli->start({u"profiles"_qs, u"edit"_qs, u"orders"_qs, u"--schema"_qs, u"shop"_qs});
    const auto other = m_cli->start({u"profiles"_qs, u"edit"_qs, u"orders"_qs, u"--notes"_qs, u"mine"_qs});
    for (const QProcess *process : {one.get(), other.get()})
        QTRY_VERIFY_WITH_TIMEOUT(lock->isAwaitedBy(*process), 30'000);
    lock.reset();
    QCOMPARE(m_cli->finish(*one).code, 0);
    QCOMPARE(m_cli->finish(*other).code, 0);
    const QJsonObject profile = shown({u"orders"_qs});
    QCOMPARE(profile.value(u"schema"_qs).toString(), u"shop"_qs);
    QCOMPARE(profile.value(u"notes"_qs).toString(), u"mine"_qs);
}

void CliProfilesTest::whatIsSaidWhileMovingHolds()
{
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"orders"_qs, u"--host"_qs, u"db1.example.com"_qs}).code, 0);
    QCOMPARE(good({u"profiles"_qs, u"edit"_qs, u"orders"_qs, u"--rename"_qs, u"Production/shop"_qs,
                   u"--port"_qs, u"3307"_qs})
                 .code,
             0);
    const QJsonObject profile = shown({u"Production/shop"_qs});
    QCOMPARE(profile.value(u"port"_qs).toInt(), 3307);
}

void CliProfilesTest::whatWasSaidCanBeInheritedAgain()
{
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"Test"_qs, u"--folder"_qs, u"--port"_qs, u"3307"_qs,
                   u"--read-only"_qs})
                 .code,
             0);
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"Test/orders"_qs, u"--host"_qs, u"h"_qs, u"--port"_qs,
                   u"3400"_qs, u"--read-write"_qs})
                 .code,
             0);
    const auto edit = [this](const QStringList &words) {
        return m_cli->run(QStringList{u"profiles"_qs, u"edit"_qs} + words);
    };
    QCOMPARE(edit({u"Test/orders"_qs, u"--port"_qs, QString()}).code, 0);
    QCOMPARE(shown({u"Test/orders"_qs}).value(u"port"_qs).toInt(), 3306); // the default is not the folder's
    QCOMPARE(edit({u"Test/orders"_qs, u"--inherit"_qs, u"port"_qs, u"--inherit"_qs, u"read-only"_qs}).code,
             0);
    QCOMPARE(edit({u"Test"_qs, u"--folder"_qs, u"--port"_qs, u"3308"_qs}).code, 0);
    QCOMPARE(shown({u"Test/orders"_qs}).value(u"port"_qs).toInt(), 3308); // it follows the folder
    QVERIFY(shown({u"Test/orders"_qs}).value(u"readOnly"_qs).toBool());
    QCOMPARE(edit({u"Test"_qs, u"--folder"_qs, u"--inherit"_qs, u"port"_qs}).code, 0);
    QCOMPARE(shown({u"Test/orders"_qs}).value(u"port"_qs).toInt(), 3306);
    for (const QString &word : {u"host"_qs, u"nonsense"_qs}) {
        const Ended refused = edit({u"Test/orders"_qs, u"--inherit"_qs, word});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errors.contains("--inherit port"), refused.errors.constData());
    }
}

void CliProfilesTest::foldersGoRoundThroughCommands()
{
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"Production/orders"_qs, u"--folder"_qs, u"--cluster"_qs,
                   u"--port"_qs, u"3307"_qs, u"--tag"_qs, u"eu"_qs})
                 .code,
             0);
    QCOMPARE(good({u"profiles"_qs, u"add"_qs, u"Production/orders/writer"_qs, u"--host"_qs, u"h"_qs}).code,
             0);
    QJsonObject folder = shown({u"--folder"_qs, u"Production/orders"_qs});
    QCOMPARE(folder.value(u"kind"_qs).toString(), u"cluster"_qs);
    QCOMPARE(folder.value(u"port"_qs).toInt(), 3307);
    QVERIFY(!folder.contains(u"host"_qs));
    QCOMPARE(shown({u"Production/orders/writer"_qs}).value(u"port"_qs).toInt(), 3307);

    const auto moved =
        good({u"profiles"_qs, u"edit"_qs, u"Production/orders"_qs, u"--folder"_qs, u"--rename"_qs,
              u"Staging/shop"_qs, u"--schema"_qs, u"shop"_qs, u"--no-cluster"_qs, u"--json"_qs});
    QCOMPARE(moved.json().object().value(u"path"_qs).toString(), u"Staging/shop"_qs);
    QCOMPARE(moved.json().object().value(u"kind"_qs).toString(), u"folder"_qs);
    QCOMPARE(shown({u"Staging/shop/writer"_qs}).value(u"schema"_qs).toString(), u"shop"_qs);
    const QJsonArray all = good({u"profiles"_qs, u"list"_qs, u"--folder"_qs, u"--json"_qs}).json().array();
    QCOMPARE(all.size(), 2); // with Staging, which exists by what is in it
    QCOMPARE(all.at(1).toObject().value(u"path"_qs).toString(), u"Staging/shop"_qs);
}

void CliProfilesTest::aFolderIsRemovedWithAllThatIsInIt()
{
    for (const QString &name : {u"A/B/one"_qs, u"A/two"_qs, u"three"_qs})
        QCOMPARE(good({u"profiles"_qs, u"add"_qs, name, u"--host"_qs, u"h"_qs}).code, 0);
    QVERIFY(m_cli->run({u"profiles"_qs, u"remove"_qs, u"A"_qs}).code != 0); // not by a slip of the finger
    QCOMPARE(good({u"profiles"_qs, u"remove"_qs, u"A/B"_qs, u"A"_qs, u"--folder"_qs}).code, 0);
    const QJsonArray left = good({u"profiles"_qs, u"list"_qs, u"--json"_qs}).json().array();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().toObject().value(u"path"_qs).toString(), u"three"_qs);
}

void CliProfilesTest::wrongUseOfFoldersIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("host") << QStringList{u"add"_qs, u"A"_qs, u"--folder"_qs, u"--host"_qs, u"h"_qs}
                          << QByteArray("“host”");
    QTest::newRow("cluster alone") << QStringList{u"add"_qs, u"A"_qs, u"--cluster"_qs, u"--host"_qs, u"h"_qs}
                                   << QByteArray("--folder only");
    QTest::newRow("both") << QStringList{u"add"_qs, u"A"_qs, u"--folder"_qs, u"--cluster"_qs,
                                         u"--no-cluster"_qs}
                          << QByteArray("not both");
    QTest::newRow("missing") << QStringList{u"edit"_qs, u"A"_qs, u"--folder"_qs, u"--port"_qs, u"1"_qs}
                             << QByteArray("no folder “A”");
    QTest::newRow("nothing to show") << QStringList{u"show"_qs, u"A"_qs, u"--folder"_qs}
                                     << QByteArray("no folder “A”");
}

void CliProfilesTest::wrongUseOfFoldersIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto ended = m_cli->run(QStringList(u"profiles"_qs) + arguments);
    QVERIFY(ended.code != 0);
    QVERIFY2(ended.errors.contains(says), ended.errors.constData());
    QVERIFY(!QFile::exists(m_cli->file(u"config/profiles.json"_qs)));
}

void CliProfilesTest::profilesOfACatalogueAreExported()
{
    QFile team(m_cli->file(u"team.json"_qs));
    QVERIFY(team.open(QIODevice::WriteOnly));
    team.write(R"({"format": "latchkey-profiles", "version": 1, "profiles": [
        {"id": "0c5c1d4e-6a0f-4a43-8d5a-111111111111", "name": "orders", "folder": ["EU"], "host": "h1"},
        {"id": "0c5c1d4e-6a0f-4a43-8d5a-222222222222", "name": "billing", "host": "h2"}]})");
    team.close();
    QCOMPARE(good({u"catalogue"_qs, u"add"_qs, u"Team"_qs, team.fileName()}).code, 0);
    const auto one = good({u"export"_qs, u"Team/EU"_qs, u"--format"_qs, u"latchkey"_qs});
    QCOMPARE(one.json().object().value(u"profiles"_qs).toArray().size(), 1);
    const auto all = good({u"export"_qs, u"Team"_qs, u"--format"_qs, u"latchkey"_qs});
    QCOMPARE(all.json().object().value(u"profiles"_qs).toArray().size(), 2);
}

QTEST_GUILESS_MAIN(CliProfilesTest)
#include "cliprofilestest.moc"

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sandbox.h"
#include "tests/support/kdcdoubles.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace latchkey;
using test::Sandbox;

namespace {

bool isAlive(qint64 pid)
{
    return kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

} // namespace

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realmsAreReadyWithPeopleInThem()
    {
        Sandbox sandbox;
        QVERIFY2(sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(sandbox.problem()));
        QCOMPARE(sandbox.principal(QStringLiteral("alice")), QStringLiteral("alice@CORP.EXAMPLE.COM"));
        QCOMPARE(sandbox.principal(QStringLiteral("carol")), QStringLiteral("carol@AWS.EXAMPLE.COM"));
        QVERIFY(!sandbox.password(QStringLiteral("dave")).isEmpty());
        QVERIFY(QFile::exists(sandbox.keytab(QStringLiteral("batch@CORP.EXAMPLE.COM"))));
        QVERIFY(isAlive(sandbox.kdc(QStringLiteral("AWS.EXAMPLE.COM")).pid));
    }

    void nothingIsLeftAfterTheEnd()
    {
        Sandbox sandbox;
        QVERIFY2(sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(sandbox.problem()));
        const QString folder = sandbox.folder();
        QVERIFY(QDir(folder).exists());
        sandbox.stop();
        QVERIFY(!QDir(folder).exists());
        for (const auto &kdc : sandbox.description().kdcs)
            QTRY_VERIFY(!isAlive(kdc.pid));
    }
};

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandboxtest.moc"

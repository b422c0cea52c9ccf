// SPDX-License-Identifier: GPL-2.0-or-later
// The program itself, as a desktop or a terminal starts it.
#include <QProcess>
#include <QTest>

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

Ended run(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LATCHKEY_PROGRAM), arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class ProgramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpNeedsNoDisplay()
    {
        const Ended ended = run({QStringLiteral("--help")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains(QLatin1String("--connect")), qPrintable(ended.out));
    }

    void versionNeedsNoDisplay()
    {
        const Ended ended = run({QStringLiteral("--version")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.startsWith(QLatin1String("latchkey ")), qPrintable(ended.out));
    }

    void aMissingDisplayIsASentence()
    {
        const Ended ended = run({});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(QLatin1String("latchkey-cli")), qPrintable(ended.err));
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "programtest.moc"

// SPDX-License-Identifier: GPL-2.0-or-later
// The program itself, as a desktop or a terminal starts it.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

const QString window = QStringLiteral(LATCHKEY_PROGRAM);
const QString commandLine = QStringLiteral(LATCHKEY_CLI_PROGRAM);

/// Without a display, and with `folder`, where one is given, in place of the user's configuration.
Ended run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    if (!folder.isEmpty())
        environment.insert(QStringLiteral("LATCHKEY_CONFIG_DIR"), folder);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
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
        const Ended ended = run(window, {QStringLiteral("--help")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains(QLatin1String("--connect")), qPrintable(ended.out));
    }

    void versionNeedsNoDisplay()
    {
        const Ended ended = run(window, {QStringLiteral("--version")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.startsWith(QLatin1String("latchkey ")), qPrintable(ended.out));
    }

    void aMissingDisplayIsASentence()
    {
        const Ended ended = run(window, {});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(QLatin1String("latchkey-cli")), qPrintable(ended.err));
    }

    void listingTicketsLoadsNoLibraryOfDatabases()
    {
#ifdef LATCHKEY_SANITIZED
        QSKIP("Without optimisation the linker finds more of the libraries in use.");
#endif
        const Ended ended = run(QStringLiteral("ldd"), {commandLine});
        QVERIFY2(ended.out.contains(QLatin1String("libkrb5.so")), qPrintable(ended.out + ended.err));
        for (const char *library : {"libmariadb", "libmysqlcppconn", "qt6keychain", "Qt6DBus", "Qt6Network"})
            QVERIFY2(!ended.out.contains(QLatin1String(library)), library);
    }

    void theOtherHalfIsFoundThroughALink()
    {
        const QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("latchkey-cli"));
        QVERIFY(QFile::link(commandLine, link));
        const Ended ended =
            run(link, {QStringLiteral("keychain"), QStringLiteral("list"), QStringLiteral("--json")},
                folder.path());
        QVERIFY2(ended.code == 0 && ended.out.contains(QLatin1String("\"principals\"")),
                 qPrintable(ended.err));
    }

    void aMissingHalfIsASentence()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("latchkey-cli"));
        QVERIFY(QFile::copy(commandLine, copy));
        const Ended ended = run(copy, {QStringLiteral("keychain"), QStringLiteral("list")}, folder.path());
        QCOMPARE(ended.code, 7);
        QVERIFY2(ended.err.contains(QLatin1String("latchkey-cli-full")), qPrintable(ended.err));
        QCOMPARE(run(copy, {QStringLiteral("--version")}).code, 0);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "programtest.moc"

// SPDX-License-Identifier: GPL-2.0-or-later
// How often latchkey wakes while nobody touches it: its window with 1,000 profiles and a ticket of nine hours, watched for
// a while: `idlebench [SECONDS] [LATCHKEY]`. A wake-up is a voluntary context switch of any of its threads. Prints the
// limit beside; never fails for waking often.
#include "core/profile/profilejson.h"
#include "tests/support/syntheticcache.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <chrono>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int profileCount = 1000;
constexpr double limit = 2; // wake-ups a minute

/// By thread: its name and number.
using WakeUps = QMap<QString, qint64>;

QByteArray field(const QByteArray &status, const QByteArray &name)
{
    const qsizetype at = status.indexOf(name + ':');
    return at < 0 ? QByteArray() : status.mid(at + name.size() + 1, 80).split('\n').first().simplified();
}

WakeUps wakeUps(qint64 process)
{
    WakeUps all;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(process);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks + QLatin1Char('/') + task + QStringLiteral("/status"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray status = file.readAll();
        all.insert(QString::fromLocal8Bit(field(status, "Name")) + QLatin1Char(' ') + task,
                   field(status, "voluntary_ctxt_switches").toLongLong());
    }
    return all;
}

void waitFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

QList<Profile> profiles()
{
    QList<Profile> all;
    for (int i = 0; i < profileCount; ++i) {
        Profile profile;
        profile.name = QStringLiteral("db%1").arg(i);
        profile.folder = QStringList{QStringLiteral("Region %1").arg(i / 100)};
        profile.host = QStringLiteral("db%1.corp.example.com").arg(i);
        profile.identity.principal = QStringLiteral("alice@CORP.EXAMPLE.COM");
        all.append(profile);
    }
    return all;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int seconds = std::max(60, arguments.value(1).toInt());
    const QTemporaryDir folder;
    const QString cache = QStringLiteral("FILE:") + folder.filePath(QStringLiteral("cache"));
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, QString>>{
             {"KRB5_CONFIG", folder.filePath(QStringLiteral("krb5.conf"))},
             {"KRB5CCNAME", cache},
             {"LATCHKEY_CONFIG_DIR", folder.path()},
             {"LATCHKEY_RUNTIME_DIR", folder.filePath(QStringLiteral("runtime"))}})
        qputenv(name, QFile::encodeName(value));
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!write(folder.filePath(QStringLiteral("krb5.conf")), "[libdefaults]\n")
        || !write(folder.filePath(QStringLiteral("profiles.json")), writeProfiles({{}, profiles(), {}}))
        || !writeCache(cache, "alice@CORP.EXAMPLE.COM", manyTickets(3)))
        return 1;

    QProcess latchkey;
    latchkey.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    latchkey.start(arguments.value(2, QCoreApplication::applicationDirPath() + QStringLiteral("/latchkey")),
                   {});
    if (!latchkey.waitForStarted())
        return 1;
    waitFor(10s); // until it has settled
    const WakeUps before = wakeUps(latchkey.processId());
    waitFor(std::chrono::seconds(seconds));
    const WakeUps after = wakeUps(latchkey.processId());
    qint64 sum = 0;
    for (auto thread = after.begin(); thread != after.end(); ++thread) {
        const qint64 count = *thread - before.value(thread.key());
        sum += count;
        QTextStream(stdout) << QStringLiteral("%1 %2\n").arg(thread.key(), -28).arg(count);
    }
    QTextStream(stdout) << QStringLiteral("%1 wake-ups in %2 s, %3 a minute (limit %4) on %5\n")
                               .arg(sum)
                               .arg(seconds)
                               .arg(static_cast<double>(sum) * 60 / seconds, 0, 'f', 1)
                               .arg(limit, 0, 'f', 0)
                               .arg(qEnvironmentVariable("QT_QPA_PLATFORM"));
    latchkey.terminate();
    if (!latchkey.waitForFinished(10'000))
        latchkey.kill();
    return after.isEmpty() ? 1 : 0;
}

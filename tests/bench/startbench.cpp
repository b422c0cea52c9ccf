// SPDX-License-Identifier: GPL-2.0-or-later
// How long latchkey with 1,000 profiles takes to a painted window, against an empty Qt main window on the same
// platform, started in turns. Prints both, the ratio and the resident memory; never fails for being slow.
#include "core/profile/profilejson.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <optional>

using namespace latchkey;

namespace {

constexpr int profileCount = 1000;
constexpr double limit = 2.0;

struct Run
{
    double milliseconds = 0;
    int kilobytes = 0;
};

QList<Profile> profiles()
{
    QList<Profile> all;
    for (int i = 0; i < profileCount; ++i) {
        Profile profile;
        profile.name = i % 2 == 0 ? QStringLiteral("writer") : QStringLiteral("reader");
        profile.folder = {QStringLiteral("Region %1").arg(i / 100), QStringLiteral("cluster %1").arg(i / 2)};
        profile.host = QStringLiteral("db%1.corp.example.com").arg(i);
        profile.identity.principal = QStringLiteral("alice@CORP.EXAMPLE.COM");
        profile.environment = i < 300 ? Environment::Production : Environment::Test;
        all.append(profile);
    }
    return all;
}

std::optional<Run> start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains('\n') && process.waitForReadyRead(20'000))
        said += process.readAllStandardOutput();
    Run run;
    run.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const QList<QByteArray> words = said.simplified().split(' ');
    run.kilobytes = words.value(1).toInt();
    if (!process.waitForFinished(20'000) || words.value(0) != "painted")
        return std::nullopt;
    return run;
}

double percentile(QList<Run> runs, int percent)
{
    std::sort(runs.begin(), runs.end(),
              [](const Run &a, const Run &b) { return a.milliseconds < b.milliseconds; });
    return runs.at((runs.size() - 1) * percent / 100).milliseconds;
}

void print(const QString &name, const QList<Run> &runs)
{
    QTextStream(stdout) << QStringLiteral("%1 median %2 ms, p95 %3 ms, resident %4 MB\n")
                               .arg(name, -24)
                               .arg(percentile(runs, 50), 0, 'f', 1)
                               .arg(percentile(runs, 95), 0, 'f', 1)
                               .arg(runs.last().kilobytes / 1024.0, 0, 'f', 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString here = QCoreApplication::applicationDirPath();
    const QString latchkey = arguments.value(1, here + QStringLiteral("/latchkey"));
    const QString empty = arguments.value(2, here + QStringLiteral("/emptywindow"));
    const int rounds = std::max(11, arguments.value(3).toInt());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QTemporaryDir folder;
    qputenv("LATCHKEY_CONFIG_DIR", folder.path().toUtf8());
    QFile store(folder.filePath(QStringLiteral("profiles.json")));
    if (!store.open(QIODevice::WriteOnly) || store.write(writeProfiles({{}, profiles(), {}})) < 0)
        return 1;
    store.close();

    QList<Run> ours;
    QList<Run> theirs;
    for (int round = -1; round < rounds; ++round) { // the first one warms the caches
        const auto a = start(empty, {});
        const auto b = start(latchkey, {QStringLiteral("--exit-after-first-paint")});
        if (!a || !b) {
            QTextStream(stderr) << "A program did not report its first paint.\n";
            return 1;
        }
        if (round >= 0) {
            theirs.append(*a);
            ours.append(*b);
        }
    }
    print(QStringLiteral("empty Qt main window"), theirs);
    print(QStringLiteral("latchkey, %1 profiles").arg(profileCount), ours);
    QTextStream(stdout) << QStringLiteral("ratio of medians %1 (limit %2), %3 rounds on %4\n")
                               .arg(percentile(ours, 50) / percentile(theirs, 50), 0, 'f', 2)
                               .arg(limit, 0, 'f', 1)
                               .arg(rounds)
                               .arg(qEnvironmentVariable("QT_QPA_PLATFORM", QStringLiteral("the desktop")));
    return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
// How long `latchkey-cli tickets` takes for 10,000 tickets in one cache and for 500 caches in a collection, against
// `klist -A` started in turns with it, whole processes both; and how long the ticket panel takes to show it when one of
// them has changed, painted. Prints limits beside; never fails for being slow.
#include "core/krb/kerberosservice.h"
#include "tests/bench/figures.h"
#include "tests/support/stallmeter.h"
#include "tests/support/syntheticcache.h"
#include "ui/identities.h"
#include "ui/theme.h"
#include "ui/ticketpanel.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace latchkey;
using namespace latchkey::bench;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr double listingLimit = 1.2; // of klist
constexpr double updateLimit = 50; // ms
const QByteArray alice = "alice@CORP.EXAMPLE.COM";

/// A program to its end, its output read as from a pipe.
bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0
           && process.readAllStandardOutput().size() > 10'000;
}

bool compareListings(const QString &what, const QString &cli, int rounds)
{
    struct Contender
    {
        QString name;
        QString program;
        QStringList arguments;
        Figures figures{};
    };
    QList<Contender> contenders{
        {QStringLiteral("klist -A"), QStringLiteral("klist"), {QStringLiteral("-A")}},
        {QStringLiteral("klist -A -e -f -a -n"), QStringLiteral("klist"), {QStringLiteral("-Aefan")}},
        {QStringLiteral("latchkey-cli tickets"), cli, {QStringLiteral("tickets")}},
        {QStringLiteral("latchkey-cli tickets --json"),
         cli,
         {QStringLiteral("tickets"), QStringLiteral("--json")}}};
    for (int round = -1; round < rounds; ++round) { // the first one warms the file system
        for (Contender &contender : contenders) {
            Figures ignored;
            bool works = false;
            (round < 0 ? ignored : contender.figures).time([&] {
                works = run(contender.program, contender.arguments);
            });
            if (!works) {
                QTextStream(stderr) << contender.name << " does not list the tickets.\n";
                return false;
            }
        }
    }
    QTextStream(stdout) << what << '\n';
    for (const Contender &contender : contenders)
        contender.figures.print(QStringLiteral("  ") + contender.name);
    QTextStream(stdout)
        << QStringLiteral("  ratio of medians to klist -A: %1, --json %2 (limit %3), %4 rounds\n")
               .arg(contenders.at(2).figures.median() / contenders.at(0).figures.median(), 0, 'f', 2)
               .arg(contenders.at(3).figures.median() / contenders.at(0).figures.median(), 0, 'f', 2)
               .arg(listingLimit, 0, 'f', 1)
               .arg(rounds);
    return true;
}

/// The file with one bit of the TGT's cipher changed: another ticket.
bool changeTgt(const QString &path, const QString &temporary)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.lastIndexOf("krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COMkrbtgt");
    if (at < 0)
        return false;
    bytes[at + 10] = static_cast<char>(bytes.at(at + 10) ^ 1);
    QFile changed(temporary);
    return changed.open(QIODevice::WriteOnly) && changed.write(bytes) == bytes.size() && changed.flush()
           && std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) == 0;
}

/// Another program changes a ticket of that file, again and again: for how long the window's thread is kept from
/// everything else at most while the panel takes it up and is painted.
bool timePanel(const QString &what, const QString &path, const QString &temporary, int rounds)
{
    const krb::KerberosService kerberos;
    krb::CacheWatcher watcher;
    Identities identities(kerberos, watcher, &systemNow);
    TicketPanel panel(identities);
    panel.resize(360, 620);
    panel.show();
    StallMeter filling;
    filling.perform([&] { identities.start(); });
    if (!filling.runUntil([&] { return identities.isKnown() && !identities.caches().isEmpty(); }, 60s))
        return false;
    filling.perform([&] { panel.repaint(); });
    QList<double> stalls;
    for (int round = 0; round < rounds; ++round) {
        StallMeter meter;
        bool isTaken = false;
        const auto seen = QObject::connect(&identities, &Identities::changed, [&] { isTaken = true; });
        const bool works = changeTgt(path, temporary) && meter.runUntil([&] { return isTaken; }, 60s);
        meter.perform([&] { panel.repaint(); });
        QObject::disconnect(seen);
        if (!works)
            return false;
        stalls.append(static_cast<double>(meter.longestStall().count()));
    }
    Figures figures(stalls);
    QTextStream(stdout)
        << what << '\n'
        << QStringLiteral("  the panel is filled in %1 ms\n").arg(filling.longestStall().count());
    figures.print(QStringLiteral("  longest stall of an update, one ticket changed"));
    QTextStream(stdout) << QStringLiteral("  limit %1 ms\n").arg(updateLimit);
    return true;
}

bool fillCollection(const QString &folder, int caches)
{
    for (int i = 0; i < caches; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (!writeCache(QStringLiteral("DIR::%1/tkt%2").arg(folder).arg(i),
                        "user" + number + "@CORP.EXAMPLE.COM", manyTickets(4)))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString cli = QCoreApplication::applicationDirPath() + QStringLiteral("/latchkey-cli");
    const int rounds = std::max(11, QCoreApplication::arguments().value(1).toInt());
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache"));
    const QString collection = folder.filePath(QStringLiteral("collection"));
    const QString temporary = folder.filePath(QStringLiteral("changed"));
    QFile config(folder.filePath(QStringLiteral("krb5.conf")));
    const bool works = config.open(QIODevice::WriteOnly) && config.write("[libdefaults]\n") > 0
                       && config.flush() && QDir().mkdir(collection);
    qputenv("KRB5_CONFIG", QFile::encodeName(config.fileName()));
    qputenv("LATCHKEY_RUNTIME_DIR", QFile::encodeName(folder.filePath(QStringLiteral("runtime"))));
    const QString many = QStringLiteral("10,000 tickets in one cache");
    qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(file));
    if (!works || !writeCache(QStringLiteral("FILE:") + file, alice, manyTickets(10'000))
        || !compareListings(many, cli, rounds) || !timePanel(many, file, temporary, rounds))
        return 1;
    const QString caches = QStringLiteral("500 caches in one collection");
    qputenv("KRB5CCNAME", "DIR:" + QFile::encodeName(collection));
    return fillCollection(collection, 500) && compareListings(caches, cli, rounds)
                   && timePanel(caches, collection + QStringLiteral("/tkt250"), temporary, rounds)
               ? 0
               : 1;
}

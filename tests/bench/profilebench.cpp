// SPDX-License-Identifier: GPL-2.0-or-later
// How long the profile file takes, for as many profiles as nobody has: profiles with about ten settings each, in folders
// that hand some down. Prints ours beside the limits. With a number, only profiles of that number are read, for perf.
#include "core/base/atomicfile.h"
#include "core/profile/profilefile.h"
#include "tests/bench/figures.h"
#include "tests/bench/realisticprofiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

#include <unistd.h>

using namespace latchkey;
using namespace latchkey::bench;

namespace {

constexpr int runs = 15;

template <typename Work>
void measure(const QString &what, Work work, int times = runs)
{
    Figures figures;
    const std::clock_t begin = std::clock();
    for (int run = 0; run < times; ++run)
        figures.time(work);
    const double processor = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / times;
    figures.print(what);
    std::printf("%54s%.1f ms of a processor\n", "",
                processor); // what is left on a machine with nothing else to do
    std::fflush(stdout);
}

/// Writing and syncing as a program must that wants to be sure, and nothing else.
double syncAlone(const QString &file, const QByteArray &text)
{
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size() || !target.flush())
        return 0;
    Figures figures;
    figures.time([&] { fsync(target.handle()); });
    return figures.median();
}

void need(bool good)
{
    if (!good)
        qFatal("the benchmark's own step failed");
}

void load(const ProfileFile &file, int count, const QString &limit, int times = runs)
{
    measure(
        QStringLiteral("%1: load (limit %2)").arg(count).arg(limit), [&] { need(bool(file.read())); }, times);
}

void save(const ProfileFile &file, const QString &folder, int count)
{
    const auto read = file.read();
    need(bool(read));
    QByteArray text;
    measure(QStringLiteral("%1: the text of a file").arg(count), [&] { text = *savedText(read->document); });
    QList<double> syncs;
    for (int run = 0; run < runs; ++run)
        syncs.append(syncAlone(folder + QStringLiteral("/bare"), text));
    Figures(syncs).print(QStringLiteral("%1: fsync alone, by the disk").arg(count));
    measure(QStringLiteral("%1: save with fsync (limit 120 ms)").arg(count), [&] {
        need(bool(writeAtomically(folder + QStringLiteral("/saved.json"), *savedText(read->document))));
    });
    int at = 0;
    measure(QStringLiteral("%1: an edit: lock, read, change, save").arg(count), [&] {
        need(bool(file.edit([&](ProfileDocument &document) {
            document.profiles.first().notes = QString::number(++at);
            return Ok{};
        })));
    });
    std::printf("%d profiles are %.1f MB\n", count, static_cast<double>(text.size()) / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const int only = argc > 1 ? std::atoi(argv[1]) : 0;
    for (const int count : {10'000, 100'000}) {
        if (only != 0 && only != count)
            continue;
        const ProfileFile file(folder.filePath(QStringLiteral("%1.json").arg(count)));
        need(bool(writeAtomically(file.path(), writeProfiles(realistic(count)))));
        const bool isMany = count > 10'000;
        load(file, count, isMany ? QStringLiteral("1 s, goal 600 ms") : QStringLiteral("60 ms"),
             only != 0 ? 100
             : isMany  ? 5
                       : runs);
        if (!isMany && only == 0)
            save(file, folder.path(), count);
    }
    return 0;
}

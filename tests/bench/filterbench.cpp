// SPDX-License-Identifier: GPL-2.0-or-later
// How long it takes from a key in the filter of the profiles to the painted tree, and from opening folders to it, for as many
// profiles as nobody has. Prints ours beside the limits.
#include "tests/bench/figures.h"
#include "tests/bench/realisticprofiles.h"
#include "ui/profiletree.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTreeView>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace latchkey;
using namespace latchkey::bench;

namespace {

constexpr int rounds = 5;

/// Counts how often a widget was painted.
class Paints : public QObject
{
public:
    explicit Paints(QWidget &widget) { widget.installEventFilter(this); }

    /// Until the widget has been painted, after `work`.
    template <typename Work>
    void await(Work work)
    {
        const int before = m_count;
        work();
        while (m_count == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// What a step took by the clock on the wall, and of a processor: that is left on a machine with nothing else to do.
struct Step
{
    Figures wall;
    QList<double> processor;

    template <typename Work>
    void time(Work work)
    {
        const std::clock_t begin = std::clock();
        wall.time(work);
        processor.append(1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
};

void print(const Step &step, const QString &what, int count, const char *limit)
{
    const auto line = [](const char *kind, const Figures &figures) {
        std::printf("%18s: median %7.1f ms, p95 %7.1f ms, longest %7.1f ms\n", kind, figures.median(),
                    figures.percentile(95), figures.percentile(100));
    };
    std::printf("%d profiles, %s (limit %s)\n", count, qUtf8Printable(what), limit);
    line("wall", step.wall);
    line("processor", Figures(step.processor));
    std::fflush(stdout);
}

void measure(int count, const char *limit)
{
    ProfileModel model;
    Step filling;
    const ProfileDocument document = realistic(count);
    filling.time([&] { model.setDocument(document); });
    print(filling, QStringLiteral("filling the model"), count, "none");
    ProfileTree tree(model);
    tree.resize(320, 900);
    auto *view = tree.findChild<QTreeView *>(QStringLiteral("profiles"));
    Paints paints(tree);
    paints.await([&] { tree.show(); });
    Step preparing;
    preparing.time([&] {
        while (!model.searchTexts().areReady())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    print(preparing, QStringLiteral("until the texts to search are ready, in idle moments"), count, "none");

    Step keys;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &typed : {QStringLiteral("orders 12"), QStringLiteral("zzz"), QStringLiteral("ron"),
                                  QStringLiteral("cluster-3 eu")}) {
            for (qsizetype length = 1; length <= typed.size(); ++length)
                keys.time([&] {
                    paints.await([&] {
                        tree.setFilter(typed.first(length));
                        tree.update();
                    });
                });
            keys.time([&] {
                paints.await([&] {
                    tree.setFilter({});
                    tree.update();
                });
            });
        }
    }
    print(keys, QStringLiteral("a key in the filter to painted"), count, limit);

    Step opening;
    for (int round = 0; round < rounds; ++round) {
        view->collapseAll();
        for (int row = 0; row < std::min(5, view->model()->rowCount()); ++row)
            opening.time([&] {
                paints.await([&] {
                    view->expand(view->model()->index(row, 0));
                    tree.update();
                });
            });
    }
    print(opening, QStringLiteral("opening a folder to painted"), count, limit);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    theme::apply(theme::Scheme::Light);
    const int only = argc > 1 ? std::atoi(argv[1]) : 0;
    for (const int count : {10'000, 100'000}) {
        if (only == 0 || only == count)
            measure(count, count > 10'000 ? "33 ms" : "16 ms");
    }
    return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/application.h"
#include "app/gui/endingsignals.h"
#include "app/gui/tour.h"
#include "core/base/hardening.h"
#include "core/base/worker.h"
#include "core/krb/overlay.h"
#include "translations/translations.h"
#include "ui/sessiontab.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLocale>
#include <QTextStream>

#ifdef LATCHKEY_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace {

using namespace latchkey;
using namespace std::chrono_literals;

struct Options
{
    std::optional<theme::Scheme> scheme;
    Tour::Plan tour;
    QString connectTo;
    QString sql;
    bool exitAfterFirstPaint = false;
};

QString text(const char *source)
{
    return QCoreApplication::translate("latchkey::main", source);
}

std::optional<theme::Scheme> schemeNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return theme::Scheme::Light;
    if (name == QLatin1String("dark"))
        return theme::Scheme::Dark;
    if (name == QLatin1String("system"))
        return theme::Scheme::System;
    return std::nullopt;
}

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        text(QT_TRANSLATE_NOOP("latchkey::main", "Kerberos single sign-on for MySQL-family databases")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(
        QStringLiteral("theme"),
        text(QT_TRANSLATE_NOOP("latchkey::main", "light, dark, or system: as the desktop")),
        QStringLiteral("name"));
    const QCommandLineOption connectTo(
        QStringLiteral("connect"),
        text(QT_TRANSLATE_NOOP("latchkey::main", "connect to this profile, \"Folder/name\"")),
        QStringLiteral("profile"));
    const QCommandLineOption execute(
        {QStringLiteral("e"), QStringLiteral("execute")},
        text(QT_TRANSLATE_NOOP("latchkey::main", "and run these statements there")), QStringLiteral("SQL"));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        text(QT_TRANSLATE_NOOP("latchkey::main", "save pictures of the windows in this folder and quit")),
        QStringLiteral("folder"));
    QCommandLineOption firstPaint(QStringLiteral("exit-after-first-paint"));
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({theme, connectTo, execute, screenshots, firstPaint});
    parser.process(application);

    Options options;
    options.scheme = schemeNamed(parser.value(theme));
    if (parser.isSet(theme) && !options.scheme) {
        QTextStream(stderr) << text(
            QT_TRANSLATE_NOOP("latchkey::main", "--theme takes light, dark or system."))
                            << Qt::endl;
        std::exit(2);
    }
    options.connectTo = parser.value(connectTo);
    options.sql = parser.value(execute);
    options.tour = {parser.value(screenshots), options.connectTo, options.sql};
    options.exitAfterFirstPaint = parser.isSet(firstPaint);
    return options;
}

/// What the benchmark reads: that the window is painted, and the resident memory in KiB.
void reportFirstPaint()
{
    QFile status(QStringLiteral("/proc/self/status"));
    QByteArray resident;
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                resident = line.mid(6).simplified().split(' ').value(0);
    QTextStream(stdout) << "painted " << resident << Qt::endl;
}

void begin(Application &application, const Options &options)
{
    MainWindow &window = application.window();
    if (options.exitAfterFirstPaint) {
        QObject::connect(&window, &MainWindow::painted, qApp, [] {
            reportFirstPaint();
            QCoreApplication::exit(0);
        });
    } else if (!options.tour.folder.isEmpty()) {
        auto *tour = new Tour(application, options.tour);
        QObject::connect(&window, &MainWindow::painted, tour, &Tour::start);
        QObject::connect(tour, &Tour::finished, qApp, &QCoreApplication::exit);
        tour->setParent(&application);
    } else if (!options.connectTo.isEmpty()) {
        QObject::connect(&window, &MainWindow::painted, &application, [&window, options] {
            SessionTab *tab = window.connectTo(options.connectTo);
            if (!tab || options.sql.isEmpty())
                return;
            tab->setSql(options.sql);
            QObject::connect(tab, &SessionTab::connected, tab, &SessionTab::runAll, Qt::SingleShotConnection);
        });
    }
}

/// Help and version need no display, and must not fail without one.
bool asksForText(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "-h" || argument == "--help" || argument == "--help-all" || argument == "-v"
               || argument == "--version";
    });
}

/// Qt would abort where it finds no display.
bool hasDisplay(int argc, char *argv[])
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")
           || std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
                  return argument == "-platform" || argument == "--platform";
              });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
}

/// Fontconfig reads its files once for the process, when the first text is measured: on a thread, they are read while
/// the profiles are.
void beginReadingFonts()
{
#ifdef LATCHKEY_FONTCONFIG
    Worker().post([] { FcInit(); }); // if it fails, Qt finds that out, too
#endif
}

int runWithoutDisplay(int argc, char *argv[])
{
    QCoreApplication qt(argc, argv);
    nameProgram();
    installTranslations(qt, QLocale());
    if (asksForText(argc, argv))
        readOptions(qt);
    QTextStream(stderr) << text(QT_TRANSLATE_NOOP(
        "latchkey::main", "Latchkey needs a display, and neither DISPLAY nor WAYLAND_DISPLAY names one. "
                          "latchkey-cli does the same without a display."))
                        << Qt::endl;
    return 1;
}

void endBySignal(int number)
{
    constexpr int killedBySignal = 128; // as shells say it; that a session ends is no failure
    QCoreApplication::exit(number == SIGINT ? killedBySignal + number : 0);
}

int run(QApplication &qt)
{
    const Options options = readOptions(qt);
    Application application(options.scheme);
    begin(application, options);
    if (!options.tour.folder.isEmpty())
        application.window().resize(1440, 900);
    application.show();
    const EndingSignals ending;
    // Not quit(), which a window may refuse: whoever ends a session waits for no answer.
    QObject::connect(&ending, &EndingSignals::received, qApp, &endBySignal);
    const int code = QApplication::exec();
    if (options.tour.folder.isEmpty() && !options.exitAfterFirstPaint)
        application.leave();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    unsetenv("MYSQL_PWD"); // libmariadb takes it when no password is given, whichever server asks
    krb::useOverlay();
    if (asksForText(argc, argv) || !hasDisplay(argc, argv))
        return runWithoutDisplay(argc, argv);
    QApplication qt(argc, argv);
    beginReadingFonts();
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Latchkey"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.latchkey.Latchkey"));
    installTranslations(qt, QLocale());
    const int code = run(qt);
    // A thread that hangs in a library must not keep the program from ending.
    if (!Worker::waitForAll(1s))
        std::_Exit(code);
    return code;
}

// SPDX-License-Identifier: GPL-2.0-or-later
// The least that a Qt program with a main window can do: what startbench compares with.
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTextStream>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(
            this,
            [] {
                QFile status(QStringLiteral("/proc/self/status"));
                QByteArray resident;
                if (status.open(QIODevice::ReadOnly))
                    for (const QByteArray &line : status.readAll().split('\n'))
                        if (line.startsWith("VmRSS:"))
                            resident = line.mid(6).simplified().split(' ').value(0);
                QTextStream(stdout) << "painted " << resident << Qt::endl;
                QCoreApplication::exit(0);
            },
            Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Window window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}

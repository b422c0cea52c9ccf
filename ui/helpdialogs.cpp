// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/helpdialogs.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("latchkey::HelpDialogs", source);
}

QDialog *closable(const QString &title, QWidget *content, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(content, 1);
    column->addWidget(buttons);
    return dialog;
}

QString plainText(QString label)
{
    return label.section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

/// A menu entry can show a key that the widget with the focus listens to, after a tab.
QString keysOf(const QAction &action)
{
    const QString shown = action.text().section(QLatin1Char('\t'), 1);
    return shown.isEmpty() ? action.shortcut().toString(QKeySequence::NativeText) : shown;
}

void addMenu(QGridLayout *grid, const QMenu &menu)
{
    bool first = true;
    for (const QAction *action : menu.actions()) {
        const QString keys = keysOf(*action);
        if (keys.isEmpty())
            continue;
        const int row = grid->rowCount();
        if (std::exchange(first, false)) {
            auto *heading = new QLabel(plainText(menu.title()));
            QFont strong = heading->font();
            strong.setWeight(QFont::DemiBold);
            heading->setFont(strong);
            heading->setContentsMargins(0, theme::unit, 0, 0);
            grid->addWidget(heading, row, 0, 1, 2);
            grid->addWidget(new QLabel(plainText(action->text())), row + 1, 0);
            grid->addWidget(new QLabel(keys), row + 1, 1);
            continue;
        }
        grid->addWidget(new QLabel(plainText(action->text())), row, 0);
        grid->addWidget(new QLabel(keys), row, 1);
    }
}

} // namespace

void showShortcuts(const QMenuBar &menus, QWidget *parent)
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, theme::wide, 0);
    grid->setHorizontalSpacing(theme::page * 2);
    grid->setVerticalSpacing(theme::half);
    for (const QAction *action : menus.actions())
        if (action->menu())
            addMenu(grid, *action->menu());
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    const QString title = text(QT_TRANSLATE_NOOP("latchkey::HelpDialogs", "Keyboard shortcuts"));
    scroll->setAccessibleName(title);
    QDialog *dialog = closable(title, scroll, parent);
    dialog->setObjectName(QStringLiteral("shortcuts"));
    dialog->resize(440, 620);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *page = new QWidget;
    auto *icon = new QLabel(page);
    icon->setPixmap(QIcon(QStringLiteral(":/latchkey.svg")).pixmap({96, 96}, icon->devicePixelRatioF()));
    auto *name = new QLabel(QStringLiteral("Latchkey %1").arg(QCoreApplication::applicationVersion()), page);
    name->setFont(theme::heading(page->font()));
    auto *words =
        new QLabel(text(QT_TRANSLATE_NOOP(
                       "latchkey::HelpDialogs",
                       "Kerberos single sign-on for MySQL-family databases: sign in once, then connect.\n\n"
                       "Free software under the GNU General Public License, version 2 or later. Built on "
                       "Qt, MIT Kerberos, MariaDB Connector/C, MySQL Connector/C++ and QScintilla.")),
                   page);
    words->setWordWrap(true);
    words->setMinimumWidth(360);
    auto *texts = new QVBoxLayout;
    texts->addWidget(name);
    texts->addWidget(words);
    texts->addStretch();
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::page);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    QDialog *dialog =
        closable(text(QT_TRANSLATE_NOOP("latchkey::HelpDialogs", "About Latchkey")), page, parent);
    dialog->setObjectName(QStringLiteral("about"));
    dialog->open();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/accessibility.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace latchkey::test {

namespace {

QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at && path.size() < 4; at = at->parentWidget()) {
        const QString name = at->objectName();
        path.prepend(QLatin1String(at->metaObject()->className()) + (name.isEmpty() ? name : u'#' + name));
        if (at->isWindow())
            break;
    }
    return path.join(QStringLiteral(" > "));
}

/// A part that Qt makes, which the widget around it speaks for.
bool isInside(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QHeaderView *>(&widget) || qobject_cast<const QComboBox *>(parent)
           || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
           || qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QTabBar *>(parent)
           || (widget.objectName().startsWith(QStringLiteral("qt_"))
               && !qobject_cast<const QTabBar *>(&widget));
}

bool isTabStop(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && !widget.focusProxy()
           && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

bool isControl(const QWidget &widget)
{
    const auto isA = [&widget]<typename... Kind>(const Kind *...) {
        return (qobject_cast<const Kind *>(&widget) || ...);
    };
    return isTabStop(widget)
           || (widget.isVisible()
               && isA(static_cast<const QAbstractButton *>(nullptr), static_cast<const QComboBox *>(nullptr),
                      static_cast<const QLineEdit *>(nullptr),
                      static_cast<const QAbstractItemView *>(nullptr),
                      static_cast<const QAbstractSpinBox *>(nullptr),
                      static_cast<const QPlainTextEdit *>(nullptr), static_cast<const QTextEdit *>(nullptr)));
}

QList<QWidget *> widgetsOf(const QWidget &screen)
{
    QList<QWidget *> all;
    for (QWidget *widget : screen.findChildren<QWidget *>()) {
        if (widget->window() == &screen && !isInside(*widget))
            all.append(widget);
    }
    return all;
}

QString nameOf(QWidget &widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

/// Of buttons of which one is chosen, Tab comes to that one.
bool isBesideTheChosen(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (!button || button->isChecked() || !button->isCheckable())
        return false;
    return button->autoExclusive() || (button->group() && button->group()->exclusive());
}

/// A shortcut, or an entry of a menu, does the same.
bool hasKeyboardTwin(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const QAction *action = tool ? tool->defaultAction() : nullptr;
    if (!button.shortcut().isEmpty() || (action && !action->shortcut().isEmpty()))
        return true;
    const QObjectList places = action ? action->associatedObjects() : QObjectList();
    return std::any_of(places.begin(), places.end(),
                       [](const QObject *place) { return qobject_cast<const QMenu *>(place); });
}

QList<QWidget *> tabStops(QWidget &screen)
{
    QList<QWidget *> stops;
    for (QWidget *at = screen.nextInFocusChain(); at != &screen; at = at->nextInFocusChain()) {
        if (at->window() == &screen && isTabStop(*at) && !isInside(*at) && !isBesideTheChosen(*at))
            stops.append(at);
    }
    return stops;
}

QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

/// `next` stands before `at`: above it in the same column, or left of it in the same line.
bool isBackwards(const QWidget &at, const QWidget &next)
{
    const QRect from = placeOf(at);
    const QRect to = placeOf(next);
    const bool isSameColumn = from.left() < to.right() && to.left() < from.right();
    const bool isSameLine = from.top() < to.center().y() && to.center().y() < from.bottom();
    return (isSameColumn && to.bottom() <= from.top()) || (isSameLine && to.right() <= from.left());
}

/// What has the focus then.
QWidget *press(QWidget &widget, Qt::Key key)
{
    QTest::keyClick(&widget, key);
    return widget.window()->focusWidget();
}

/// Where reading begins.
QWidget *firstOf(const QList<QWidget *> &stops)
{
    return *std::min_element(stops.begin(), stops.end(), [](const QWidget *one, const QWidget *other) {
        const QRect a = placeOf(*one);
        const QRect b = placeOf(*other);
        return a.bottom() < b.top() || (b.bottom() >= a.top() && a.left() < b.left());
    });
}

/// Where Tab leads from here; where it types, the next one in the chain, after `leave` has led out.
QWidget *after(QWidget &at, const QList<QWidget *> &stops, Qt::Key leave)
{
    QWidget *next = press(at, Qt::Key_Tab);
    if (next != &at)
        return next;
    QTest::keyClick(&at, Qt::Key_Z, Qt::ControlModifier); // what it typed
    if (press(at, leave) == &at)
        return &at;
    next = stops.at((stops.indexOf(&at) + 1) % stops.size());
    next->setFocus(Qt::TabFocusReason);
    return next;
}

/// Counts who has which letter.
class Letters
{
public:
    explicit Letters(QString place) : m_place(std::move(place)) { }

    void add(const QString &text)
    {
        const QKeySequence letter = QKeySequence::mnemonic(text.section(u'\t', 0, 0));
        if (!letter.isEmpty())
            m_owners[letter.toString()].append(text);
    }
    QStringList shared() const
    {
        QStringList sentences;
        for (auto owner = m_owners.begin(); owner != m_owners.end(); ++owner) {
            if (owner->size() > 1)
                sentences.append(QStringLiteral("%1: %2 is %3")
                                     .arg(m_place, owner.key(), owner->join(QStringLiteral(" and "))));
        }
        return sentences;
    }

private:
    QString m_place;
    QMap<QString, QStringList> m_owners;
};

QStringList textsOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->buddy())
        return {label->text()};
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return {group->title()};
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int at = 0; at < tabs->count(); ++at)
            texts.append(tabs->tabText(at));
    }
    if (const auto *bar = qobject_cast<const QMenuBar *>(&widget)) {
        for (const QAction *action : bar->actions())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

QStringList namelessControls(QWidget &screen, const QString &name)
{
    QStringList nameless;
    if (nameOf(screen).isEmpty())
        nameless.append(name + QStringLiteral(": the screen itself"));
    for (QWidget *widget : widgetsOf(screen)) {
        if (isControl(*widget) && nameOf(*widget).isEmpty())
            nameless.append(QStringLiteral("%1: %2").arg(name, describe(*widget)));
    }
    return nameless;
}

QStringList tabKeyProblems(QWidget &screen, const QString &name, Qt::Key leave)
{
    QStringList problems;
    const auto complain = [&](const QString &what) { problems.append(name + QStringLiteral(": ") + what); };
    const QList<QWidget *> stops = tabStops(screen);
    if (stops.size() < 2)
        return problems;
    screen.window()->activateWindow(); // a dialog that has just closed may have left no window active
    if (!QTest::qWaitForWindowActive(screen.window()))
        complain(QStringLiteral("the window cannot be made active"));
    QList<QWidget *> visited{firstOf(stops)};
    visited.first()->setFocus(Qt::TabFocusReason);
    while (visited.size() <= stops.size()) {
        QWidget *at = visited.last();
        QWidget *next = after(*at, stops, leave);
        if (!next || next == at) {
            complain(QStringLiteral("nothing leads out of ") + describe(*at));
            break;
        }
        if (next == visited.first())
            break;
        if (visited.contains(next)) {
            complain(QStringLiteral("back to %1 from %2").arg(describe(*next), describe(*at)));
            break;
        }
        if (isBackwards(*at, *next))
            complain(QStringLiteral("%1 comes after %2").arg(describe(*next), describe(*at)));
        visited.append(next);
    }
    for (const QWidget *stop : stops) {
        if (isTabStop(*stop) && !visited.contains(stop))
            complain(QStringLiteral("never to ") + describe(*stop));
    }
    return problems;
}

QStringList mouseOnlyButtons(QWidget &screen, const QString &name)
{
    QStringList problems;
    for (QWidget *widget : widgetsOf(screen)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && button->isVisible() && button->isEnabled() && !isTabStop(*button)
            && !isBesideTheChosen(*button) && !hasKeyboardTwin(*button))
            problems.append(QStringLiteral("%1: %2").arg(name, describe(*button)));
    }
    return problems;
}

QStringList sharedMnemonics(const QWidget &screen, const QString &name)
{
    Letters onScreen(name);
    for (const QWidget *widget : widgetsOf(screen)) {
        if (!widget->isVisible())
            continue;
        for (const QString &text : textsOf(*widget))
            onScreen.add(text);
    }
    QStringList shared = onScreen.shared();
    const auto addActions = [&](const QWidget &widget) {
        Letters inMenu(QStringLiteral("%1, menu of %2").arg(name, describe(widget)));
        for (const QAction *action : widget.actions()) {
            if (action->isVisible() && !action->isSeparator())
                inMenu.add(action->text());
        }
        shared += inMenu.shared();
    };
    for (const QWidget *widget : screen.findChildren<QWidget *>()) {
        if (qobject_cast<const QMenu *>(widget) || widget->contextMenuPolicy() == Qt::ActionsContextMenu)
            addActions(*widget);
    }
    return shared;
}

} // namespace latchkey::test

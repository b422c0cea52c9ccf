// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/panefocus.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace latchkey {

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
}

/// nullptr if nothing in it takes the focus.
QWidget *targetIn(QWidget &pane)
{
    if (!pane.isVisible())
        return nullptr;
    if (QWidget *last = pane.focusWidget(); takesFocus(last))
        return last;
    for (QWidget *at = pane.nextInFocusChain(); at != &pane; at = at->nextInFocusChain()) {
        if (pane.isAncestorOf(at) && takesFocus(at))
            return at;
    }
    return nullptr;
}

} // namespace

void moveFocusByPane(const QList<QWidget *> &panes, int step)
{
    const QWidget *now = QApplication::focusWidget();
    const auto has = [now](const QWidget *pane) { return now && (pane == now || pane->isAncestorOf(now)); };
    const qsizetype count = panes.size();
    qsizetype at = std::find_if(panes.begin(), panes.end(), has) - panes.begin();
    if (at == count)
        at = step > 0 ? count - 1 : 0;
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (QWidget *target = targetIn(*panes.at(at)))
            return target->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace latchkey

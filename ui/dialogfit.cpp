// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/dialogfit.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace latchkey {

namespace {

QSize neededBy(const QDialog &dialog)
{
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int width =
        dialog.isVisible() ? dialog.width() : std::max(dialog.minimumWidth(), layout.sizeHint().width());
    return {width,
            layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.sizeHint().height()};
}

class Fitting : public QObject
{
public:
    explicit Fitting(QDialog &dialog) : QObject(&dialog), m_dialog(dialog)
    {
        dialog.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            if (const QSize needed = neededBy(m_dialog); needed.height() > m_dialog.height())
                m_dialog.resize(needed);
        return QObject::eventFilter(watched, event);
    }

private:
    QDialog &m_dialog;
};

} // namespace

void fitHeight(QDialog &dialog)
{
    dialog.resize(neededBy(dialog));
}

void keepFitting(QDialog &dialog)
{
    new Fitting(dialog); // goes with the dialog
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/diffview.h"

#include "ui/theme.h"

#include <QEvent>
#include <QTextBlock>

namespace latchkey {

DiffView::DiffView(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("diff"));
    setAccessibleName(tr("How the file changes"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(theme::monospace(font()));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
}

void DiffView::setDiff(const QList<DiffLine> &diff)
{
    m_diff = diff;
    setPlainText(text(m_diff).chopped(m_diff.isEmpty() ? 0 : 1));
    colourLines();
}

void DiffView::colourLines()
{
    QTextBlock block = document()->begin();
    for (const DiffLine &line : std::as_const(m_diff)) {
        QTextBlockFormat format;
        if (line.kind != DiffLine::Kind::Same)
            format.setBackground(theme::tint(
                line.kind == DiffLine::Kind::Added ? theme::Colour::Good : theme::Colour::Danger, palette()));
        QTextCursor(block).setBlockFormat(format);
        block = block.next();
    }
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourLines();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schemadelegate.h"

#include "ui/schema/schemamodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>

namespace latchkey {

namespace {

/// Draws at the left end of `room`, or at its right one, and takes what it used from it.
void drawText(QPainter *painter, QRect &room, const QString &text, Qt::Alignment side)
{
    if (text.isEmpty() || room.width() <= theme::unit)
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    const int used = metrics.horizontalAdvance(shown) + theme::unit;
    painter->drawText(room, static_cast<int>((Qt::AlignVCenter | side).toInt()), shown);
    if (side == Qt::AlignRight)
        room.adjust(0, 0, -used, 0);
    else
        room.adjust(used, 0, 0, 0);
}

} // namespace

void SchemaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor chosen = option.palette.color(group, QPalette::HighlightedText);
    const QColor ink = isSelected ? chosen : option.palette.color(group, QPalette::Text);
    const QColor quiet = isSelected ? chosen : theme::colour(theme::Colour::MutedText, option.palette);
    QRect room = option.rect.adjusted(theme::half, 0, -theme::unit, 0);
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (!icon.isNull()) {
        const QRect place(room.left(), room.center().y() - theme::iconSize / 2 + 1, theme::iconSize,
                          theme::iconSize);
        icon.paint(painter, place, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        room.adjust(theme::iconSize + theme::unit - 1, 0, 0, 0);
    }
    const bool isQuiet =
        index.data(SchemaModel::IsGroupRole).toBool() || index.data(SchemaModel::IsNoteRole).toBool();
    painter->setFont(isQuiet ? theme::caption(option.font) : option.font);
    painter->setPen(isQuiet ? quiet : ink);
    drawText(painter, room, index.data().toString(), Qt::AlignLeft);
    painter->setFont(theme::caption(option.font));
    painter->setPen(quiet);
    const QString size = index.data(SchemaModel::SizeRole).toString();
    if (painter->fontMetrics().horizontalAdvance(size) <= room.width()) // the name is worth more
        drawText(painter, room, size, Qt::AlignRight);
    drawText(painter, room, index.data(SchemaModel::DetailRole).toString(), Qt::AlignLeft);
    painter->restore();
}

QSize SchemaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, theme::rowHeight(option.font) - theme::half};
}

} // namespace latchkey

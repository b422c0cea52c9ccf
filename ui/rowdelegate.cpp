// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/rowdelegate.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace latchkey {

namespace {

constexpr int smallIcon = 13;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

QColor ink(const QStyleOptionViewItem &option, theme::Colour role)
{
    if (isSelected(option))
        return option.palette.color(option.state & QStyle::State_Active ? QPalette::Active
                                                                        : QPalette::Inactive,
                                    QPalette::HighlightedText);
    return theme::colour(role, option.palette);
}

QColor ink(const QStyleOptionViewItem &option)
{
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    return option.palette.color(group, isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

theme::Colour roleOf(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? static_cast<theme::Colour>(value.toInt()) : theme::Colour::MutedText;
}

/// Draws the badge at the right end of `line` and gives how much room it took.
int drawBadge(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
              const QRect &line)
{
    const QString text = index.data(rowrole::Badge).toString();
    if (text.isEmpty())
        return 0;
    QFont font = theme::caption(option.font);
    font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + smallIcon + theme::unit + theme::unit;
    if (width > line.width() / 2)
        return 0;
    const theme::Colour role = roleOf(index, rowrole::BadgeColour);
    const int height = metrics.height() + 3;
    const QRect pill(line.right() - width, line.center().y() - height / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isSelected(option) ? QPen(ink(option)) : QPen(Qt::NoPen));
    painter->setBrush(isSelected(option) ? QBrush(Qt::NoBrush) : QBrush(theme::tint(role, option.palette)));
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(ink(option, role));
    painter->drawText(pill.adjusted(theme::unit + smallIcon, 0, -theme::half, 0),
                      Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
    const QRect icon(pill.left() + theme::half + 1, pill.center().y() - smallIcon / 2, smallIcon, smallIcon);
    icons::icon(index.data(rowrole::BadgeIcon).toString(), role)
        .paint(painter, icon, Qt::AlignCenter, isSelected(option) ? QIcon::Selected : QIcon::Normal);
    return width + theme::unit;
}

void drawFirstLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &line)
{
    QFont font = index.data(rowrole::Monospace).toBool() ? theme::monospace(option.font) : option.font;
    if (index.data(rowrole::Strong).toBool())
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const bool coloured = index.data(rowrole::FirstColour).isValid();
    painter->setPen(coloured ? ink(option, roleOf(index, rowrole::FirstColour)) : ink(option));
    // Names differ at both ends; what stands in other columns is told by its beginning.
    const auto elide = index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight;
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), elide, line.width());
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void drawSecondLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const QRect &line)
{
    const theme::Colour role = roleOf(index, rowrole::SecondColour);
    const QString icon = index.data(rowrole::SecondIcon).toString();
    int left = 0;
    if (!icon.isEmpty()) {
        const QRect where(line.left(), line.center().y() - smallIcon / 2, smallIcon, smallIcon);
        icons::icon(icon, role)
            .paint(painter, where, Qt::AlignCenter, isSelected(option) ? QIcon::Selected : QIcon::Normal);
        left = smallIcon + theme::half;
    }
    const QFont font = theme::caption(option.font);
    const QRect rest = line.adjusted(left, 0, 0, 0);
    painter->setFont(font);
    painter->setPen(ink(option, role));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(index.data(rowrole::SecondLine).toString(),
                                                    Qt::ElideRight, rest.width()));
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    const bool tall = index.data(rowrole::Tall).toBool();
    const QRect area = option.rect.adjusted(theme::half + 2, tall ? theme::half + 1 : 0, -theme::unit,
                                            tall ? -theme::half - 1 : 0);
    if (const auto stripe = index.data(rowrole::Stripe).value<QColor>(); stripe.isValid())
        painter->fillRect(QRect(option.rect.left(), area.top(), 3, area.height()), stripe);
    const int firstHeight = tall ? QFontMetrics(option.font).height() : area.height();
    QRect line(area.left(), area.top(), area.width(), firstHeight);
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (!icon.isNull()) {
        icon.paint(
            painter,
            QRect(line.left(), line.center().y() - theme::iconSize / 2 + 1, theme::iconSize, theme::iconSize),
            Qt::AlignCenter, isSelected(option) ? QIcon::Selected : QIcon::Normal);
        line.adjust(theme::iconSize + theme::unit - 1, 0, 0, 0);
    }
    QRect first = line;
    first.adjust(0, 0, -drawBadge(painter, option, index, line), 0);
    drawFirstLine(painter, option, index, first);
    if (tall)
        drawSecondLine(painter, option, index,
                       QRect(line.left(), line.bottom() + 1, line.width(), area.bottom() - line.bottom()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_row == 0 || m_font != option.font) {
        m_font = option.font;
        m_row = theme::rowHeight(m_font);
        m_tallRow = theme::tallRowHeight(m_font);
    }
    return {120, index.data(rowrole::Tall).toBool() ? m_tallRow : m_row};
}

} // namespace latchkey

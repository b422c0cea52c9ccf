// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace latchkey {

/// What a model says about a row beside DisplayRole and DecorationRole.
namespace rowrole {
enum Role {
    Tall = Qt::UserRole + 100, ///< bool: the row has a second line
    SecondLine, ///< QString
    SecondIcon, ///< QString, name of an icon before the second line
    SecondColour, ///< int, theme::Colour of both; MutedText if absent
    Badge, ///< QString, a word at the right end of the first line
    BadgeIcon, ///< QString
    BadgeColour, ///< int, theme::Colour
    Stripe, ///< QColor, the user's own colour, at the left edge
    Monospace, ///< bool, first line
    FirstColour, ///< int, theme::Colour of the first line; that of text if absent
    Strong, ///< bool, first line
};
}

/// Draws a tree's rows on the 8-pixel grid: icon, first line, badge; below it, smaller, icon and second line.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    mutable QFont m_font; ///< that the heights are of: measuring a thousand rows must not be slow
    mutable int m_row = 0;
    mutable int m_tallRow = 0;
};

} // namespace latchkey

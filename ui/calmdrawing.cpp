// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/calmdrawing.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <array>

namespace latchkey::calm {

namespace {
constexpr qreal radius = 5;
}

QColor border(const QPalette &palette)
{
    QColor colour = palette.color(QPalette::WindowText);
    colour.setAlphaF(theme::isDark(palette) ? 0.24F : 0.20F);
    return colour;
}

QColor veil(const QPalette &palette, float strength)
{
    QColor colour = palette.color(QPalette::WindowText);
    colour.setAlphaF(strength);
    return colour;
}

void box(QPainter *painter, const QRect &rect, const QColor &line, const QBrush &fill, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void button(QPainter *painter, const QStyleOption *option, bool primary)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    if (primary && enabled) {
        const QColor fill = palette.color(QPalette::Highlight);
        box(painter, option->rect, Qt::transparent,
            down    ? fill.darker(115)
            : hover ? fill.lighter(112)
                    : fill);
    } else {
        box(painter, option->rect, border(palette),
            enabled ? palette.color(QPalette::Button) : QColor(Qt::transparent));
        if (down || hover)
            box(painter, option->rect, Qt::transparent, veil(palette, down ? 0.12F : 0.05F));
    }
    if (enabled && (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange))
        box(painter, primary ? option->rect.adjusted(2, 2, -2, -2) : option->rect,
            primary ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Highlight),
            Qt::NoBrush, primary ? 1 : 2);
}

bool isPrimary(const QStyleOption *option)
{
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
    return push && (push->features & QStyleOptionButton::DefaultButton)
           && (push->state & QStyle::State_Enabled);
}

void lineEdit(QPainter *painter, const QStyleOption *option)
{
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool enabled = option->state & QStyle::State_Enabled;
    box(painter, option->rect, focus ? option->palette.color(QPalette::Highlight) : border(option->palette),
        enabled ? option->palette.brush(QPalette::Base) : QBrush(Qt::NoBrush), focus ? 2 : 1);
}

void checkMark(QPainter *painter, const QStyleOption *option, bool round)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool set = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor ink = enabled ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Base);
    const QRectF square = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const qreal corner = round ? square.width() / 2 : 3;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (set) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? palette.brush(QPalette::Highlight) : QBrush(veil(palette, 0.35F)));
    } else {
        painter->setPen(QPen(veil(palette, enabled ? 0.55F : 0.25F), 1));
        painter->setBrush(enabled ? palette.brush(QPalette::Base) : QBrush(Qt::NoBrush));
    }
    painter->drawRoundedRect(square, corner, corner);
    const QPointF middle = square.center();
    const qreal unit = square.width() / 10;
    painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (set && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(middle, 2 * unit, 2 * unit);
    } else if (option->state & QStyle::State_On) {
        const std::array tick{middle + QPointF(-2.8, 0.2) * unit, middle + QPointF(-0.8, 2.2) * unit,
                              middle + QPointF(3, -2.2) * unit};
        painter->drawPolyline(tick.data(), static_cast<int>(tick.size()));
    } else if (set) {
        painter->drawLine(middle - QPointF(2.5, 0) * unit, middle + QPointF(2.5, 0) * unit);
    }
    if (option->state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(square.adjusted(-1, -1, 1, 1), corner + 1, corner + 1);
    }
    painter->restore();
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const bool selected = option->state & QStyle::State_Selected;
    const QRect rect = option->rect;
    if (selected)
        painter->fillRect(rect, option->palette.brush(QPalette::Base));
    else if (option->state & QStyle::State_MouseOver)
        painter->fillRect(rect, veil(option->palette, 0.05F));
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
                          option->palette.brush(QPalette::Highlight));
}

void headerSection(QPainter *painter, const QStyleOption *option)
{
    painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
    painter->setPen(theme::separator(option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    const QRect edge = option->rect.adjusted(0, 5, 0, -5);
    painter->drawLine(edge.topRight(), edge.bottomRight());
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option)
{
    if (option->editable)
        lineEdit(painter, option);
    else
        button(painter, option, false);
    const QRect arrow(option->rect.right() - 22, option->rect.center().y() - 7, 14, 14);
    icons::icon(QStringLiteral("chevron"))
        .paint(painter, arrow, Qt::AlignCenter,
               option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
    if (!option->editable && (option->state & QStyle::State_HasFocus))
        box(painter, option->rect, option->palette.color(QPalette::Highlight), Qt::NoBrush, 2);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, QRect slider)
{
    painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
    if (option->maximum <= option->minimum)
        return;
    const bool held = option->state & QStyle::State_Sunken;
    const bool hover = option->state & QStyle::State_MouseOver;
    slider =
        option->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(veil(option->palette, held ? 0.5F : hover ? 0.38F : 0.24F));
    const qreal round = std::min(slider.width(), slider.height()) / 2.0;
    painter->drawRoundedRect(slider, round, round);
    painter->restore();
}

void glyph(QPainter *painter, const QStyleOption *option, const QString &name)
{
    constexpr int size = 14;
    const QRect rect(option->rect.center().x() - size / 2 + 1, option->rect.center().y() - size / 2 + 1, size,
                     size);
    icons::icon(name, theme::Colour::MutedText)
        .paint(painter, rect, Qt::AlignCenter,
               option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

void branch(QPainter *painter, const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Children))
        return;
    constexpr int size = 12;
    const QRect rect(option->rect.right() - size - 1, option->rect.center().y() - size / 2, size, size);
    icons::icon(option->state & QStyle::State_Open ? QStringLiteral("chevron")
                                                   : QStringLiteral("chevron-right"),
                theme::Colour::MutedText)
        .paint(painter, rect, Qt::AlignCenter,
               option->state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal);
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
    if (option->state & (QStyle::State_Selected | QStyle::State_Sunken))
        box(painter, option->rect.adjusted(0, 1, 0, -1), Qt::transparent, veil(option->palette, 0.10F));
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    QApplication::style()->drawItemText(painter, option->rect, flags, option->palette,
                                        option->state & QStyle::State_Enabled, option->text,
                                        QPalette::WindowText);
}

bool opensMenu(const QStyleOptionToolButton &option)
{
    return (option.features & QStyleOptionToolButton::HasMenu)
           && !(option.features & QStyleOptionToolButton::MenuButtonPopup) && !option.text.isEmpty();
}

void menuButton(const QStyle &style, QPainter *painter, const QStyleOptionToolButton &option)
{
    style.drawPrimitive(QStyle::PE_PanelButtonTool, &option, painter);
    QStyleOptionToolButton label(option);
    label.rect = option.rect.adjusted(0, 0, -menuArrow - theme::half, 0);
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter);
    QStyleOption arrow(option);
    arrow.rect = QRect(label.rect.right() - theme::half, option.rect.top(), menuArrow, option.rect.height());
    style.drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, painter);
    if (option.state & QStyle::State_HasFocus)
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &option, painter);
}

} // namespace latchkey::calm

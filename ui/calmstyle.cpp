// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/calmstyle.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

#include <functional>

namespace latchkey {

namespace {

constexpr qreal radius = 5;

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

void box(QPainter *painter, const QRect &rect, const QColor &line, const QBrush &fill, qreal width = 1)
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

bool opensMenu(const QStyleOptionToolButton &option)
{
    return (option.features & QStyleOptionToolButton::HasMenu)
           && !(option.features & QStyleOptionToolButton::MenuButtonPopup) && !option.text.isEmpty();
}

constexpr int menuArrow = 14;

/// The panel and the text as ever, and a chevron after the text instead of the tiny triangle.
void menuButton(QPainter *painter, const QStyleOptionToolButton &option,
                const std::function<void(const QStyleOptionToolButton &)> &drawPlain)
{
    QStyleOptionToolButton plain(option);
    plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    drawPlain(plain);
    const QRect arrow(option.rect.right() - menuArrow - 3, option.rect.center().y() - menuArrow / 2 + 1,
                      menuArrow, menuArrow);
    icons::icon(QStringLiteral("chevron"), theme::Colour::MutedText)
        .paint(painter, arrow, Qt::AlignCenter,
               option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStringLiteral("fusion")) { }

void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return button(painter, option, isPrimary(option));
    case PE_FrameDefaultButton:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On))
            box(painter, option->rect, Qt::transparent, veil(option->palette, 0.14F));
        else if ((option->state & State_MouseOver) && (option->state & State_Enabled))
            box(painter, option->rect, Qt::transparent, veil(option->palette, 0.07F));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option))
            if (frame->lineWidth > 0)
                return lineEdit(painter, option);
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_Frame:
        painter->setPen(border(option->palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabWidget:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget))
            box(painter, option->rect, option->palette.color(QPalette::Highlight), Qt::NoBrush);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, theme::separator(option->palette));
        return;
    case CE_TabBarTabShape:
        if (const auto *shape = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tab(painter, shape);
        break;
    case CE_HeaderSection:
        return headerSection(painter, option);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        painter->setPen(theme::separator(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        return;
    case CE_PushButtonLabel:
        if (const auto *label = qstyleoption_cast<const QStyleOptionButton *>(option); isPrimary(option)) {
            QStyleOptionButton copy(*label);
            copy.palette.setColor(QPalette::ButtonText, copy.palette.color(QPalette::HighlightedText));
            if (!copy.icon.isNull())
                copy.icon = QIcon(
                    copy.icon.pixmap(copy.iconSize, painter->device()->devicePixelRatioF(), QIcon::Selected));
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return comboBox(painter, combo);
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBar(painter, bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return lineEdit(painter, option);
    }
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && tool && opensMenu(*tool))
        return menuButton(painter, *tool, [&](const QStyleOptionToolButton &plain) {
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        });
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_HeaderMargin:
        return 7;
    case PM_MenuBarItemSpacing:
        return 4;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return theme::unit;
    case PM_TreeViewIndentation:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(result.height(), line + 14));
        result.rwidth() += theme::unit;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), line + 14));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), line + 10));
        break;
    case CT_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            tool && opensMenu(*tool))
            result.rwidth() += 2 * menuArrow;
        break;
    case CT_MenuBarItem:
        result.rheight() += theme::half;
        break;
    default:
        break;
    }
    return result;
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const auto along = [&](int from, int extent) {
        return vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), extent)
                        : QRect(bar->rect.left() + from, bar->rect.top(), extent, bar->rect.height());
    };
    const int range = bar->maximum - bar->minimum;
    const qint64 whole = qint64(range) + std::max(bar->pageStep, 1);
    const int handle =
        range == 0 ? length
                   : std::clamp(int(qint64(length) * bar->pageStep / whole), std::min(32, length), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    switch (sub) {
    case SC_ScrollBarAddLine:
    case SC_ScrollBarSubLine:
        return {};
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return QProxyStyle::subControlRect(control, option, sub, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/calmstyle.h"

#include "ui/calmdrawing.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace latchkey {

using namespace calm;

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
    case PE_IndicatorBranch:
        return branch(painter, option);
    case PE_IndicatorArrowDown:
        return glyph(painter, option, QStringLiteral("chevron"));
    case PE_IndicatorArrowRight:
        return glyph(painter, option, QStringLiteral("chevron-right"));
    case PE_IndicatorTabClose:
        if (option->state & State_MouseOver)
            box(painter, option->rect, Qt::transparent, veil(option->palette, 0.12F));
        return glyph(painter, option, QStringLiteral("close"));
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return checkMark(painter, option, false);
    case PE_IndicatorRadioButton:
        return checkMark(painter, option, true);
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
                          theme::separator(option->palette));
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
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuBarItem(painter, item);
        break;
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
        return menuButton(*this, painter, *tool);
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
        return theme::half;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return 18;
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
            result.rwidth() += menuArrow + theme::half;
        break;
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
            header && header->orientation == Qt::Horizontal)
            result.rheight() += theme::half;
        break;
    case CT_MenuBarItem:
        result.rheight() += theme::half;
        break;
    default:
        break;
    }
    return result;
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(theme::half, 0, -theme::half, 0);
    return rect;
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

QIcon CalmStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    // Fusion's are pictures in files, and reading one looks for image plugins first.
    if (which == SP_LineEditClearButton)
        return icons::icon(QStringLiteral("close"), theme::Colour::MutedText);
    if (which == SP_ToolBarHorizontalExtensionButton)
        return icons::icon(QStringLiteral("chevron"), theme::Colour::MutedText);
    return QProxyStyle::standardIcon(which, option, widget);
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

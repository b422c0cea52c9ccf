// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/theme.h"

#include "ui/calmstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyle>
#include <QWidget>

#include <cmath>

namespace latchkey::theme {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

Pair pairOf(Colour role)
{
    switch (role) {
    case Colour::Good:
        return {0xff1b6e3c, 0xff6fcf97};
    case Colour::Warning:
        return {0xff8a5200, 0xfff0b357};
    case Colour::Danger:
        return {0xffb3261e, 0xffff9a90};
    case Colour::Production:
        return {0xffa92c1a, 0xffff9d7e};
    case Colour::Staging:
        return {0xff84570a, 0xffe8bd62};
    case Colour::Test:
        return {0xff2b6b4f, 0xff82cfaa};
    case Colour::ReadOnly:
        return {0xff5b4aa8, 0xffb9adff};
    case Colour::Accent:
        return {0xff1c6a7d, 0xff6cc5d8};
    case Colour::MutedText:
        return {0xff5a656e, 0xffa3afb8};
    }
    return {0xff000000, 0xffffffff};
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
           + 0.0722 * channel(colour.blueF());
}

QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto part = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1 - share)));
    };
    return QColor(part(over.red(), under.red()), part(over.green(), under.green()),
                  part(over.blue(), under.blue()));
}

struct Ground
{
    QRgb window, base, alternate, button, text, muted, faint, highlight, highlighted, accent, tip;
};

QPalette paletteOf(const Ground &ground)
{
    QPalette palette;
    palette.setColor(QPalette::Window, ground.window);
    palette.setColor(QPalette::WindowText, ground.text);
    palette.setColor(QPalette::Base, ground.base);
    palette.setColor(QPalette::AlternateBase, ground.alternate);
    palette.setColor(QPalette::Text, ground.text);
    palette.setColor(QPalette::Button, ground.button);
    palette.setColor(QPalette::ButtonText, ground.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, ground.muted);
    palette.setColor(QPalette::Highlight, ground.highlight);
    palette.setColor(QPalette::HighlightedText, ground.highlighted);
    palette.setColor(QPalette::Link, ground.accent);
    palette.setColor(QPalette::LinkVisited, ground.accent);
    palette.setColor(QPalette::ToolTipBase, ground.tip);
    palette.setColor(QPalette::ToolTipText, ground.text);
    const QColor button(ground.button);
    palette.setColor(QPalette::Light, button.lighter(130));
    palette.setColor(QPalette::Midlight, button.lighter(110));
    palette.setColor(QPalette::Mid, button.darker(120));
    palette.setColor(QPalette::Dark, button.darker(160));
    palette.setColor(QPalette::Shadow, button.darker(300));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, ground.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, button.darker(110));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, ground.faint);
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor colour(Colour role, const QPalette &palette)
{
    const Pair pair = pairOf(role);
    return isDark(palette) ? pair.dark : pair.light;
}

void setInk(QWidget *widget, Colour role, const QPalette &palette)
{
    QPalette ink = palette;
    for (const auto text : {QPalette::WindowText, QPalette::Text})
        ink.setColor(text, colour(role, palette));
    widget->setPalette(ink);
}

QColor tint(Colour role, const QPalette &palette)
{
    return mix(colour(role, palette), palette.color(QPalette::Base), isDark(palette) ? 0.18 : 0.10);
}

QColor separator(const QPalette &palette)
{
    return mix(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.14);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff4f6f7,
                      .base = 0xffffffff,
                      .alternate = 0xfff8fafb,
                      .button = 0xfffdfdfd,
                      .text = 0xff1d2429,
                      .muted = 0xff5f6a73,
                      .faint = 0xff9aa4ab,
                      .highlight = 0xff1c6a7d,
                      .highlighted = 0xffffffff,
                      .accent = 0xff1c6a7d,
                      .tip = 0xffffffff});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff22272b,
                      .base = 0xff1a1e21,
                      .alternate = 0xff1f2427,
                      .button = 0xff30373c,
                      .text = 0xffe4e9ec,
                      .muted = 0xffa3afb8,
                      .faint = 0xff6c777f,
                      .highlight = 0xff1f6f83,
                      .highlighted = 0xffffffff,
                      .accent = 0xff6cc5d8,
                      .tip = 0xff30373c});
}

void apply(Scheme scheme)
{
    // A desktop that has a say gives a style other than Fusion, or Fusion with a palette of its own.
    const QStyle *style = QApplication::style();
    const bool plain =
        style->name() == QLatin1String("fusion") && QApplication::palette() == style->standardPalette();
    const bool calm = qobject_cast<const CalmStyle *>(style) != nullptr;
    if (plain && !calm)
        QApplication::setStyle(new CalmStyle);
    if (scheme == Scheme::System && !plain && !calm)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(scheme == Scheme::Dark ? darkPalette() : lightPalette());
}

int rowHeight(const QFont &font)
{
    return std::max(28, QFontMetrics(font).height() + unit + half);
}

int tallRowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(caption(font)).height() + unit + half;
}

QFont monospace(const QFont &like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (like.pointSizeF() > 0)
        font.setPointSizeF(like.pointSizeF());
    return font;
}

QFont caption(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.9);
    return smaller;
}

QFont heading(const QFont &font)
{
    QFont larger = font;
    larger.setPointSizeF(font.pointSizeF() * 1.3);
    larger.setWeight(QFont::DemiBold);
    return larger;
}

} // namespace latchkey::theme

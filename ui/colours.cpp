// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/colours.h"

#include <QCoreApplication>
#include <QPainter>

namespace latchkey {

namespace {

struct Entry
{
    const char *name;
    QRgb colour;
};

constexpr Entry entries[] = {
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Red"), 0xd64545},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Orange"), 0xe08a2e},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Yellow"), 0xd9b82f},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Green"), 0x4c9f5f},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Teal"), 0x2f8f9d},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Blue"), 0x3f7fd1},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Violet"), 0x8663c7},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Grey"), 0x7c8790},
};

} // namespace

const QList<Swatch> &swatches()
{
    static const QList<Swatch> all = [] {
        QList<Swatch> list;
        for (const Entry &entry : entries)
            list.append(
                {QCoreApplication::translate("latchkey::ProfileEditor", entry.name), QColor(entry.colour)});
        return list;
    }();
    return all;
}

QIcon swatchIcon(const QColor &colour)
{
    QPixmap image(16, 16);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4);
    return QIcon(image);
}

} // namespace latchkey

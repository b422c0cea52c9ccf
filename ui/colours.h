// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QList>
#include <QString>

namespace latchkey {

struct Swatch
{
    QString name;
    QColor colour;
};

/// The user's own colours, for telling clusters apart; they carry no meaning.
const QList<Swatch> &swatches();

QIcon swatchIcon(const QColor &colour);

} // namespace latchkey

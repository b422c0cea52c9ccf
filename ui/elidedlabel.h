// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QLabel>
#include <QStylePainter>

namespace latchkey {

/// A line of plain text that ends in "…" where it has too little room.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(QChar(0x2026)), QLabel::minimumSizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        painter.drawItemText(contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(),
                             fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()),
                             foregroundRole());
    }
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/formlabels.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace latchkey {

void alignLabels(const QFormLayout &form)
{
    const int line = QLineEdit().sizeHint().height();
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem *name = form.itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = form.itemAt(row, QFormLayout::FieldRole);
        auto *label = name ? qobject_cast<QLabel *>(name->widget()) : nullptr;
        if (label && field && field->sizeHint().height() <= line)
            label->setFixedHeight(field->sizeHint().height());
    }
}

} // namespace latchkey

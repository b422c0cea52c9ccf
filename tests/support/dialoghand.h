// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace latchkey::test {

// What a person does with a dialog; fields go by their objectName.

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

/// In the place of what was there.
inline void type(const QWidget &dialog, const char *name, const QString &text)
{
    auto *field = child<QLineEdit>(dialog, name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

inline void choose(const QWidget &dialog, const char *name, const QString &text)
{
    auto *box = child<QComboBox>(dialog, name);
    box->setFocus();
    box->setCurrentIndex(box->findText(text));
}

/// Clicks the button that goes on.
inline void accept(const QWidget &dialog)
{
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
}

} // namespace latchkey::test

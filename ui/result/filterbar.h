// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace latchkey {

/// Where one types what the rows of a result must contain. Hidden until it is opened; closing it shows all rows again.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Those one can choose from. What was typed goes.
    void setColumns(const QList<sql::Column> &columns);
    void open();
    void close();

    QString text() const;
    /// Nothing: in any.
    std::optional<int> column() const;

Q_SIGNALS:
    /// Some time after the last keystroke, at once with Return.
    void filterChanged();
    /// The keyboard belongs to the rows again.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_text;
    QComboBox *m_column;
    QTimer m_settled;
};

} // namespace latchkey

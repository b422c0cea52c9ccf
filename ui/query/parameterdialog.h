// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/parameters.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLineEdit;

namespace latchkey {

/// Asks what the placeholders of a run stand for: a row each, with the value and what it is. Shows what was given before.
class ParameterDialog : public QDialog
{
    Q_OBJECT
public:
    using Values = QHash<QString, script::ParameterValue>;

    ParameterDialog(const QStringList &names, const Values &before, QWidget *parent = nullptr);

    Values values() const;

private:
    struct Row
    {
        QString name;
        QLineEdit *text;
        QComboBox *kind;
    };
    void addRow(const QString &name, const script::ParameterValue &before, class QGridLayout &grid);

    QList<Row> m_rows;
};

/// Each placeholder of the statements once, in their order. Pure.
QStringList parameterNames(const QStringList &statements);

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/parameterdialog.h"

#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey {

using ValueKind = script::ParameterValue::Kind;

ParameterDialog::ParameterDialog(const QStringList &names, const Values &before, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"parameters"_qs);
    setWindowTitle(tr("Parameters"));
    auto *note = new QLabel(tr("What the placeholders stand for in this run:"));
    auto *grid = new QGridLayout;
    grid->setSpacing(theme::unit);
    for (const QString &name : names)
        addRow(name, before.value(name), *grid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *run = buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    run->setObjectName(u"runWithParameters"_qs);
    run->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::unit);
    column->addWidget(note);
    column->addLayout(grid);
    column->addSpacing(theme::unit);
    column->addWidget(buttons);
    setMinimumWidth(440);
}

void ParameterDialog::addRow(const QString &name, const script::ParameterValue &before, QGridLayout &grid)
{
    auto *label = new QLabel(u':' + name);
    label->setFont(theme::monospace(font()));
    auto *text = new QLineEdit(before.text);
    text->setObjectName(u"value_"_qs + name);
    text->setAccessibleName(tr("Value of :%1").arg(name));
    label->setBuddy(text);
    auto *kind = new QComboBox;
    kind->setObjectName(u"kind_"_qs + name);
    kind->setAccessibleName(tr("Kind of :%1").arg(name));
    kind->addItem(tr("Text"), static_cast<int>(ValueKind::Text));
    kind->addItem(tr("Number"), static_cast<int>(ValueKind::Number));
    kind->addItem(tr("NULL"), static_cast<int>(ValueKind::Null));
    kind->setCurrentIndex(kind->findData(static_cast<int>(before.kind)));
    const auto showKind = [text, kind] {
        text->setEnabled(kind->currentData().toInt() != static_cast<int>(ValueKind::Null));
    };
    connect(kind, &QComboBox::currentIndexChanged, text, showKind);
    // A number is taken for one until the person says otherwise.
    const auto isChosen = std::make_shared<bool>(false);
    connect(kind, &QComboBox::activated, text, [isChosen] { *isChosen = true; });
    connect(text, &QLineEdit::textEdited, kind, [kind, isChosen](const QString &typed) {
        if (*isChosen)
            return;
        const bool isPlain = script::isNumber(typed) && !(typed.size() > 1 && typed.startsWith(u'0'));
        kind->setCurrentIndex(
            kind->findData(static_cast<int>(isPlain ? ValueKind::Number : ValueKind::Text)));
    });
    showKind();
    const auto row = static_cast<int>(m_rows.size());
    grid.addWidget(label, row, 0);
    grid.addWidget(text, row, 1);
    grid.addWidget(kind, row, 2);
    if (m_rows.isEmpty())
        text->setFocus();
    m_rows.append({name, text, kind});
}

ParameterDialog::Values ParameterDialog::values() const
{
    Values all;
    for (const Row &row : m_rows)
        all.insert(row.name, {static_cast<ValueKind>(row.kind->currentData().toInt()), row.text->text()});
    return all;
}

QStringList parameterNames(const QStringList &statements)
{
    QStringList names;
    for (const QString &statement : statements)
        for (const QString &name : script::parameters(statement))
            if (!names.contains(name))
                names.append(name);
    return names;
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace latchkey::script {

/// What a placeholder stands for, as it was typed.
struct ParameterValue
{
    enum class Kind { Text, Number, Null };

    Kind kind = Kind::Text;
    QString text;

    friend bool operator==(const ParameterValue &, const ParameterValue &) = default;
};

/// The names of the placeholders :name of a statement, each once, in their order. They are looked for outside of strings,
/// identifiers and comments; ":=", "::", labels ("here:LOOP") and times ("12:30") are none, and the body of a stored
/// program has none. Pure.
QStringList parameters(QStringView statement);

/// Whether a text is a number as SQL writes it: such a one can stand without quotes.
bool isNumber(QStringView text);

/// The value as a literal that means the same whatever sql_mode is. A Number that is none becomes a text.
QString literal(const ParameterValue &value);

/// The statement with literals in the place of the placeholders; those without a value stay.
QString withParameters(QStringView statement, const QHash<QString, ParameterValue> &values);

} // namespace latchkey::script

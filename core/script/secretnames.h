// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringView>

namespace latchkey::script {

/// Whether what has this name (upper case, without quotes) holds a password: a column, a variable, an option.
bool isSecretName(QStringView name);

/// Whether a function (upper case) is given passwords, keys, or what it digests.
bool isSecretFunction(QStringView name);

/// Whether a text can be found to hold a secret at all. False is certain, and quickly said.
bool mayHoldSecret(QStringView text);

} // namespace latchkey::script

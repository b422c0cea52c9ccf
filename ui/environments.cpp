// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/environments.h"

#include <QCoreApplication>

namespace latchkey {

EnvironmentLook lookOf(Environment environment)
{
    const auto word = [](const char *text) {
        return QCoreApplication::translate("latchkey::Environment", text);
    };
    switch (environment) {
    case Environment::Production:
        return {word(QT_TRANSLATE_NOOP("latchkey::Environment", "Production")), QStringLiteral("production"),
                theme::Colour::Production};
    case Environment::Staging:
        return {word(QT_TRANSLATE_NOOP("latchkey::Environment", "Staging")), QStringLiteral("staging"),
                theme::Colour::Staging};
    case Environment::Test:
        return {word(QT_TRANSLATE_NOOP("latchkey::Environment", "Test")), QStringLiteral("test"),
                theme::Colour::Test};
    case Environment::None:
        break;
    }
    return {};
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void registerResources()
{
    Q_INIT_RESOURCE(translations); // must stand outside of any namespace
}

namespace latchkey {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    registerResources();
    const auto install = [&](const QLocale &language, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(language, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // Asked in the reverse order: the last installed that knows a text translates it.
    install(QLocale(QLocale::English), QStringLiteral("latchkey"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("latchkey"), QStringLiteral(":/i18n"));
}

} // namespace latchkey

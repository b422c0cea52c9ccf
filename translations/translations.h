// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace latchkey {

/// Makes the program speak the locale's language where there is a translation; English else
/// (a translation too, for its plurals). Call once, after the
/// application object is made and before the first text is.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace latchkey

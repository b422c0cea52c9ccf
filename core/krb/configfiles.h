// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmconfig.h"

#include <QByteArray>

namespace latchkey::krb {

/// The paths that libkrb5 takes its configuration from, in this order: those of KRB5_CONFIG, or its own default ones.
QStringList configPaths();

/// A file of the configuration with what is in it.
struct ConfigText
{
    ConfigFile file;
    QByteArray text;
};

/// Files with those that they include, a file in front of what it includes.
struct ConfigTexts
{
    QList<ConfigText> files{};
    /// Where a file includes one that it lies in itself. libkrb5 follows such a circle until the process dies, so it must
    /// not be asked then.
    std::optional<Place> circle{};
};

/// Reads these files, and asks libkrb5 which are broken.
ConfigTexts readConfigFiles(const QStringList &paths);

/// Of `files`, the place at which libkrb5 stops reading one whose own content is broken; nothing if all are whole.
std::optional<Place> placeOfBreakage(const QList<ConfigText> &files);

/// Where a relation with this value is written; nowhere if in none of `files`.
Place placeOf(const QList<ConfigText> &files, const QStringList &names, const QString &value);

} // namespace latchkey::krb

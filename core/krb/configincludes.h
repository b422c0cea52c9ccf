// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace latchkey::krb {

/// A line of krb5.conf that brings in another file, or the files of a folder.
struct Include
{
    QByteArray path;
    bool isFolder = false;
    int line = 0; ///< from 1

    friend bool operator==(const Include &, const Include &) = default;
};

/// The include and includedir lines of a krb5.conf, which libkrb5 follows but does not tell of. They begin in the first
/// column, wherever they stand (krb5.conf(5), "Structure").
QList<Include> includesOf(QByteArrayView text);

/// libkrb5 takes the file of this name from a folder that is included: letters, digits, dashes and underscores only, or
/// something that ends in ".conf" and does not begin with a dot.
bool isIncludedName(QByteArrayView name);

} // namespace latchkey::krb

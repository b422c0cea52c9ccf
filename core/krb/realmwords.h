// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>

namespace latchkey::krb {

/// Where the sentences on realms and their configuration belong: RealmWords::tr("…").
struct RealmWords
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::krb::RealmWords)
};

} // namespace latchkey::krb

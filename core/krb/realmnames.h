// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace latchkey::krb {

/// The realms that krb5.conf has a section for, the default one first. Reads files: not for the window's thread.
Result<QStringList> realmNames();

/// What krb5.conf says; empty if it names none. Reads files.
QString defaultRealm();

} // namespace latchkey::krb

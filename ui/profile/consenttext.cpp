// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/consenttext.h"

#include "ui/importdialog.h"

namespace latchkey {

QString consentText(Risk risk)
{
    switch (risk) {
    case Risk::WeakerTls:
        return ImportDialog::tr("Take TLS that verifies less");
    case Risk::Statements:
        return ImportDialog::tr("Take statements that run when a session begins");
    case Risk::Variables:
        return ImportDialog::tr("Take session variables");
    case Risk::KerberosConfig:
        return ImportDialog::tr("Take krb5.conf files");
    case Risk::Keytab:
        return ImportDialog::tr("Take keytabs");
    case Risk::PinnedSpn:
        return ImportDialog::tr("Take other service principals than the pinned ones");
    }
    return {};
}

} // namespace latchkey

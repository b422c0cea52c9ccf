// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/error.h"

namespace latchkey {

QString codeName(Error::Code code)
{
    using Code = Error::Code;
    switch (code) {
#define LATCHKEY_NAME(name)                                                                                  \
    case Code::name:                                                                                         \
        return QStringLiteral(#name)
        LATCHKEY_NAME(Internal);
        LATCHKEY_NAME(Cancelled);
        LATCHKEY_NAME(InvalidInput);
        LATCHKEY_NAME(NotFound);
        LATCHKEY_NAME(NotSignedIn);
        LATCHKEY_NAME(TicketExpired);
        LATCHKEY_NAME(BadPassword);
        LATCHKEY_NAME(UnknownPrincipal);
        LATCHKEY_NAME(PasswordExpired);
        LATCHKEY_NAME(PasswordRefused);
        LATCHKEY_NAME(AccountLocked);
        LATCHKEY_NAME(AccountExpired);
        LATCHKEY_NAME(CertificateRefused);
        LATCHKEY_NAME(NobodyToAsk);
        LATCHKEY_NAME(KdcPolicy);
        LATCHKEY_NAME(NotRenewable);
        LATCHKEY_NAME(KeytabUnusable);
        LATCHKEY_NAME(CacheUnusable);
        LATCHKEY_NAME(KdcUnreachable);
        LATCHKEY_NAME(KdcUntrusted);
        LATCHKEY_NAME(RealmUnknown);
        LATCHKEY_NAME(ClockSkew);
        LATCHKEY_NAME(EncryptionUnsupported);
        LATCHKEY_NAME(ServiceUnknown);
        LATCHKEY_NAME(NoTrust);
        LATCHKEY_NAME(ConfigBroken);
        LATCHKEY_NAME(HostUnknown);
        LATCHKEY_NAME(ServerUnreachable);
        LATCHKEY_NAME(ServerDenied);
        LATCHKEY_NAME(RealmMismatch);
        LATCHKEY_NAME(ProtocolError);
        LATCHKEY_NAME(SessionLost);
        LATCHKEY_NAME(StatementFailed);
        LATCHKEY_NAME(TlsMissing);
        LATCHKEY_NAME(TlsUntrusted);
        LATCHKEY_NAME(TlsHostMismatch);
        LATCHKEY_NAME(TlsExpired);
        LATCHKEY_NAME(SpnRefused);
        LATCHKEY_NAME(PluginRefused);
        LATCHKEY_NAME(ServerNotProven);
        LATCHKEY_NAME(FileDamaged);
        LATCHKEY_NAME(FileInaccessible);
        LATCHKEY_NAME(KeychainAbsent);
        LATCHKEY_NAME(KeychainLocked);
        LATCHKEY_NAME(KeychainRefused);
        LATCHKEY_NAME(KeychainSilent);
        LATCHKEY_NAME(KeychainFailed);
        LATCHKEY_NAME(CommandFailed);
#undef LATCHKEY_NAME
    }
    Q_UNREACHABLE();
}

} // namespace latchkey

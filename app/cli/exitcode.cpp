// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/exitcode.h"

#include <QtGlobal>

namespace latchkey::cli {

ExitCode exitCode(Error::Code code)
{
    using Code = Error::Code;
    switch (code) {
    case Code::Internal:
    case Code::NotFound:
    case Code::NotRenewable:
    case Code::ClockSkew:
    case Code::EncryptionUnsupported:
    case Code::ProtocolError:
    case Code::StatementFailed:
    case Code::KeychainFailed:
    case Code::CommandFailed:
        return Failure;
    case Code::InvalidInput:
        return Usage;
    case Code::NotSignedIn:
    case Code::TicketExpired:
        return NotSignedIn;
    case Code::BadPassword:
    case Code::UnknownPrincipal:
    case Code::PasswordExpired:
    case Code::PasswordRefused:
    case Code::AccountLocked:
    case Code::AccountExpired:
    case Code::CertificateRefused:
    case Code::NobodyToAsk:
    case Code::KdcPolicy:
    case Code::ServiceUnknown:
    case Code::NoTrust:
    case Code::ServerDenied:
    case Code::RealmMismatch:
    case Code::KeychainLocked:
    case Code::KeychainRefused:
        return Denied;
    case Code::KdcUnreachable:
    case Code::RealmUnknown:
    case Code::HostUnknown:
    case Code::ServerUnreachable:
    case Code::SessionLost:
    case Code::KeychainAbsent:
    case Code::KeychainSilent:
        return Unreachable;
    case Code::KdcUntrusted:
    case Code::TlsMissing:
    case Code::TlsUntrusted:
    case Code::TlsHostMismatch:
    case Code::TlsExpired:
    case Code::SpnRefused:
    case Code::PluginRefused:
    case Code::ServerNotProven:
        return Refused;
    case Code::KeytabUnusable:
    case Code::CacheUnusable:
    case Code::ConfigBroken:
    case Code::FileDamaged:
    case Code::FileInaccessible:
        return BadFile;
    case Code::Cancelled:
        return Interrupted;
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::cli

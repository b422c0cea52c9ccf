// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

#include <QList>

namespace latchkey {

/// Something wrong with one field of a profile, as a sentence for the person at that field.
struct FieldProblem
{
    enum class Field {
        Name,
        Folder,
        Host,
        Port,
        Account,
        Principal,
        Keytab,
        Spn,
        KerberosConfig,
        CaFile,
        ClientCertificate,
        ClientKey,
        Timeouts,
        CharacterSet,
        TimeZone,
        Variables,
        Statements,
        Tags,
        Colour,
    };
    Field field;
    QString message;

    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

/// Everything that keeps the profile from being saved; empty if it is fine. Pure: no file and no host is looked at.
QList<FieldProblem> validate(const Profile &profile);
/// The same for a folder, which has no host.
QList<FieldProblem> validate(const Folder &folder);

/// Longer names of profiles and folders are refused.
inline constexpr qsizetype maxName = 255;

/// Characters that end lines, or turn the text behind them around so that it reads as another. No name has one.
bool isMisleading(QChar character);

} // namespace latchkey

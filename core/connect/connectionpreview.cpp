// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/connectionpreview.h"

#include "core/gss/spnpolicy.h"
#include "core/profile/formats/commandline.h"
#include "core/profile/validation.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey {

namespace {

using Field = FieldProblem::Field;

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ConnectionPreview)
};

/// "mysql/…", "mariadb/…": any host in any realm.
QString patterns()
{
    QStringList all;
    for (const std::string &serviceClass : gss::SpnPolicy().serviceClasses)
        all.append(QString::fromStdString(serviceClass) + QStringLiteral("/…"));
    return all.join(QStringLiteral("   "));
}

bool namesHost(const QString &spn)
{
    const QString host = spn.section(QLatin1Char('/'), 1).section(QLatin1Char('@'), 0, 0);
    return !spn.startsWith(QLatin1Char('/')) && !host.isEmpty();
}

void previewSpn(const Profile &profile, const QList<FieldProblem> &problems, ConnectionPreview &preview)
{
    const auto wrong = std::find_if(problems.begin(), problems.end(),
                                    [](const FieldProblem &one) { return one.field == Field::Spn; });
    if (!profile.usesTickets()) {
        preview.spnNote = PreviewText::tr("None: the login is by a database password, without a ticket.");
    } else if (wrong != problems.end()) {
        preview.spnNote = wrong->message;
    } else if (!profile.pinnedSpn.isEmpty() && !namesHost(profile.pinnedSpn)) {
        preview.spnNote = PreviewText::tr("“%1” names no host: a service principal name looks like "
                                          "mysql/db1.example.com@EXAMPLE.COM.")
                              .arg(profile.pinnedSpn);
    } else if (!profile.pinnedSpn.isEmpty()) {
        preview.spn = profile.pinnedSpn;
        preview.spnNote = PreviewText::tr("A server that names any other one gets no ticket.");
    } else {
        preview.spn = patterns();
        preview.spnNote = PreviewText::tr(
            "The server names its own; what is of another class gets no ticket. The first one "
            "that a verified certificate vouches for is remembered.");
    }
}

/// "alice, with the ticket of alice@CORP.EXAMPLE.COM"
QString identityOf(const Profile &profile)
{
    const QString &principal = profile.identity.principal;
    if (!profile.usesTickets() || principal.isEmpty())
        return profile.account;
    return profile.account.isEmpty()
               ? principal
               : PreviewText::tr("%1, with the ticket of %2").arg(profile.account, principal);
}

bool isOnlyOfNames(const FieldProblem &problem)
{
    return problem.field == Field::Name || problem.field == Field::Folder;
}

void previewCommand(const Profile &profile, const QList<FieldProblem> &problems, ConnectionPreview &preview)
{
    const auto wrong = std::find_if_not(problems.begin(), problems.end(), isOnlyOfNames);
    if (wrong != problems.end()) {
        preview.commandNote = wrong->message;
        return;
    }
    Profile alone = profile;
    alone.name.clear(); // the comment with the path is not part of the command
    alone.folder.clear();
    QList<formats::Remark> remarks;
    const QByteArray lines = formats::commandLine.write({{}, {alone}, {}}, remarks);
    preview.command = QString::fromUtf8(lines.mid(lines.indexOf('\n') + 1).trimmed());
    QStringList notes;
    for (const formats::Remark &remark : remarks)
        notes.append(remark.message);
    notes.removeDuplicates();
    preview.commandNote = notes.join(QLatin1Char(' '));
}

} // namespace

ConnectionPreview previewOf(const Profile &profile, const IdentityValues &values)
{
    ConnectionPreview preview;
    const QList<FieldProblem> problems = validate(profile);
    const Profile used = filledIn(profile, values);
    if (hasPlaceholders(profile))
        preview.identity = identityOf(used);
    previewSpn(used, problems, preview);
    previewCommand(used, problems, preview);
    return preview;
}

} // namespace latchkey

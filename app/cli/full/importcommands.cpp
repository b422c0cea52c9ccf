// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/importcommands.h"

#include "app/cli/full/awsaccount.h"
#include "app/cli/importoptions.h"
#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/base/atomicfile.h"
#include "core/connect/identityvalues.h"
#include "core/profile/chosen.h"
#include "core/profile/exporter.h"
#include "core/profile/formats/aws.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/importer.h"
#include "core/profile/profilesearch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

#include <unistd.h>

namespace latchkey::cli {

namespace {

using Action = ImportRow::Action;

/// nullptr if no format is named.
Result<const formats::Codec *> namedCodec(const Call &call, bool toWrite)
{
    if (!call.has("format"))
        return static_cast<const formats::Codec *>(nullptr);
    const formats::Codec *codec = formats::codecNamed(call.value("format").toStdString());
    if (!codec)
        return usageError(Text::tr("“%1” is no choice for --%2: use one of %3.")
                              .arg(call.value("format"), QLatin1String("format"), formatWords(toWrite)));
    return codec;
}

/// Standard input to its end, but no more than a file of connections may have.
QByteArray standardInput()
{
    QFile input;
    QByteArray bytes;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return bytes;
    while (bytes.size() <= formats::maxFile) {
        const QByteArray piece = input.read(1 << 16);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    return bytes;
}

Result<QByteArray> contentOf(const QString &file)
{
    if (file == QLatin1String("-"))
        return standardInput();
    auto content = readWhole(file, formats::maxFile);
    if (!content)
        return std::move(content).error();
    if (!*content)
        return Error{Error::Code::FileInaccessible,
                     Text::tr("There is no file “%1”. Check its name.").arg(file), QString(), 0};
    return **std::move(content);
}

QLatin1String wordOf(Action action)
{
    switch (action) {
    case Action::Create:
        return QLatin1String("create");
    case Action::Change:
        return QLatin1String("change");
    case Action::Unchanged:
        return QLatin1String("unchanged");
    case Action::Skip:
        return QLatin1String("skip");
    }
    Q_UNREACHABLE();
}

QString reasonOf(const ImportRow &row)
{
    QStringList words;
    for (const LeftOut &thing : row.leftOut)
        words.append(riskWord(thing.risk));
    words.removeDuplicates();
    return words.isEmpty() ? row.reason
                           : Text::tr("%1 Left out: %2.").arg(row.reason, words.join(QLatin1String(", ")));
}

QJsonObject described(const ImportRow &row)
{
    QJsonArray leftOut;
    for (const LeftOut &thing : row.leftOut)
        leftOut.append(QJsonObject{{QStringLiteral("risk"), riskWord(thing.risk)},
                                   {QStringLiteral("message"), thing.message}});
    return {{QStringLiteral("action"), wordOf(row.action)},
            {QStringLiteral("kind"), row.isFolder ? QStringLiteral("folder") : QStringLiteral("profile")},
            {QStringLiteral("path"), row.path},
            {QStringLiteral("reason"), row.reason},
            {QStringLiteral("fields"), QJsonArray::fromStringList(row.fields)},
            {QStringLiteral("leftOut"), leftOut}};
}

QJsonArray described(const QList<formats::Remark> &remarks)
{
    QJsonArray all;
    for (const formats::Remark &remark : remarks)
        all.append(QJsonObject{{QStringLiteral("place"), remark.place},
                               {QStringLiteral("message"), remark.message}});
    return all;
}

void noteAll(const QList<formats::Remark> &remarks)
{
    for (const formats::Remark &remark : remarks)
        note(remark.place.isEmpty() ? remark.message
                                    : QStringLiteral("%1: %2").arg(remark.place, remark.message));
}

QJsonObject described(const ImportPlan &plan, bool isDone)
{
    QJsonArray rows;
    for (const ImportRow &row : plan.rows)
        rows.append(described(row));
    QJsonObject object{{QStringLiteral("rows"), rows},
                       {QStringLiteral("remarks"), described(plan.remarks)},
                       {QStringLiteral("otherDatabases"), plan.skipped},
                       {QStringLiteral("done"), isDone}};
    for (const Action action : {Action::Create, Action::Change, Action::Unchanged, Action::Skip})
        object.insert(wordOf(action), plan.count(action));
    return object;
}

QString summaryOf(const ImportPlan &plan, bool isDone)
{
    const QString counts = Text::tr("%1 new, %2 changed, %3 as they were, %4 left out.")
                               .arg(plan.count(Action::Create))
                               .arg(plan.count(Action::Change))
                               .arg(plan.count(Action::Unchanged))
                               .arg(plan.count(Action::Skip) + plan.skipped);
    return isDone ? counts : counts + QLatin1Char(' ') + Text::tr("Nothing has been saved yet (--dry-run).");
}

/// What has not been taken for safety's sake, by the word that allows it.
void noteLeftOut(const ImportPlan &plan)
{
    QMap<QString, QString> messages;
    for (const ImportRow &row : plan.rows) {
        for (const LeftOut &thing : row.leftOut)
            messages.insert(riskWord(thing.risk), thing.message);
    }
    for (auto message = messages.begin(); message != messages.end(); ++message)
        note(Text::tr("%1 Allow it with --allow %2.").arg(message.value(), message.key()));
}

void print(const ImportPlan &plan, bool isDone, Call &call)
{
    if (call.json)
        return call.output.printJson(QJsonDocument(described(plan, isDone)));
    QList<QStringList> rows;
    for (const ImportRow &row : plan.rows) {
        if (row.action != Action::Unchanged || call.verbose)
            rows.append({wordOf(row.action), printable(row.path), printable(reasonOf(row))});
    }
    call.output.print(columns(rows));
    call.output.print(summaryOf(plan, isDone) + QLatin1Char('\n'));
    noteAll(plan.remarks);
    noteLeftOut(plan);
}

/// What the aws command says of an account.
Result<QList<formats::Source>> sourcesOfAws(Call &call)
{
    const auto documents = awsDocuments(call);
    if (!documents)
        return documents.error();
    return formats::readConnections(formats::joinedAnswers(*documents), QString(), &formats::aws);
}

Result<QList<formats::Source>> sourcesOfFile(Call &call)
{
    const auto codec = namedCodec(call, false);
    if (!codec)
        return codec.error();
    const QString file = call.names.value(0, QStringLiteral("-"));
    const auto bytes = contentOf(file);
    if (!bytes)
        return bytes.error();
    const QString path = file == QLatin1String("-") ? QString() : QFileInfo(file).absoluteFilePath();
    return formats::readConnections(*bytes, path, *codec);
}

Result<QList<formats::Source>> wantedSources(Call &call)
{
    if (!call.has("aws") && (call.has("region") || call.has("aws-profile")))
        return usageError(Text::tr("--region and --aws-profile go with --aws only."));
    if (call.has("aws") && (!call.names.isEmpty() || call.has("format")))
        return usageError(Text::tr("Give --aws or a file, not both."));
    return call.has("aws") ? sourcesOfAws(call) : sourcesOfFile(call);
}

/// The profile of that name, or all in the folder of that path.
Result<QList<QUuid>> named(const QString &name, const ProfileDocument &document)
{
    const auto profile = findProfile(document.profiles, name);
    if (profile)
        return QList<QUuid>{profile->id};
    const QStringList folder = splitPath(name);
    const QList<QUuid> ids = folder.isEmpty() ? QList<QUuid>() : chosen::profiles(document, {{}, {folder}});
    return ids.isEmpty() ? Result<QList<QUuid>>(profile.error()) : ids;
}

} // namespace

Result<> importConnections(Call &call)
{
    const auto consent = consentFrom(call.options.values(QStringLiteral("allow")));
    if (!consent)
        return consent.error();
    const auto sources = wantedSources(call);
    if (!sources)
        return sources.error();
    if (auto loaded = call.profiles.load(); !loaded)
        return loaded;
    const bool isDone = !call.has("dry-run");
    const ImportOptions options{splitPath(call.value("into")), *consent};
    auto plan = std::make_shared<ImportPlan>(planImport(call.profiles.document(), *sources, options));
    const QList<qsizetype> rows = effectiveRows(*plan);
    if (isDone && !rows.isEmpty()) {
        const auto apply = [plan, rows](ProfileDocument &document) {
            return applyImport(document, *plan, rows);
        };
        if (auto saved = call.profiles.editDocument(apply).result(); !saved)
            return saved;
    }
    print(*plan, isDone, call);
    return Ok{};
}

Result<> exportConnections(Call &call)
{
    const auto codec = namedCodec(call, true);
    if (!codec)
        return codec.error();
    if (!*codec)
        return usageError(Text::tr("Say in which format: --format with one of %1.").arg(formatWords(true)));
    const auto document = wholeDocument(call);
    if (!document)
        return document.error();
    QList<QUuid> selection;
    for (const QString &name : call.names) {
        const auto ids = named(name, *document);
        if (!ids)
            return ids.error();
        selection += *ids;
    }
    const ProfileDocument &source = call.names.isEmpty() ? call.profiles.document() : *document;
    const bool isOurs = *codec == &formats::latchkeyFile;
    const auto exported = exportProfiles(isOurs ? source : asUsed(source), selection, **codec);
    if (!exported)
        return exported.error();
    if (call.has("output")) {
        if (auto written = writeAtomically(call.value("output"), exported->bytes); !written)
            return written;
    } else {
        call.output.print(
            std::string_view(exported->bytes.constData(), static_cast<std::size_t>(exported->bytes.size())));
    }
    noteAll(exported->remarks);
    return Ok{};
}

} // namespace latchkey::cli

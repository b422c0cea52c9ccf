// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryplan.h"

#include "app/cli/text.h"

#include <unistd.h>

namespace latchkey::cli {

namespace {

using result::BinaryText;
using result::RowFormat;

constexpr quint64 mostRows = 1'000'000'000'000'000;
constexpr quint64 longestTimeout = 31'536'000; // a year
constexpr quint64 mostJobs = 256;

Error noChoice(const char *option, const QString &word, const QStringList &choices)
{
    return usageError(Text::tr("“%1” is no choice for --%2: use one of %3.")
                          .arg(word, QLatin1String(option), choices.join(QLatin1String(", "))));
}

Result<quint64> number(const Call &call, const char *option, quint64 ifAbsent, quint64 most)
{
    if (!call.has(option))
        return ifAbsent;
    bool isNumber = false;
    const quint64 given = call.value(option).toULongLong(&isNumber);
    if (!isNumber || given == 0 || given > most)
        return usageError(Text::tr("“%1” is no value for --%2: give a whole number from 1 to %3.")
                              .arg(call.value(option), QLatin1String(option))
                              .arg(most));
    return given;
}

Result<RowFormat> chosenFormat(const Call &call)
{
    const auto format = result::formatFromWord(call.value("format"));
    if (call.has("format") && !format)
        return noChoice("format", call.value("format"), result::formatWords());
    if (call.json && format && *format != RowFormat::Json && *format != RowFormat::JsonLines)
        return usageError(Text::tr("Give --json or another --format, not both."));
    if (format)
        return *format;
    if (call.json)
        return RowFormat::Json;
    return isatty(STDOUT_FILENO) && !call.has("output") ? RowFormat::Table : RowFormat::Tsv;
}

Result<std::optional<BinaryText>> binaryText(const Call &call, RowFormat format)
{
    const QString word = call.value("binary");
    const bool mayBeRaw = format == RowFormat::Tsv || format == RowFormat::Csv;
    if (!call.has("binary"))
        return std::optional<BinaryText>();
    if (word == QLatin1String("hex"))
        return std::optional(BinaryText::Hex);
    if (word == QLatin1String("base64") && format != RowFormat::Insert)
        return std::optional(BinaryText::Base64);
    if (word == QLatin1String("raw") && mayBeRaw)
        return std::optional(BinaryText::Raw);
    QStringList choices{QStringLiteral("hex")};
    if (format != RowFormat::Insert)
        choices.append(QStringLiteral("base64"));
    if (mayBeRaw)
        choices.append(QStringLiteral("raw"));
    return noChoice("binary", word, choices);
}

Result<> readNumbers(const Call &call, QueryPlan &plan)
{
    const auto maxRows = number(call, "max-rows", 0, mostRows);
    const auto timeout = number(call, "timeout", 0, longestTimeout);
    const auto jobs = number(call, "jobs", static_cast<quint64>(plan.jobs), mostJobs);
    for (const auto *one : {&maxRows, &timeout, &jobs}) {
        if (!*one)
            return one->error();
    }
    plan.maxRows = *maxRows;
    plan.timeout = std::chrono::seconds(*timeout);
    plan.jobs = static_cast<int>(*jobs);
    return Ok{};
}

/// A name is a profile, but for a "-" at the end.
Result<> checkNames(const Call &call)
{
    QStringList names = call.names;
    if (!names.isEmpty() && names.last() == QLatin1String("-"))
        names.removeLast();
    if (call.has("profiles") && !names.isEmpty())
        return usageError(Text::tr("Name a profile or give --profiles, not both."));
    if (!call.has("profiles") && names.size() != 1)
        return usageError(Text::tr("Name the profile to run on, or give --profiles with a pattern."));
    if (call.has("profiles") && call.has("password-stdin"))
        return usageError(
            Text::tr("With --profiles there is no --password-stdin: it is one password for many. Have "
                     "the keychain remember them, or sign in with Kerberos."));
    return Ok{};
}

} // namespace

Result<QueryPlan> queryPlan(const Call &call)
{
    QueryPlan plan;
    if (auto checked = checkNames(call); !checked)
        return checked.error();
    if (auto read = readNumbers(call, plan); !read)
        return read.error();
    const auto format = chosenFormat(call);
    if (!format)
        return format.error();
    const auto binary = binaryText(call, *format);
    if (!binary)
        return binary.error();
    plan.format = *format;
    plan.options.binary = *binary;
    plan.options.header = !call.has("no-header");
    plan.options.formulaGuard = !call.has("no-formula-guard");
    if (call.has("null"))
        plan.options.null = QLatin1String("") + call.value("null");
    plan.options.byteOrderMark = call.has("bom");
    plan.options.table = call.value("table");
    plan.output = call.value("output");
    plan.readOnly = call.has("read-only");
    plan.keepGoing = call.has("keep-going");
    plan.showWarnings = call.has("show-warnings");
    plan.profiles = call.options.values(QStringLiteral("profiles"));
    return plan;
}

} // namespace latchkey::cli

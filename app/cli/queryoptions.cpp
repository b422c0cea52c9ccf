// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/queryoptions.h"

#include "app/cli/text.h"

namespace latchkey::cli {

namespace {

QCommandLineOption withValue(const char *name, const QString &description, const char *value)
{
    return {QLatin1String(name), description, QLatin1String(value)};
}

QList<QCommandLineOption> scriptOptions()
{
    return {
        {{QStringLiteral("e"), QStringLiteral("execute")},
         Text::tr("What to run: one statement or several with semicolons between them. May be repeated."),
         QStringLiteral("SQL")},
        withValue(
            "file",
            Text::tr("Run the statements of a file; “-” is standard input, which is also read if nothing "
                     "else is given and it is no terminal. May be repeated."),
            "FILE"),
        withValue(
            "param",
            Text::tr("A text in the place of :NAME in the statements. May be repeated; then every :NAME "
                     "needs one."),
            "NAME=TEXT"),
        {QStringLiteral("keep-going"),
         Text::tr("Go on behind a statement that failed; the exit code still says so.")},
        {QStringLiteral("show-warnings"), Text::tr("Say the server’s warnings on standard error.")},
        withValue("max-rows", Text::tr("Print at most this many rows of each result."), "N"),
        withValue("timeout", Text::tr("Kill a statement that takes longer, and end."), "SECONDS"),
        {QStringLiteral("read-only"),
         Text::tr("Send nothing that may write, and have the server refuse to write.")},
    };
}

QList<QCommandLineOption> outputOptions()
{
    return {
        withValue(
            "format",
            Text::tr(
                "table, tsv, csv, json, jsonl, markdown or insert; table on a terminal and tsv elsewhere "
                "if not given."),
            "FORMAT"),
        withValue(
            "output",
            Text::tr("Write to a file, which is under this name only once it is complete; what broke off "
                     "is left as FILE.partial."),
            "FILE"),
        {QStringLiteral("no-header"), Text::tr("Print no line with the columns’ names.")},
        {QStringLiteral("no-formula-guard"),
         Text::tr("CSV: leave texts that a spreadsheet takes for formulas as they are.")},
        withValue("null", Text::tr("TSV and CSV: what stands for NULL."), "TEXT"),
        withValue("binary",
                  Text::tr("Print the bytes of binary columns as they are (raw), as hex or as base64."),
                  "WORD"),
        {QStringLiteral("bom"), Text::tr("CSV and TSV: begin with a byte order mark, as Excel wants it.")},
        withValue("table", Text::tr("insert: the table’s name; that of the columns if not given."), "NAME"),
    };
}

} // namespace

QList<QCommandLineOption> queryOptions()
{
    return scriptOptions() + outputOptions()
           + QList<QCommandLineOption>{
               withValue(
                   "profiles",
                   Text::tr("Run on every profile whose path matches, such as 'prod/*'; the first column of "
                            "each row says which. May be repeated."),
                   "GLOB"),
               withValue("jobs", Text::tr("With --profiles: on how many at once; 8 if not given."), "N"),
               {QStringLiteral("password-stdin"),
                Text::tr(
                    "Read the password of a profile with a password from the first line of standard input.")},
               {QStringLiteral("remember"),
                Text::tr(
                    "Ask for the password, and have the desktop’s keychain remember it once it has worked.")},
           };
}

} // namespace latchkey::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/profileoptions.h"

#include "app/cli/text.h"
#include "core/krb/duration.h"
#include "core/profile/profiledocument.h"
#include "core/profile/profilefields.h"
#include "core/profile/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <string_view>

namespace latchkey::cli {

namespace {

/// What can be typed for a field.
enum class Form {
    Text,
    File,
    Port,
    Duration,
    Choice,
    List, ///< given once for each element
    Map, ///< NAME=VALUE, given once for each; NAME= takes one out
};

struct Option
{
    const char *name;
    std::string_view field; ///< as files call it
    Form form;
    const char *value; ///< what stands for it in the help
    const char *help;
    QStringList (*words)() = nullptr; ///< of a Choice
};

constexpr std::array settings{
    Option{"host", "host", Form::Text, "HOST",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Host name or address of the server.")},
    Option{"port", "port", Form::Port, "PORT",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Port of the server; 3306 if not given.")},
    Option{"endpoint", "endpoint", Form::Choice, "WORD",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Which of a cluster’s endpoints it is: %1."),
           wordsOf<Endpoint>},
    Option{"user", "account", Form::Text, "USER",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "Database user; the user part of the principal if not given.")},
    Option{
        "principal", "principal", Form::Text, "PRINCIPAL",
        QT_TRANSLATE_NOOP("latchkey::cli::Text", "Whose ticket is used; whoever is signed in if not given.")},
    Option{"keytab", "keytab", Form::File, "FILE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Keytab that signs the principal in.")},
    Option{"cache", "cache", Form::Choice, "POLICY",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Which credential cache is used: %1."),
           wordsOf<CachePolicy>},
    Option{"krb5-config", "kerberosConfig", Form::File, "FILE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "A krb5.conf that goes before the others.")},
    Option{"auth", "authentication", Form::Choice, "METHOD",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "How the account proves who it is: %1. Aurora and MySQL use "
                             "kerberos, MariaDB uses gssapi."),
           wordsOf<Authentication>},
    Option{"spn", "spn", Form::Text, "SPN",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "The only service principal name that is accepted.")},
    Option{"tls", "tls", Form::Choice, "POLICY",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "What is demanded of the server’s certificate: %1."),
           wordsOf<TlsPolicy>},
    Option{"tls-version", "minimumTls", Form::Choice, "VERSION",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "The oldest TLS that is accepted: %1."),
           wordsOf<TlsVersion>},
    Option{
        "ca", "caFile", Form::File, "FILE",
        QT_TRANSLATE_NOOP("latchkey::cli::Text", "Authorities that certificates are verified with (PEM).")},
    Option{"client-certificate", "clientCertificate", Form::File, "FILE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Certificate to show to the server (PEM).")},
    Option{"client-key", "clientKey", Form::File, "FILE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Key of that certificate (PEM).")},
    Option{"schema", "schema", Form::Text, "SCHEMA",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Default schema.")},
    Option{"connect-timeout", "connectTimeout", Form::Duration, "DURATION",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "How long connecting may take: 10s, 1m; 0: no limit.")},
    Option{"answer-timeout", "answerTimeout", Form::Duration, "DURATION",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "How long the server may be silent while a statement runs, "
                             "before the session is closed; 0: no limit.")},
    Option{"keep-alive", "keepAlive", Form::Duration, "DURATION",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "How long a session may be idle before the server is asked for "
                             "a sign of life; 0: never.")},
    Option{"idle-close", "idleClose", Form::Duration, "DURATION",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "How long a session may be idle before it is closed; 0: never.")},
    Option{"charset", "characterSet", Form::Text, "CHARSET",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "Character set that literals have on the server; utf8mb4 if not given.")},
    Option{"time-zone", "timeZone", Form::Text, "ZONE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "The session’s time zone: +01:00, Europe/Berlin; the server’s if not given.")},
    Option{"variable", "variables", Form::Map, "NAME=VALUE",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "A session variable to set; repeat it for more. NAME= takes "
                             "one out of the profile.")},
    Option{"statement", "statements", Form::List, "SQL",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "A statement that sessions begin with; repeat it for more, in order.")},
    Option{"environment", "environment", Form::Choice, "WORD",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "How careful to be: %1."), wordsOf<Environment>},
    Option{"guard", "guard", Form::Choice, "WORD",
           QT_TRANSLATE_NOOP("latchkey::cli::Text",
                             "Whether the window asks before statements that may write: %1."),
           wordsOf<Guard>},
    Option{"colour", "colour", Form::Text, "COLOUR",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Colour of the profile, #rrggbb.")},
    Option{"tag", "tags", Form::List, "TAG",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "A tag of the profile; repeat it for more.")},
    Option{"notes", "notes", Form::Text, "TEXT",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Whatever should be remembered.")},
};

/// A pair of options for a field that is true or false.
struct Switch
{
    const char *yes;
    const char *no;
    std::string_view field;
    const char *yesHelp;
    const char *noHelp;
};

constexpr std::array switches{
    Switch{"read-only", "read-write", "readOnly",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Sessions cannot write."),
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "Sessions can write.")},
    Switch{"favourite", "no-favourite", "favourite",
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "The profile is one of the favourites."),
           QT_TRANSLATE_NOOP("latchkey::cli::Text", "The profile is none of the favourites.")},
};

/// A place typed by the user, whole: profiles are used from any folder.
QString absolute(const QString &path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

Error noSuchValue(const Option &option, const QString &text, const QString &reason)
{
    return usageError(
        Text::tr("“%1” is no value for --%2: %3.").arg(text, QLatin1String(option.name), reason));
}

Result<QJsonValue> portValue(const Option &option, const QString &text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    if (!isNumber || port == 0)
        return usageError(Text::tr("“%1” is no port: --%2 wants a number from 1 to 65535.")
                              .arg(text, QLatin1String(option.name)));
    return QJsonValue(int{port});
}

Result<QJsonValue> choiceValue(const Option &option, const QString &text)
{
    const QStringList words = option.words();
    if (!words.contains(text))
        return usageError(Text::tr("“%1” is no choice for --%2: use one of %3.")
                              .arg(text, QLatin1String(option.name), words.join(QStringLiteral(", "))));
    return QJsonValue(text);
}

Result<QJsonValue> durationValue(const QString &text)
{
    const auto duration = krb::parseDuration(text);
    if (!duration)
        return usageError(duration.error().message);
    return QJsonValue(qint64{duration->count()});
}

Result<QJsonValue> listValue(const QStringList &texts)
{
    QJsonArray elements;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            elements.append(text);
    }
    return QJsonValue(elements);
}

Result<QJsonValue> mapValue(const Option &option, const QStringList &texts, QJsonObject members)
{
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals < 1)
            return usageError(Text::tr("“%1” is no value for --%2: write it as %3.")
                                  .arg(text, QLatin1String(option.name), QLatin1String(option.value)));
        const QString value = text.sliced(equals + 1);
        if (value.isEmpty())
            members.remove(text.first(equals));
        else
            members.insert(text.first(equals), value);
    }
    return QJsonValue(members);
}

/// What was typed, as files have it. `now`: the field's value.
Result<QJsonValue> typedValue(const Option &option, const QStringList &texts, const QJsonValue &now)
{
    const QString &text = texts.last();
    switch (option.form) {
    case Form::Text:
        break;
    case Form::File:
        return QJsonValue(absolute(text));
    case Form::Port:
        return portValue(option, text);
    case Form::Duration:
        return durationValue(text);
    case Form::Choice:
        return choiceValue(option, text);
    case Form::List:
        return listValue(texts);
    case Form::Map:
        return mapValue(option, texts, now.toObject());
    }
    return QJsonValue(text);
}

Result<> apply(Profile &profile, const Option &option, const QStringList &texts)
{
    const ProfileField &field = *profileField(option.field);
    if (texts.last().isEmpty() && option.form != Form::List) {
        field.copy(profile, blankProfile());
        return Ok{};
    }
    const auto value = typedValue(option, texts, field.write(profile));
    if (!value)
        return value.error();
    QByteArray json = QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact);
    json = json.sliced(1, json.size() - 2); // a document is an array or an object
    JsonReader reader(json);
    field.read(reader, profile);
    return reader.failed() ? Result<>(noSuchValue(option, texts.last(), reader.reason())) : Ok{};
}

Result<> apply(Profile &profile, const Switch &option, const Call &call)
{
    const bool yes = call.has(option.yes);
    if (!yes && !call.has(option.no))
        return Ok{};
    if (yes && call.has(option.no))
        return usageError(Text::tr("Give --%1 or --%2, not both.")
                              .arg(QLatin1String(option.yes), QLatin1String(option.no)));
    const QByteArrayView json = yes ? "true" : "false";
    JsonReader reader(json);
    profileField(option.field)->read(reader, profile);
    return Ok{};
}

/// The field that the option of this name sets; nullptr if there is no such option.
const ProfileField *fieldOfOption(const QString &name)
{
    for (const Option &option : settings) {
        if (name == QLatin1String(option.name))
            return profileField(option.field);
    }
    for (const Switch &option : switches) {
        if (name == QLatin1String(option.yes) || name == QLatin1String(option.no))
            return profileField(option.field);
    }
    return nullptr;
}

QString helpOf(const Option &option)
{
    const QString help = Text::tr(option.help);
    return option.words ? help.arg(option.words().join(QStringLiteral(", "))) : help;
}

} // namespace

QList<QCommandLineOption> profileOptions()
{
    QList<QCommandLineOption> options;
    for (const Option &option : settings)
        options.append({QString::fromLatin1(option.name), helpOf(option), QString::fromLatin1(option.value)});
    for (const Switch &option : switches) {
        options.append({QString::fromLatin1(option.yes), Text::tr(option.yesHelp)});
        options.append({QString::fromLatin1(option.no), Text::tr(option.noHelp)});
    }
    return options;
}

QCommandLineOption inheritOption()
{
    return {QStringLiteral("inherit"),
            Text::tr("Say of OPTION (as port, tls, read-only) what the folder says; repeat it for more."),
            QStringLiteral("OPTION")};
}

Result<> applyInheriting(Profile &profile, const Profile &inherited, const Call &call)
{
    for (const QString &name : call.options.values(QStringLiteral("inherit"))) {
        const ProfileField *field = fieldOfOption(name);
        if (!field || !field->isInherited)
            return usageError(
                Text::tr("“%1” is nothing that is inherited from a folder. Give --inherit the name of "
                         "an option without its dashes, as in “--inherit port”.")
                    .arg(name));
        field->copy(profile, inherited);
    }
    return Ok{};
}

Result<> applyProfileOptions(Profile &profile, const Call &call)
{
    for (const Option &option : settings) {
        const QStringList texts = call.options.values(QLatin1String(option.name));
        if (texts.isEmpty())
            continue;
        if (auto applied = apply(profile, option, texts); !applied)
            return applied;
    }
    for (const Switch &option : switches) {
        if (auto applied = apply(profile, option, call); !applied)
            return applied;
    }
    return Ok{};
}

} // namespace latchkey::cli

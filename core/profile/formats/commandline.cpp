// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/commandline.h"

#include "core/profile/formats/clientoptions.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/pathcomment.h"
#include "core/profile/formats/shellwords.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/formats/writtenoptions.h"
#include "core/profile/profilewords.h"

#include <algorithm>
#include <array>

namespace latchkey::formats {

namespace {

/// What one letter stands for. An empty name: it says nothing about the connection.
struct Letter
{
    char letter;
    const char *name;
    bool takesValue; ///< in the same word or the next one
};

constexpr std::array lettersWithMeaning{
    Letter{'h', "host", true},      Letter{'P', "port", true},   Letter{'u', "user", true},
    Letter{'D', "database", true},  Letter{'S', "socket", true}, Letter{'e', "execute", true},
    Letter{'C', "compress", false}, Letter{'W', "pipe", false},
};

/// Long options whose value may be the next word; those with an optional value (password, ssl, pager) are not here.
constexpr std::array optionsWithValue{
    "host",
    "port",
    "user",
    "database",
    "socket",
    "execute",
    "protocol",
    "ssl-ca",
    "ssl-capath",
    "ssl-cert",
    "ssl-cipher",
    "ssl-crl",
    "ssl-crlpath",
    "ssl-key",
    "ssl-mode",
    "tls-version",
    "tls-ciphersuites",
    "default-auth",
    "plugin-dir",
    "plugin-authentication-kerberos-client-mode",
    "connect-timeout",
    "default-character-set",
    "character-sets-dir",
    "init-command",
    "init-command-add",
    "delimiter",
    "prompt",
    "tee",
    "defaults-file",
    "defaults-extra-file",
    "defaults-group-suffix",
    "login-path",
    "max-allowed-packet",
    "net-buffer-length",
    "select-limit",
    "max-join-size",
    "server-public-key-path",
    "load-data-local-dir",
    "bind-address",
    "zstd-compression-level",
    "compression-algorithms",
};

bool takesValue(QString name)
{
    name.replace(QLatin1Char('_'), QLatin1Char('-'));
    return std::any_of(optionsWithValue.begin(), optionsWithValue.end(),
                       [&name](auto known) { return name == QLatin1String(known); });
}

/// Whether it is an assignment before a command: NAME=value.
bool isAssignment(const QString &word)
{
    const qsizetype equal = word.indexOf(QLatin1Char('='));
    return equal > 0 && std::all_of(word.begin(), word.begin() + equal, [](QChar character) {
               return character.isLetterOrNumber() || character == QLatin1Char('_');
           });
}

bool isClient(const QString &word)
{
    const qsizetype slash = std::max(word.lastIndexOf(QLatin1Char('/')), word.lastIndexOf(QLatin1Char('\\')));
    QString name = word.sliced(slash + 1).toLower();
    if (name.endsWith(QLatin1String(".exe")))
        name.chop(4);
    return name == QLatin1String("mysql") || name == QLatin1String("mariadb");
}

/// One command's options.
class CommandReading
{
public:
    CommandReading(const ShellCommand &command, Gathering &found)
        : m_command(command), m_found(found), m_place(atLine(command.line))
    { }

    /// Whether it is a client at all: behind a prompt, assignments, or "sudo".
    bool findProgram()
    {
        for (; m_at < m_command.words.size(); ++m_at) {
            const QString &word = m_command.words[m_at];
            if (isClient(word))
                return true;
            const bool isPrompt = word.endsWith(QLatin1Char('$')) || word.endsWith(QLatin1Char('%'));
            const bool isBefore = word == QLatin1String("sudo") || word == QLatin1String("exec")
                                  || word == QLatin1String("env") || word == QLatin1String("command")
                                  || word == QLatin1String("time");
            if (isAssignment(word))
                m_hasVariables = true;
            else if (!isBefore && !(isPrompt && m_at == 0))
                return false;
        }
        return false;
    }

    void read()
    {
        if (m_command.isUnclosed || m_command.needsShell)
            return m_found.remark(
                m_place,
                m_command.isUnclosed
                    ? ProfileWords::tr("A quote in the command is not closed, so it has been left out.")
                    : ProfileWords::tr("The command has variables or other commands in it. Latchkey runs "
                                       "nothing, so it has been left out. Replace them by their "
                                       "values."));
        if (m_hasVariables)
            m_found.remark(m_place,
                           ProfileWords::tr("Variables set before the command have not been taken."));
        for (++m_at; m_at < m_command.words.size(); ++m_at)
            readWord(m_command.words[m_at]);
        finish();
    }

private:
    void readWord(const QString &word)
    {
        if (m_onlyPlain || !word.startsWith(QLatin1Char('-')) || word.size() == 1)
            readPlain(word);
        else if (word == QLatin1String("--"))
            m_onlyPlain = true;
        else if (word.startsWith(QLatin1String("--")))
            readLong(word.sliced(2));
        else
            readLetters(word);
    }

    void readPlain(const QString &word)
    {
        if (!m_hasSchema)
            set(QStringLiteral("database"), word);
        else
            m_found.remark(
                m_place,
                ProfileWords::tr("There is more than one database in the command; the first one has been "
                                 "taken. If there is a space in a value, put it in quotes."));
        m_hasSchema = true;
    }

    void readLong(const QString &word)
    {
        const qsizetype equal = word.indexOf(QLatin1Char('='));
        const QString name = equal < 0 ? word : word.first(equal);
        if (equal >= 0)
            set(name, word.sliced(equal + 1));
        else if (takesValue(name) && m_at + 1 < m_command.words.size())
            set(name, m_command.words[++m_at]);
        else
            set(name, std::nullopt);
    }

    void readLetters(const QString &word)
    {
        for (qsizetype at = 1; at < word.size(); ++at) {
            const QChar letter = word.at(at);
            if (letter == QLatin1Char('p')) // the rest is the password
                return set(QStringLiteral("password"), word.sliced(at + 1));
            const auto known =
                std::find_if(lettersWithMeaning.begin(), lettersWithMeaning.end(),
                             [letter](auto &one) { return letter == QLatin1Char(one.letter); });
            if (known == lettersWithMeaning.end())
                continue; // how results look
            const QString name = QLatin1String(known->name);
            if (!known->takesValue) {
                set(name, std::nullopt);
            } else if (at + 1 < word.size()) {
                return set(name, word.sliced(at + 1));
            } else if (m_at + 1 < m_command.words.size()) {
                return set(name, m_command.words[++m_at]);
            }
        }
    }

    void set(const QString &name, const std::optional<QString> &value)
    {
        if (name == QLatin1String("execute"))
            return m_found.remark(m_place,
                                  ProfileWords::tr("The statements to execute have not been taken."));
        if (name.startsWith(QLatin1String("defaults-")) || name == QLatin1String("login-path"))
            m_found.remark(m_place,
                           ProfileWords::tr("The command takes more from an option file, which has not "
                                            "been read. Import that file too."));
        m_hasSchema |= name == QLatin1String("database");
        m_options.set(name, value, m_place, m_found.remarks());
    }

    void finish()
    {
        Profile profile = blankProfile();
        m_options.applyTo(profile, m_found.remarks());
        const auto path = pathFromComment(m_command.comment);
        QString identifier =
            QStringLiteral("%1@%2:%3/%4")
                .arg(profile.account, profile.host, QString::number(profile.port), profile.schema);
        if (path) {
            setPath(profile, *path);
            identifier = profile.path();
        }
        m_found.add(std::move(profile), identifier, m_place, m_options.unsaid());
    }

    const ShellCommand &m_command;
    Gathering &m_found;
    QString m_place;
    std::size_t m_at = 0;
    ClientOptions m_options;
    bool m_hasVariables = false;
    bool m_hasSchema = false;
    bool m_onlyPlain = false; ///< after "--"
};

Result<Content> readCommandLine(QByteArrayView text, const QString & /*file*/)
{
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    Gathering found(QStringLiteral("commandline"));
    for (const ShellCommand &command : shellCommands(*plain)) {
        if (found.remarks().isFull())
            break;
        CommandReading reading(command, found);
        if (reading.findProgram())
            reading.read();
        else
            found.skip();
    }
    return found.take();
}

bool recognisesCommandLine(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    Gathering none{QString()};
    for (const ShellCommand &command : shellCommands(beginning)) {
        if (CommandReading(command, none).findProgram())
            return true;
    }
    return false;
}

void appendCommand(QByteArray &text, const Profile &profile, Remarks &remarks)
{
    tellOfPath(profile, remarks);
    text += pathComment(profile) + '\n';
    text += profile.authentication == Authentication::Gssapi ? "mariadb" : "mysql";
    for (const WrittenOption &option : optionsOf(profile, remarks)) {
        if (option.value && (!canBeText(*option.value) || option.value->contains(QLatin1Char('\r')))) {
            remarks.add(atConnection(profile.path(), option.name),
                        ProfileWords::tr("It has characters that a command cannot hold, so it has been left "
                                         "out."));
            continue;
        }
        const QString word =
            QLatin1String("--") + option.name + (option.value ? QLatin1Char('=') + *option.value : QString());
        text += ' ' + shellQuoted(word.toUtf8());
    }
    text += '\n';
}

QByteArray writeCommandLine(const ProfileDocument &document, QList<Remark> &remarks)
{
    QByteArray text;
    Remarks found;
    for (const Profile &profile : document.profiles)
        appendCommand(text, profile, found);
    remarks += found.take();
    return text;
}

} // namespace

const Codec commandLine{
    .word = "commandline",
    .name = "mysql command line",
    .held = fieldsOfOptions,
    .recognises = recognisesCommandLine,
    .read = readCommandLine,
    .write = writeCommandLine,
};

} // namespace latchkey::formats

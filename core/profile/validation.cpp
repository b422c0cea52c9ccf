// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/validation.h"

#include "core/profile/placeholders.h"
#include "core/profile/profilewords.h"

#include <algorithm>

namespace latchkey {

namespace {

using Field = FieldProblem::Field;

constexpr qsizetype maxHost = 253; // RFC 1035, 2.3.4
constexpr qsizetype maxAccount = 128; // MariaDB; MySQL allows 32
constexpr qsizetype maxPrincipal = 1024;
constexpr qsizetype maxVariable = 64; // MySQL's and MariaDB's identifiers
constexpr std::chrono::seconds maxTime = std::chrono::hours(7 * 24);

bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(), isMisleading) && text.isValidUtf16();
}

bool hasSpace(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) { return character.isSpace(); });
}

bool isWord(const QString &text)
{
    return isPlain(text) && !hasSpace(text);
}

bool isGoodPart(const QString &part)
{
    return !part.trimmed().isEmpty() && part.size() <= maxName && isPlain(part);
}

bool isAddressCharacter(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'f') || (code >= 'A' && code <= 'F')
           || code == ':' || code == '.';
}

// IPv6, perhaps in brackets, perhaps with a scope (RFC 4007, 11).
bool isIpv6(QString text)
{
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        text = text.sliced(1, text.size() - 2);
    const QString address = text.section(QLatin1Char('%'), 0, 0);
    return address.count(QLatin1Char(':')) >= 2
           && std::all_of(address.begin(), address.end(), isAddressCharacter);
}

bool isHostName(const QString &text)
{
    const auto isAllowed = [](QChar character) {
        return character.isLetterOrNumber() || character.isMark() || character == QLatin1Char('-')
               || character == QLatin1Char('.') || character == QLatin1Char('_');
    };
    return !text.startsWith(QLatin1Char('-')) && !text.startsWith(QLatin1Char('.'))
           && std::all_of(text.begin(), text.end(), isAllowed);
}

/// The realm's "@" of a principal: not the escaped ones (krb5_parse_name).
qsizetype realmSeparators(const QString &principal)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < principal.size(); ++at) {
        if (principal.at(at) == QLatin1Char('\\'))
            ++at;
        else if (principal.at(at) == QLatin1Char('@'))
            ++count;
    }
    return count;
}

bool isPrincipal(const QString &text)
{
    return isPlain(text) && text.size() <= maxPrincipal && !text.startsWith(QLatin1Char('@'))
           && !text.endsWith(QLatin1Char('@')) && realmSeparators(text) <= 1;
}

bool isAbsolutePath(const QString &text)
{
    return text.startsWith(QLatin1Char('/')) && !text.contains(QChar(0));
}

bool isColour(const QString &text)
{
    const auto isHexDigit = [](QChar character) {
        return character.unicode() != ':' && isAddressCharacter(character) && character.unicode() != '.';
    };
    return text.size() == 7 && text.startsWith(QLatin1Char('#'))
           && std::all_of(text.begin() + 1, text.end(), isHexDigit);
}

/// Collects what is wrong.
class Findings
{
public:
    void unless(bool fine, Field field, const char *message)
    {
        if (!fine)
            m_problems.append({field, ProfileWords::tr(message)});
    }
    QList<FieldProblem> take() { return std::move(m_problems); }

private:
    QList<FieldProblem> m_problems;
};

void checkNames(const Profile &profile, Findings &findings)
{
    findings.unless(
        isGoodPart(profile.name), Field::Name,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "The profile needs a name of at most 255 characters, in one line and without "
                          "control characters."));
    findings.unless(
        std::all_of(profile.folder.begin(), profile.folder.end(), isGoodPart), Field::Folder,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Each folder needs a name of at most 255 characters, in one line and without "
                          "control characters."));
}

void checkHost(const Profile &profile, Findings &findings)
{
    const QString &host = profile.host;
    findings.unless(
        !host.isEmpty() && host.size() <= maxHost && (isHostName(host) || isIpv6(host)), Field::Host,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Enter the server's host name or IP address alone, such as db1.example.com; the "
                          "port has a field of its own."));
}

void checkDatabase(const Profile &profile, Findings &findings)
{
    findings.unless(profile.port != 0, Field::Port,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords", "The port is a number from 1 to 65535."));
    findings.unless(
        isPlain(profile.account) && profile.account.size() <= maxAccount, Field::Account,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "A database user has at most 128 characters and no control characters."));
}

void checkPlaceholders(const Profile &profile, Findings &findings)
{
    for (const auto &[field, text] :
         {std::pair(Field::Account, profile.account), std::pair(Field::Principal, profile.identity.principal),
          std::pair(Field::Keytab, profile.identity.keytab)})
        findings.unless(areKnownPlaceholders(text), field,
                        QT_TRANSLATE_NOOP(
                            "latchkey::ProfileWords",
                            "Of placeholders there are two: ${USER}, who is logged in on this computer, and "
                            "${REALM}, krb5.conf's default realm."));
}

void checkIdentity(const Profile &profile, Findings &findings)
{
    const Identity &identity = profile.identity;
    checkPlaceholders(profile, findings);
    findings.unless(
        isPrincipal(identity.principal), Field::Principal,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "A principal looks like alice@EXAMPLE.COM. Leave it empty to connect as whoever "
                          "is signed in."));
    findings.unless(identity.keytab.isEmpty() || isAbsolutePath(identity.keytab), Field::Keytab,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "Enter the keytab's whole path, from the root folder on."));
    findings.unless(
        identity.keytab.isEmpty() || !identity.principal.isEmpty(), Field::Principal,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "A keytab may hold keys of several principals: enter the one to sign in as."));
    findings.unless(
        isWord(profile.pinnedSpn) && profile.pinnedSpn.size() <= maxPrincipal, Field::Spn,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "A service principal name looks like mysql/db1.example.com@EXAMPLE.COM. Leave it "
                          "empty to have the first verified login fill it in."));
}

void checkTls(const TlsFiles &files, Findings &findings)
{
    const auto isFine = [](const QString &file) { return file.isEmpty() || isAbsolutePath(file); };
    findings.unless(
        isFine(files.authorities), Field::CaFile,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Enter the whole path of the CA file, from the root folder on. Leave it empty to "
                          "trust the system's authorities."));
    findings.unless(isFine(files.certificate), Field::ClientCertificate,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "Enter the certificate's whole path, from the root folder on."));
    findings.unless(
        isFine(files.key), Field::ClientKey,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords", "Enter the key's whole path, from the root folder on."));
    findings.unless(files.certificate.isEmpty() == files.key.isEmpty(),
                    files.key.isEmpty() ? Field::ClientKey : Field::ClientCertificate,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "A client certificate and its key are needed together, or none."));
}

bool isTime(std::chrono::seconds time)
{
    return time >= std::chrono::seconds(0) && time <= maxTime;
}

bool isVariableName(const QString &name)
{
    const auto isAllowed = [](QChar character) {
        return character.unicode() < 0x80 && (character.isLetterOrNumber() || character == QLatin1Char('_'));
    };
    return !name.isEmpty() && name.size() <= maxVariable && std::all_of(name.begin(), name.end(), isAllowed);
}

void checkSession(const Profile &profile, Findings &findings)
{
    const Timeouts &times = profile.timeouts;
    findings.unless(
        isTime(times.connect) && isTime(times.answer) && isTime(times.keepAlive) && isTime(times.idleClose),
        Field::Timeouts, QT_TRANSLATE_NOOP("latchkey::ProfileWords", "A time limit is at most a week."));
    const SessionSetup &session = profile.session;
    findings.unless(
        session.characterSet.isEmpty() || isVariableName(session.characterSet), Field::CharacterSet,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords", "A character set is a word such as utf8mb4 or latin1."));
    findings.unless(
        isPlain(session.timeZone) && session.timeZone.size() <= maxVariable, Field::TimeZone,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "A time zone is written +01:00 or Europe/Berlin, as the server knows it."));
    const QStringList names = session.variables.keys();
    findings.unless(std::all_of(names.begin(), names.end(), isVariableName), Field::Variables,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "A session variable's name has letters, digits and underscores only."));
    const auto isStatement = [](const QString &text) { return !text.trimmed().isEmpty(); };
    findings.unless(std::all_of(session.statements.begin(), session.statements.end(), isStatement),
                    Field::Statements,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords", "A statement to begin with is empty."));
}

void checkLook(const Profile &profile, Findings &findings)
{
    findings.unless(std::all_of(profile.tags.begin(), profile.tags.end(), isGoodPart), Field::Tags,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "A tag is a text of at most 255 characters, in one line."));
    findings.unless(
        profile.colour.isEmpty() || isColour(profile.colour), Field::Colour,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords", "A colour is written #rrggbb, such as #c0392b."));
}

void checkSettings(const Profile &profile, Findings &findings)
{
    checkIdentity(profile, findings);
    findings.unless(profile.kerberosConfig.isEmpty() || isAbsolutePath(profile.kerberosConfig),
                    Field::KerberosConfig,
                    QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                      "Enter the whole path of the krb5.conf, from the root folder on."));
    checkTls(profile.tlsFiles, findings);
    checkSession(profile, findings);
    checkLook(profile, findings);
}

} // namespace

bool isMisleading(QChar character)
{
    const char16_t code = character.unicode();
    return character.category() == QChar::Other_Control || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2066 && code <= 0x2069);
}

QList<FieldProblem> validate(const Profile &profile)
{
    Findings findings;
    checkNames(profile, findings);
    checkHost(profile, findings);
    checkDatabase(profile, findings);
    checkSettings(profile, findings);
    return findings.take();
}

QList<FieldProblem> validate(const Folder &folder)
{
    Findings findings;
    checkNames(folder.settings, findings);
    checkDatabase(folder.settings, findings);
    checkSettings(folder.settings, findings);
    return findings.take();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/uri.h"

#include "core/profile/formats/clientoptions.h"
#include "core/profile/formats/connectionuri.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/jdbcoptions.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/pathcomment.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/formats/writtenoptions.h"
#include "core/profile/profilewords.h"

#include <algorithm>

namespace latchkey::formats {

namespace {

/// Without those of fieldsOfOptions that a URI's parameters have no name for.
constexpr std::array<std::string_view, 10> fieldsOfUris{
    "port",   "account",           "schema",    "authentication", "tls", "minimumTls",
    "caFile", "clientCertificate", "clientKey", "connectTimeout",
};

/// MySQL Shell's names that differ from the client programs'.
struct Alias
{
    const char *parameter;
    const char *option;
};

constexpr std::array aliases{
    Alias{"auth-method", "default-auth"},
    Alias{"tls-versions", "tls-version"},
    Alias{"mysql-plugin-dir", "plugin-dir"},
    Alias{"compression", "compress"},
};

/// What surrounds a URI where it is copied from: quotes, a comma, angle brackets.
QByteArrayView bare(QByteArrayView line)
{
    constexpr std::string_view around = " \t\r\"'<>,;";
    while (!line.isEmpty() && around.find(line.front()) != std::string_view::npos)
        line = line.sliced(1);
    while (!line.isEmpty() && around.find(line.back()) != std::string_view::npos)
        line.chop(1);
    return line;
}

/// One URI into a profile.
class UriReading
{
public:
    UriReading(const ConnectionUri &uri, qsizetype line, Gathering &found)
        : m_uri(uri), m_place(atLine(line)), m_found(found)
    { }

    void read(const std::optional<QStringList> &path)
    {
        const bool isJdbc = m_uri.scheme.startsWith(QLatin1String("jdbc:"));
        set("host", m_uri.host);
        set("port", m_uri.port);
        set("user", m_uri.user);
        set("database", m_uri.database);
        if (m_uri.hasPassword)
            set("password", QStringLiteral("x"));
        if (m_uri.otherHosts > 0)
            m_found.remark(m_place, ProfileWords::tr("The URI names several hosts; the first one has been "
                                                     "taken."));
        for (const auto &[name, value] : m_uri.parameters) {
            if (isJdbc)
                setJdbcProperty(m_options, name, value, m_place, m_found.remarks());
            else
                setParameter(name, value);
        }
        finish(path);
    }

private:
    void set(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_options.set(QLatin1String(name), value, m_place, m_found.remarks());
    }

    void setParameter(const QString &parameter, const QString &value)
    {
        QString name = parameter;
        for (const Alias &alias : aliases) {
            if (parameter == QLatin1String(alias.parameter))
                name = QLatin1String(alias.option);
        }
        QString text = value;
        if (name == QLatin1String("connect-timeout")) // in milliseconds here
            if (const auto time = millisecondsFrom(value))
                text = QString::number(time->count());
        m_options.set(name, text, m_place, m_found.remarks());
    }

    void finish(const std::optional<QStringList> &path)
    {
        Profile profile = blankProfile();
        m_options.applyTo(profile, m_found.remarks());
        QString identifier =
            QStringLiteral("%1@%2:%3/%4")
                .arg(profile.account, profile.host, QString::number(profile.port), profile.schema);
        if (path) {
            setPath(profile, *path);
            identifier = profile.path();
        }
        m_found.add(std::move(profile), identifier, m_place, m_options.unsaid());
    }

    const ConnectionUri &m_uri;
    QString m_place;
    Gathering &m_found;
    ClientOptions m_options;
};

void readLine(QByteArrayView line, qsizetype number, std::optional<QStringList> &path, Gathering &found)
{
    if (line.startsWith('#')) {
        path = pathFromComment(line);
        return;
    }
    const QByteArrayView text = bare(line);
    if (text.isEmpty() || found.remarks().isFull())
        return;
    if (const auto uri = connectionUri(text))
        UriReading(*uri, number, found).read(path);
    else if (isConnectionUri(text))
        found.remark(atLine(number), ProfileWords::tr("The URI is not written correctly, so it has been left "
                                                      "out. Special characters are percent-encoded, such as "
                                                      "%40 for @."));
    else
        found.skip();
    path.reset();
}

Result<Content> readUris(QByteArrayView text, const QString & /*file*/)
{
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    Gathering found(QStringLiteral("uri"));
    std::optional<QStringList> path;
    forEachLine(*plain, [&](QByteArrayView line, qsizetype number) { readLine(line, number, path, found); });
    return found.take();
}

bool recognisesUris(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    for (const QByteArray &line : beginning.split('\n')) {
        const QByteArray plain = line.trimmed();
        if (!plain.isEmpty() && !plain.startsWith('#'))
            return isConnectionUri(bare(plain));
    }
    return false;
}

/// The parameter that an option is in a URI.
QByteArray parameterFor(const WrittenOption &option)
{
    const QString name =
        option.name.startsWith(QLatin1String("loose-")) ? option.name.sliced(6) : option.name;
    for (const Alias &alias : aliases) {
        if (name == QLatin1String(alias.option))
            return QByteArray(alias.parameter) + '='
                   + percentEncoded(option.value.value_or(QStringLiteral("1")));
    }
    if (name == QLatin1String("connect-timeout"))
        return "connect-timeout=" + option.value.value_or(QString()).toUtf8() + "000";
    return percentEncoded(name) + '=' + percentEncoded(option.value.value_or(QStringLiteral("1")));
}

bool isElsewhere(const QString &name)
{
    constexpr std::array others{"host", "port", "user", "database"};
    return std::any_of(others.begin(), others.end(),
                       [&name](auto word) { return name == QLatin1String(word); });
}

void appendParameters(QByteArray &text, const Profile &profile, Remarks &remarks)
{
    char separator = '?';
    for (const WrittenOption &option : optionsOf(profile, remarks, OptionDialect::MySql)) {
        if (isElsewhere(option.name))
            continue;
        const bool isHere = !option.name.startsWith(QLatin1String("init-command"))
                            && option.name != QLatin1String("default-character-set");
        if (!isHere || !canBeText(option.value.value_or(QString()))) {
            remarks.add(atConnection(profile.path(), option.name),
                        ProfileWords::tr("A URI cannot hold it, so it has been left out."));
            continue;
        }
        text += separator + parameterFor(option);
        separator = '&';
    }
}

void appendUri(QByteArray &text, const Profile &profile, Remarks &remarks)
{
    for (const QString *part : {&profile.host, &profile.account, &profile.schema}) {
        if (!canBeText(*part))
            return remarks.add(atConnection(profile.path()),
                               ProfileWords::tr("It has characters that no URI can hold, so it has been "
                                                "left out."));
    }
    tellOfPath(profile, remarks);
    text += pathComment(profile) + '\n';
    text += profile.authentication == Authentication::Gssapi ? "mariadb://" : "mysql://";
    if (!profile.account.isEmpty())
        text += percentEncoded(profile.account) + '@';
    const QByteArray host = percentEncoded(profile.host);
    text += profile.host.contains(QLatin1Char(':')) ? '[' + QByteArray(host).replace("%3A", ":") + ']' : host;
    text += ':' + QByteArray::number(profile.port) + '/' + percentEncoded(profile.schema);
    appendParameters(text, profile, remarks);
    text += '\n';
}

QByteArray writeUris(const ProfileDocument &document, QList<Remark> &remarks)
{
    QByteArray text;
    Remarks found;
    for (const Profile &profile : document.profiles)
        appendUri(text, profile, found);
    remarks += found.take();
    return text;
}

} // namespace

const Codec uris{"uri", "URI", fieldsOfUris, recognisesUris, readUris, writeUris};

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/optionfile.h"

#include "core/profile/formats/clientoptions.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/optiongroups.h"
#include "core/profile/formats/optionvalue.h"
#include "core/profile/formats/pathcomment.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/formats/writtenoptions.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <QFileInfo>

namespace latchkey::formats {

namespace {

constexpr qsizetype maxLine = 4094; ///< that the programs read whole
constexpr qsizetype maxSuffix = 64;

/// What follows "client" or "mysql" in a group's name; empty for groups that every connection reads.
QString suffixOf(const QString &group)
{
    for (const char *all : {"client", "mysql", "client-server", "client-mariadb", "mariadb-client"}) {
        if (group == QLatin1String(all))
            return {};
    }
    return group.sliced(group.startsWith(QLatin1String("client")) ? 7 : 6);
}

QString optionName(QByteArrayView text)
{
    return wholeText(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
}

/// The connections of a file while they are put together from its groups.
class Reading
{
public:
    explicit Reading(const QString &file)
        : m_file(file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath()), m_groups(m_found.remarks())
    { }

    Result<Content> read(QByteArrayView text, const QString &file)
    {
        if (auto done = m_groups.read(text, file); !done)
            return std::move(done).error();
        collect();
        const bool isOnlyOne = m_connections.empty();
        if (isOnlyOne || m_hasHost)
            addCommon();
        for (const Connection &connection : m_connections)
            add(connection);
        return m_found.take();
    }

private:
    struct Connection
    {
        QString suffix;
        std::vector<const OptionGroup *> groups;
    };

    void collect()
    {
        QHash<QString, std::size_t> bySuffix;
        for (const OptionGroup &group : m_groups.groups()) {
            const QString suffix = suffixOf(group.name);
            if (suffix.isEmpty()) {
                setAll(group, m_common);
                m_commonPlace = group.lines.empty() ? m_commonPlace : m_groups.placeOf(group.lines.front());
                continue;
            }
            if (!bySuffix.contains(suffix)) {
                bySuffix.insert(suffix, m_connections.size());
                m_connections.push_back({suffix, {}});
            }
            m_connections[bySuffix.value(suffix)].groups.push_back(&group);
        }
    }

    void setAll(const OptionGroup &group, ClientOptions &options)
    {
        for (const OptionLine &line : group.lines) {
            std::optional<QString> value;
            if (line.hasValue)
                value = valueFrom(line.value);
            const QString name = optionName(line.name);
            m_hasHost |= suffixOf(group.name).isEmpty() && name == QLatin1String("host");
            options.set(name, value, m_groups.placeOf(line), m_found.remarks());
        }
    }

    void addCommon()
    {
        if (m_common.isEmpty())
            return;
        Profile profile = blankProfile();
        m_common.applyTo(profile, m_found.remarks());
        m_found.add(std::move(profile), m_file + QLatin1String("#client"), m_commonPlace, m_common.unsaid());
    }

    void add(const Connection &connection)
    {
        Profile profile = blankProfile();
        profile.name = connection.suffix;
        ClientOptions options = m_common;
        QString place = QLatin1Char('[') + connection.groups.front()->name + QLatin1Char(']');
        for (const OptionGroup *group : connection.groups) {
            setAll(*group, options);
            if (group->path)
                setPath(profile, *group->path);
        }
        if (!connection.groups.front()->lines.empty())
            place = m_groups.placeOf(connection.groups.front()->lines.front()) + QLatin1String(", ") + place;
        options.applyTo(profile, m_found.remarks());
        m_found.add(std::move(profile), m_file + QLatin1Char('#') + connection.suffix, place,
                    options.unsaid());
    }

    Gathering m_found{QStringLiteral("optionfile")};
    QString m_file;
    OptionGroups m_groups;
    ClientOptions m_common; ///< of the groups that every connection reads
    QString m_commonPlace;
    bool m_hasHost = false; ///< the common groups name one
    std::vector<Connection> m_connections;
};

Result<Content> readOptionFile(QByteArrayView text, const QString &file)
{
    return Reading(file).read(text, file);
}

bool recognisesOptionFile(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    for (const QByteArray &line : beginning.split('\n')) {
        const QByteArray plain = line.trimmed();
        if (plain.startsWith("[client") || plain.startsWith("[mysql") || plain.startsWith("[mariadb"))
            return true;
        const bool mayPrecede = plain.isEmpty() || plain.startsWith('#') || plain.startsWith(';')
                                || plain.startsWith('!') || plain.startsWith('[');
        if (!mayPrecede && !plain.contains('=') && plain.contains('{'))
            return false;
    }
    return false;
}

/// Names of groups, each once.
class Suffixes
{
public:
    QByteArray next(const Profile &profile)
    {
        QByteArray plain;
        for (const QChar character : profile.path().left(maxSuffix)) {
            const bool isPlain = character.unicode() < 0x80
                                 && (character.isLetterOrNumber() || character == QLatin1Char('.')
                                     || character == QLatin1Char('_') || character == QLatin1Char('-'));
            plain += isPlain ? static_cast<char>(character.unicode()) : '-';
        }
        // Of their own meaning in MariaDB's files: [client-server], [client-mariadb].
        if (plain.isEmpty() || plain == "server" || plain == "mariadb")
            plain += "-connection";
        QByteArray name = plain;
        int &count = m_counts[plain.toLower()];
        while (m_taken.contains(name.toLower()))
            name = plain + '-' + QByteArray::number(++count + 1);
        m_taken.insert(name.toLower());
        return name;
    }

private:
    QSet<QByteArray> m_taken;
    QHash<QByteArray, int> m_counts; ///< how often a name was wanted again
};

class FileWriting
{
public:
    explicit FileWriting(Remarks &remarks) : m_remarks(remarks) { }

    void add(const Profile &profile)
    {
        const QList<WrittenOption> options = optionsOf(profile, m_remarks);
        const QByteArray suffix = m_suffixes.next(profile);
        tellOfPath(profile, m_remarks);
        m_text += "\n[client-" + suffix + "]\n" + pathComment(profile) + '\n';
        addOptions(profile, options, true);
        const auto isMore = [](const WrittenOption &option) { return !option.isCommon; };
        if (std::none_of(options.begin(), options.end(), isMore))
            return;
        m_text += "[mysql-" + suffix + "]\n";
        addOptions(profile, options, false);
    }
    QByteArray take() { return std::move(m_text); }

private:
    void addOptions(const Profile &profile, const QList<WrittenOption> &options, bool areCommon)
    {
        for (const WrittenOption &option : options) {
            if (option.isCommon == areCommon)
                addOption(profile, option);
        }
    }

    void addOption(const Profile &profile, const WrittenOption &option)
    {
        const QString place = atConnection(profile.path(), option.name);
        if (option.value && !canBeText(*option.value))
            return m_remarks.add(place,
                                 ProfileWords::tr("It has characters that a text file cannot hold, so it "
                                                  "has been left out."));
        QByteArray line = option.name.toUtf8();
        if (option.value)
            line += " = " + quotedValue(*option.value);
        if (line.size() > maxLine)
            m_remarks.add(place, ProfileWords::tr("The line is longer than %1 bytes, so the programs of "
                                                  "MySQL and MariaDB do not read it whole.")
                                     .arg(maxLine));
        m_text += line + '\n';
    }

    Remarks &m_remarks;
    Suffixes m_suffixes;
    QByteArray m_text{
        "# Use one of these with mysql --defaults-extra-file=FILE --defaults-group-suffix=-NAME\n"};
};

QByteArray writeOptionFile(const ProfileDocument &document, QList<Remark> &remarks)
{
    Remarks found;
    FileWriting writing(found);
    for (const Profile &profile : document.profiles)
        writing.add(profile);
    remarks += found.take();
    return writing.take();
}

} // namespace

const Codec optionFile{
    .word = "optionfile",
    .name = "MySQL option file",
    .held = fieldsOfOptions,
    .recognises = recognisesOptionFile,
    .read = readOptionFile,
    .write = writeOptionFile,
};

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/optiongroups.h"

#include "core/profile/formats/optionvalue.h"
#include "core/profile/formats/pathcomment.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/profilewords.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace latchkey::formats {

namespace {

constexpr int maxIncludeDepth = 10;
constexpr std::size_t maxFiles = 100;
constexpr std::size_t maxLines = 256; ///< in one group
constexpr qsizetype maxOptionName = 512;

bool isForClients(QByteArrayView name)
{
    const auto begins = [name](QByteArrayView word) {
        return name.startsWith(word) && (name.size() == word.size() || name[word.size()] == '-');
    };
    return begins("client") || begins("mysql") || name == QByteArrayView("mariadb-client");
}

bool isBelow(const QString &file, const QString &folder)
{
    return file.startsWith(folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/'));
}

} // namespace

Result<Ok> OptionGroups::read(QByteArrayView text, const QString &file)
{
    auto plain = normalised(text);
    if (!plain)
        return std::move(plain).error();
    const QString canonical = file.isEmpty() ? QString() : QFileInfo(file).canonicalFilePath();
    m_root = canonical.isEmpty() ? QString() : QFileInfo(canonical).path();
    m_size = plain->size();
    m_sources.push_back({*std::move(plain), canonical});
    readSource(0, 0);
    return Ok();
}

QString OptionGroups::place(int source, qsizetype number) const
{
    if (source == 0)
        return atLine(number);
    return QDir(m_root).relativeFilePath(m_sources[static_cast<std::size_t>(source)].file)
           + QLatin1String(", ") + atLine(number);
}

QString OptionGroups::placeOf(const OptionLine &line) const
{
    return place(line.file, line.number);
}

void OptionGroups::remark(int source, qsizetype number, const char *sentence)
{
    m_remarks.add(place(source, number), ProfileWords::tr(sentence));
}

void OptionGroups::readSource(int source, int depth)
{
    forEachLine(m_sources[static_cast<std::size_t>(source)].text, [&](QByteArrayView line, qsizetype number) {
        readLine(trimmed(line), source, number, depth);
    });
}

void OptionGroups::readLine(QByteArrayView line, int source, qsizetype number, int depth)
{
    if (line.isEmpty() || line.front() == ';' || m_remarks.isFull())
        return;
    if (line.front() == '#') {
        if (m_current && !m_groups[*m_current].path)
            m_groups[*m_current].path = pathFromComment(line);
        return;
    }
    if (line.front() == '!')
        include(line, source, number, depth);
    else if (line.front() == '[')
        beginGroup(line, source, number);
    else if (!m_isInGroup)
        remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "An option stands before the first group, so it belongs to no program. It has "
                              "been left out."));
    else if (m_current)
        addOption(line, source, number);
}

void OptionGroups::beginGroup(QByteArrayView line, int source, qsizetype number)
{
    m_current.reset();
    const qsizetype end = line.indexOf(']');
    m_isInGroup = end >= 0 && end <= maxOptionName;
    if (!m_isInGroup)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "The name of a group is not closed by a bracket, or too long. What follows "
                              "has been left out."));
    const QByteArrayView name = trimmed(line.sliced(1, end - 1));
    if (!isForClients(name))
        return;
    const QString text = QString::fromUtf8(name);
    const auto known = m_byName.constFind(text);
    if (known != m_byName.constEnd()) {
        m_current = *known;
        return;
    }
    if (m_groups.size() >= 2 * static_cast<std::size_t>(maxConnections))
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "There are too many groups; this one has been left out. Divide the file."));
    m_current = m_groups.size();
    m_byName.insert(text, *m_current);
    m_groups.push_back({text, std::nullopt, {}});
}

void OptionGroups::addOption(QByteArrayView line, int source, qsizetype number)
{
    const QByteArrayView plain = withoutComment(line);
    const qsizetype equal = plain.indexOf('=');
    const bool hasValue = equal >= 0;
    const QByteArrayView name = trimmed(hasValue ? plain.first(equal) : plain);
    if (name.isEmpty() || name.size() > maxOptionName)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "There is no option's name before the equals sign, or a far too long one. "
                              "The line has been left out."));
    auto &lines = m_groups[*m_current].lines;
    if (lines.size() >= maxLines)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "There are too many options in the group; this one has been left out."));
    lines.push_back(
        {name, hasValue ? trimmed(plain.sliced(equal + 1)) : QByteArrayView(), hasValue, source, number});
}

void OptionGroups::include(QByteArrayView directive, int source, qsizetype number, int depth)
{
    const auto argument = [directive](std::string_view word) -> std::optional<QString> {
        const auto size = static_cast<qsizetype>(word.size());
        if (!directive.startsWith(word) || directive.size() == size
            || (directive[size] != ' ' && directive[size] != '\t'))
            return std::nullopt;
        return QString::fromUtf8(trimmed(directive.sliced(size)));
    };
    const auto folder = argument("!includedir");
    const auto file = argument("!include");
    if (!folder && !file)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "The line is neither !include nor !includedir, and has been left out."));
    if (m_root.isEmpty())
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "The text comes from no file, so others cannot be included. Import the "
                              "file itself."));
    if (depth >= maxIncludeDepth)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "Files include each other more than ten deep; this one has been left out."));
    const QDir own(QFileInfo(m_sources[static_cast<std::size_t>(source)].file).path());
    if (folder)
        includeFolder(own.absoluteFilePath(*folder), source, number, depth);
    else
        includeFile(own.absoluteFilePath(*file), source, number, depth);
}

void OptionGroups::includeFolder(const QString &folder, int source, qsizetype number, int depth)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    if (canonical.isEmpty() || (canonical != m_root && !isBelow(canonical, m_root)))
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "The folder does not exist, or is not below that of the file itself. It "
                              "has not been read."));
    QStringList files;
    QDirIterator each(canonical, {QStringLiteral("*.cnf")}, QDir::Files);
    while (each.hasNext() && static_cast<std::size_t>(files.size()) <= maxFiles)
        files.append(each.next());
    files.sort();
    for (const QString &file : files)
        includeFile(file, source, number, depth);
}

void OptionGroups::includeFile(const QString &file, int source, qsizetype number, int depth)
{
    const QFileInfo info(QFileInfo(file).canonicalFilePath());
    if (!info.isFile() || !isBelow(info.filePath(), m_root))
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "An included file does not exist, or is not below the folder of the file "
                              "itself. It has not been read."));
    if (m_sources.size() > maxFiles || m_size + info.size() > maxFile)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "More is included than a hundred files, or 64 MB. The rest has been left "
                              "out."));
    QFile opened(info.filePath());
    auto text = opened.open(QIODevice::ReadOnly) ? normalised(opened.read(maxFile - m_size + 1))
                                                 : Result<QByteArray>(Error());
    if (!text)
        return remark(
            source, number,
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "An included file cannot be read, or is no text. It has been left out."));
    m_size += text->size();
    m_sources.push_back({*std::move(text), info.filePath()});
    // The group at the end of an included file ends with it.
    const auto current = std::exchange(m_current, std::nullopt);
    const bool isInGroup = std::exchange(m_isInGroup, false);
    readSource(static_cast<int>(m_sources.size()) - 1, depth + 1);
    m_current = current;
    m_isInGroup = isInGroup;
}

} // namespace latchkey::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/configfiles.h"

#include "core/base/atomicfile.h"
#include "core/krb/configincludes.h"
#include "core/krb/handles.h"
#include "core/krb/nativeprofile.h"
#include "core/krb/overlay.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>

// Exported by libkrb5 and as old as KRB5_CONFIG, but in no public header.
extern "C" {
krb5_error_code krb5_get_default_config_files(char ***files);
void krb5_free_config_files(char **files);
}

namespace latchkey::krb {

namespace {

constexpr int deepest = 16; ///< files that include each other must end somewhere
constexpr qsizetype mostFiles = 500;
constexpr qsizetype largest = 4 << 20; ///< bytes
constexpr qsizetype longestSearched = 5000; ///< lines

QStringList filesInFolder(const QString &folder)
{
    QStringList paths;
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::NoSort);
    for (const QString &name : names)
        if (isIncludedName(QFile::encodeName(name)))
            paths += folder + QLatin1Char('/') + name;
    std::sort(paths.begin(), paths.end());
    return paths;
}

class Walk
{
public:
    ConfigTexts texts;

    void visit(const QString &path, int depth)
    {
        if (depth > deepest || texts.files.size() >= mostFiles)
            return;
        if (QFileInfo(path).isDir()) {
            for (const QString &file : filesInFolder(path))
                visit(file, depth);
            return;
        }
        texts.files.append(readFile(path, depth));
        m_around.append(path);
        const QByteArray text = texts.files.last().text;
        for (const Include &include : includesOf(text))
            follow(include, depth + 1);
        m_around.removeLast();
    }

private:
    void follow(const Include &include, int depth)
    {
        const QString target = QFile::decodeName(include.path);
        const bool comesBack = std::any_of(m_around.begin(), m_around.end(), [&](const QString &one) {
            return one == target || QFileInfo(one).path() == target;
        });
        if (!comesBack)
            visit(target, depth);
        else if (!texts.circle)
            texts.circle = Place{m_around.last(), include.line};
    }

    static ConfigText readFile(const QString &path, int depth)
    {
        ConfigText read{{path, depth, ConfigFile::State::Read, path == overlayFile()}, {}};
        auto content = readWhole(path, largest);
        if (!content)
            read.file.state = ConfigFile::State::Unreadable;
        else if (!content->has_value())
            read.file.state = ConfigFile::State::Missing;
        else
            read.text = **content;
        return read;
    }

    QStringList m_around; ///< the files that the one being read is included by
};

/// Where each line ends, the byte behind its newline.
QList<qsizetype> lineEnds(const QByteArray &text)
{
    QList<qsizetype> ends;
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        ends += at + 1;
    if (!text.isEmpty() && !text.endsWith('\n'))
        ends += text.size();
    return ends;
}

/// The number of the line with which `isReached` becomes true of the text up to there, and stays so: libkrb5 reads from
/// top to bottom. So it finds places without a parser of ours. 0 if the text is too long for that.
int lineAt(const QByteArray &text, const std::function<bool(const Result<NativeProfile> &)> &isReached)
{
    const QList<qsizetype> ends = lineEnds(text);
    if (ends.size() > longestSearched)
        return 0;
    const auto line = std::partition_point(ends.begin(), ends.end(), [&](qsizetype end) {
        return !isReached(NativeProfile::parse(text.first(end)));
    });
    return line == ends.end() ? 0 : static_cast<int>(line - ends.begin()) + 1;
}

} // namespace

QStringList configPaths()
{
    char **list = nullptr;
    if (krb5_get_default_config_files(&list) != 0)
        return {};
    QStringList paths;
    for (char **path = list; *path; ++path)
        paths += QFile::decodeName(*path);
    krb5_free_config_files(list);
    return paths;
}

ConfigTexts readConfigFiles(const QStringList &paths)
{
    Walk walk;
    for (const QString &path : paths)
        walk.visit(path, 0);
    if (walk.texts.circle)
        return walk.texts;
    for (ConfigText &one : walk.texts.files)
        if (one.file.state == ConfigFile::State::Read && !NativeProfile::open({one.file.path}))
            one.file.state = ConfigFile::State::Broken;
    return walk.texts;
}

// An included file that is broken makes those around it broken, and comes behind them.
std::optional<Place> placeOfBreakage(const QList<ConfigText> &files)
{
    const auto broken = std::find_if(files.rbegin(), files.rend(), [](const ConfigText &one) {
        return one.file.state == ConfigFile::State::Broken;
    });
    if (broken == files.rend())
        return std::nullopt;
    const auto isBroken = [](const Result<NativeProfile> &profile) {
        return !profile && profile.error().code == Error::Code::ConfigBroken;
    };
    return Place{broken->file.path, lineAt(broken->text, isBroken)};
}

Place placeOf(const QList<ConfigText> &files, const QStringList &names, const QString &value)
{
    const auto holds = [&](const Result<NativeProfile> &profile) {
        return profile && profile->values(names).contains(value);
    };
    for (auto one = files.begin(); one != files.end(); ++one) {
        if (one->file.state != ConfigFile::State::Read || !holds(NativeProfile::open({one->file.path})))
            continue;
        // The relation may come from what the file includes, which stands right behind it and lies deeper.
        const auto end = std::find_if(one + 1, files.end(), [&](const ConfigText &other) {
            return other.file.depth <= one->file.depth;
        });
        const Place included = placeOf(QList<ConfigText>(one + 1, end), names, value);
        return included.file.isEmpty() ? Place{one->file.path, lineAt(one->text, holds)} : included;
    }
    return {};
}

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/sqlfile.h"

#include "core/base/job.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

constexpr qsizetype largestFile = 64 * 1024 * 1024;

struct SqlFiles
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::SqlFile)
};

/// Windows-1252 is Latin-1 but for these, 0x80 to 0x9F.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text)
        if (character >= QChar(0x80) && character <= QChar(0x9F))
            character = QChar(windows1252[character.unicode() - 0x80U]);
    return text;
}

SqlFile decodedAs(const QByteArray &bytes, QStringConverter::Encoding encoding, const QString &name)
{
    SqlFile file;
    QStringDecoder decode(encoding);
    file.text = decode(bytes);
    file.encoding = decode.hasError() ? QString() : name;
    return file;
}

constexpr QByteArrayView utf8Mark("\xef\xbb\xbf");

QString lineEnd(LineEnds ends)
{
    return ends == LineEnds::Windows ? u"\r\n"_qs : ends == LineEnds::OldMac ? u"\r"_qs : u"\n"_qs;
}

/// Finds out how lines end, and ends them all alike.
void takeLineEnds(SqlFile &file)
{
    const qsizetype windows = file.text.count(u"\r\n"_qs);
    const qsizetype unixOnes = file.text.count(u'\n') - windows;
    const qsizetype macs = file.text.count(u'\r') - windows;
    const qsizetype most = std::max({windows, unixOnes, macs});
    file.form.lineEnds = most == unixOnes  ? LineEnds::Unix
                         : most == windows ? LineEnds::Windows
                                           : LineEnds::OldMac;
    file.isMixed = most < windows + unixOnes + macs;
    file.text.replace(u"\r\n"_qs, u"\n"_qs).replace(u'\r', u'\n');
}

} // namespace

SqlFile decodedSql(const QByteArray &bytes)
{
    const bool isUtf16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    SqlFile file = isUtf16 ? decodedAs(bytes, QStringConverter::Utf16, u"UTF-16"_qs)
                           : decodedAs(bytes, QStringConverter::Utf8, u"UTF-8"_qs);
    if (file.encoding.isEmpty()) {
        file.text = fromWindows1252(bytes);
        file.encoding = u"Windows-1252"_qs;
    }
    file.form.hasMark = bytes.startsWith(utf8Mark);
    takeLineEnds(file);
    return file;
}

QByteArray encodedSql(const QString &text, const TextForm &form)
{
    QString ended = text;
    if (form.lineEnds != LineEnds::Unix)
        ended.replace(u"\n"_qs, lineEnd(form.lineEnds));
    return (form.hasMark ? utf8Mark.toByteArray() : QByteArray()) + ended.toUtf8();
}

QFuture<Result<SqlFile>> readSqlFile(const QString &path)
{
    return startJob<SqlFile>({}, [path](Job &) -> Result<SqlFile> {
        const FileStamp stamp = fileStamp(path);
        const auto content = readWhole(path, largestFile);
        if (!content)
            return content.error();
        if (!*content)
            return Error{Error::Code::NotFound,
                         SqlFiles::tr("The file “%1” does not exist any more.").arg(path),
                         {},
                         0};
        SqlFile file = decodedSql(**content);
        file.path = path;
        file.stamp = stamp;
        return file;
    });
}

QFuture<Result<SqlFile>> writeSqlFile(const QString &path, const QString &text, const TextForm &form,
                                      const std::optional<FileStamp> &expected)
{
    return startJob<SqlFile>({}, [path, text, form, expected](Job &) -> Result<SqlFile> {
        if (expected && fileStamp(path) != *expected)
            return Error{
                Error::Code::FileDamaged,
                SqlFiles::tr("“%1” was not saved, because another program has changed it meanwhile. Save "
                             "under another name, or save again to replace it.")
                    .arg(path),
                {},
                0};
        const bool isNew = !QFileInfo::exists(path);
        const auto permissions = QFile::permissions(path);
        if (auto written = writeAtomically(path, encodedSql(text, form)); !written)
            return written.error();
        if (!isNew)
            QFile::setPermissions(path, permissions);
        return SqlFile{path, text, u"UTF-8"_qs, fileStamp(path), form};
    });
}

} // namespace latchkey

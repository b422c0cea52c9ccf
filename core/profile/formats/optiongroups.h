// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QDir>
#include <QHash>

#include <deque>
#include <vector>

namespace latchkey::formats {

/// An option in a file, not yet taken apart.
struct OptionLine
{
    QByteArrayView name;
    QByteArrayView value; ///< as written
    bool hasValue = false;
    int file = 0; ///< by place among the files
    qsizetype number = 0; ///< of the line, from 1
};

struct OptionGroup
{
    QString name;
    std::optional<QStringList> path; ///< from a comment in it; see pathcomment.h
    std::vector<OptionLine> lines;
};

/// The groups of an option file that client programs read, with those of the files that it includes: only files below
/// its own folder, ten deep, a hundred in all.
class OptionGroups
{
public:
    explicit OptionGroups(Remarks &remarks) : m_remarks(remarks) { }

    /// InvalidInput if the text is none; what is wrong with an included file is a remark.
    Result<Ok> read(QByteArrayView text, const QString &file);
    const std::vector<OptionGroup> &groups() const { return m_groups; } ///< in the order in which they begin
    QString placeOf(const OptionLine &line) const;

private:
    struct Source
    {
        QByteArray text;
        QString file; ///< canonical; empty if it is not known
    };

    void readSource(int source, int depth);
    void readLine(QByteArrayView line, int source, qsizetype number, int depth);
    void beginGroup(QByteArrayView line, int source, qsizetype number);
    void addOption(QByteArrayView line, int source, qsizetype number);
    void include(QByteArrayView directive, int source, qsizetype number, int depth);
    void includeFolder(const QString &folder, int source, qsizetype number, int depth);
    void includeFile(const QString &file, int source, qsizetype number, int depth);
    QString place(int source, qsizetype number) const;
    void remark(int source, qsizetype number, const char *sentence);

    Remarks &m_remarks;
    std::deque<Source> m_sources;
    QString m_root; ///< the folder below which files may be; empty: nothing may be included
    qsizetype m_size = 0; ///< of all texts
    std::vector<OptionGroup> m_groups;
    QHash<QString, std::size_t> m_byName;
    std::optional<std::size_t>
        m_current; ///< the group that options belong to; nothing: not for clients, or none yet
    bool m_isInGroup = false;
};

} // namespace latchkey::formats

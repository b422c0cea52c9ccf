// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <functional>

namespace latchkey::test {

/// What a disk can hold after a power loss at any time of a program's work, from the log of faultydisk.cpp: every prefix
/// of its steps; of those, what was not synced is there or not (in each folder a prefix of what was done to its names), and
/// the bytes of files that were not synced are missing, there in half, or zeros.
class PowerLoss
{
public:
    struct State
    {
        QMap<QString, QByteArray> files; ///< by path
        int said = 0; ///< lines that the program had said by then: edits that the user was told are saved
        int begun = 0; ///< edits whose new file had come to be by then, synced or not
    };

    /// `root`: the folder in which the store's file is, as in the log; `target`: that file.
    PowerLoss(const QByteArray &log, QString root, QString target);

    /// Every content that the target ever got, in order; the first is none.
    QList<QByteArray> contents() const;
    /// Calls `check` for each state once, and gives their number; stops if `check` says no.
    int everyState(const std::function<bool(const State &)> &check) const;

private:
    struct Step
    {
        QByteArray kind;
        int file = 0;
        QString path; ///< of the name that it changes
        QString from;
        QByteArray bytes;
    };
    struct Disk;

    void parse(const QByteArray &log);
    QByteArray nextWord(const QByteArray &log, qsizetype &at) const;
    bool everyStateAt(qsizetype end, const std::function<bool(const State &)> &check,
                      QSet<QByteArray> &seen) const;
    Disk diskAt(qsizetype end) const;

    QString m_root;
    QString m_target;
    QList<Step> m_steps;
};

} // namespace latchkey::test

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/powerloss.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace latchkey::test {

namespace {

enum class Unsynced { Missing, Half, Zeros };

struct Content
{
    QByteArray written;
    QByteArray synced;
    bool isSynced = false; ///< as it is now

    QByteArray after(Unsynced how) const
    {
        if (isSynced)
            return written;
        switch (how) {
        case Unsynced::Missing:
            return synced;
        case Unsynced::Half:
            return written.first(written.size() / 2);
        case Unsynced::Zeros:
            return QByteArray(written.size(), '\0');
        }
        return {};
    }
};

QString folderOf(const QString &path)
{
    return QFileInfo(path).path();
}

QByteArray digest(const PowerLoss::State &state)
{
    QByteArray text;
    QDataStream stream(&text, QIODevice::WriteOnly);
    stream << state.files << state.said << state.begun;
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1);
}

} // namespace

/// The files' bytes, and what was done to names in each folder since it was synced.
struct PowerLoss::Disk
{
    QMap<int, Content> contents;
    QMap<QString, int> names; ///< durable: which file is under a path
    QMap<QString, int> latest; ///< with everything that was done since
    struct Naming
    {
        QString path;
        int file; ///< 0: none
    };
    struct Pending
    {
        QList<QList<Naming>> steps;
    };
    QMap<QString, Pending> pending; ///< by folder
    int said = 0;
    int begun = 0;

    void name(const QString &folder, const QList<Naming> &namings)
    {
        pending[folder].steps.append(namings);
        apply(latest, namings);
    }
    static void apply(QMap<QString, int> &to, const QList<Naming> &namings)
    {
        for (const Naming &naming : namings) {
            if (naming.file == 0)
                to.remove(naming.path);
            else
                to.insert(naming.path, naming.file);
        }
    }
    void syncFolder(const QString &folder)
    {
        for (const auto &namings : pending.take(folder).steps)
            apply(names, namings);
    }
};

PowerLoss::PowerLoss(const QByteArray &log, QString root, QString target)
    : m_root(std::move(root)), m_target(std::move(target))
{
    parse(log);
}

QByteArray PowerLoss::nextWord(const QByteArray &log, qsizetype &at) const
{
    const qsizetype begin = at;
    while (log.at(at) != ' ' && log.at(at) != '\n')
        ++at;
    return log.sliced(begin, at++ - begin);
}

void PowerLoss::parse(const QByteArray &log)
{
    for (qsizetype at = 0; at < log.size();) {
        Step step;
        step.kind = nextWord(log, at);
        const auto path = [&] { return QFile::decodeName(nextWord(log, at)); };
        if (step.kind == "create" || step.kind == "write" || step.kind == "sync")
            step.file = nextWord(log, at).toInt();
        if (step.kind == "rename" || step.kind == "link")
            step.from = path();
        if (step.kind == "write") {
            const qsizetype size = nextWord(log, at).toLongLong();
            step.bytes = log.sliced(at, size);
            at += size;
        } else if (step.kind != "sync") {
            step.path = path();
        }
        m_steps.append(step);
    }
}

PowerLoss::Disk PowerLoss::diskAt(qsizetype end) const
{
    Disk disk;
    for (const Step &step : m_steps.first(end)) {
        const QString folder = folderOf(step.path);
        if (step.kind == "create") {
            disk.contents.insert(step.file, {});
            disk.name(folder, {{step.path, step.file}});
        } else if (step.kind == "write") {
            Content &content = disk.contents[step.file];
            content.written += step.bytes;
            content.isSynced = false;
        } else if (step.kind == "sync") {
            Content &content = disk.contents[step.file];
            content.synced = content.written;
            content.isSynced = true;
        } else if (step.kind == "syncfolder") {
            disk.syncFolder(step.path);
        } else if (step.kind == "rename") {
            disk.begun += step.path == m_target ? 1 : 0;
            disk.name(folder, {{step.path, disk.latest.value(step.from)}, {step.from, 0}});
        } else if (step.kind == "link") {
            disk.name(folder, {{step.path, disk.latest.value(step.from)}});
        } else if (step.kind == "unlink") {
            disk.name(folder, {{step.path, 0}});
        } else if (step.kind == "say") {
            ++disk.said;
        }
    }
    return disk;
}

QList<QByteArray> PowerLoss::contents() const
{
    QList<QByteArray> all{QByteArray()};
    for (qsizetype at = 0; at < m_steps.size(); ++at) {
        const Step &step = m_steps.at(at);
        if (step.kind != "rename" || step.path != m_target)
            continue;
        const Disk disk = diskAt(at);
        all.append(disk.contents.value(disk.latest.value(step.from)).written);
    }
    return all;
}

bool PowerLoss::everyStateAt(qsizetype end, const std::function<bool(const State &)> &check,
                             QSet<QByteArray> &seen) const
{
    const Disk disk = diskAt(end);
    const QStringList folders = disk.pending.keys();
    QList<qsizetype> kept(folders.size(), 0); // how much of each folder's pending steps has reached the disk
    for (;;) {
        QMap<QString, int> names = disk.names;
        for (qsizetype at = 0; at < folders.size(); ++at) {
            for (const auto &namings : disk.pending.value(folders.at(at)).steps.first(kept.at(at)))
                Disk::apply(names, namings);
        }
        for (const Unsynced how : {Unsynced::Missing, Unsynced::Half, Unsynced::Zeros}) {
            State state{{}, disk.said, disk.begun};
            for (auto name = names.begin(); name != names.end(); ++name)
                state.files.insert(name.key(), disk.contents.value(name.value()).after(how));
            const auto known = seen.size();
            seen.insert(digest(state));
            if (seen.size() > known && !check(state))
                return false;
        }
        qsizetype at = 0;
        while (at < folders.size() && kept.at(at) == disk.pending.value(folders.at(at)).steps.size())
            kept[at++] = 0;
        if (at == folders.size())
            return true;
        ++kept[at];
    }
}

int PowerLoss::everyState(const std::function<bool(const State &)> &check) const
{
    QSet<QByteArray> seen;
    for (qsizetype end = 0; end <= m_steps.size(); ++end) {
        if (!everyStateAt(end, check, seen))
            break;
    }
    return static_cast<int>(seen.size());
}

} // namespace latchkey::test

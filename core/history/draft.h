// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/atomicfile.h"
#include "core/base/clock.h"
#include "core/base/filelock.h"
#include "core/base/result.h"
#include "core/base/worker.h"

#include <QFuture>
#include <QList>
#include <QSet>
#include <QUuid>

#include <memory>
#include <optional>

namespace latchkey::history {

/// Of no file that is there: whatever is under the name counts as changed.
inline constexpr FileStamp foreignStamp{0, 0, -1, 0};

/// What stands in an editor.
struct Draft
{
    QString text;
    QString file; ///< that it was opened from or saved to; empty: none
    bool isUnsaved = false; ///< the file says something else
    qsizetype cursor = 0;
    int position = 0; ///< among the editors of its session
    FileStamp stamp = {}; ///< of the file as it was read or written; all zero: not known

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// One JSON object; read from one without a stamp, the draft has foreignStamp. Pure.
QByteArray draftJson(const Draft &draft);
std::optional<Draft> draftFrom(const QByteArray &json);

/// The place of one editor's draft on the disk, locked against other programs from the first save on. Functions return at
/// once; what they ask for happens in order on the drafts' thread. When the object goes, the draft stays.
class DraftPlace
{
public:
    DraftPlace(std::shared_ptr<Worker> worker, QString file);
    ~DraftPlace();
    DraftPlace(const DraftPlace &) = delete;
    DraftPlace &operator=(const DraftPlace &) = delete;

    QFuture<Result<>> save(const Draft &draft);
    /// Nobody wants it any more.
    void discard();

    struct Held;

private:
    friend class Drafts;

    std::shared_ptr<Worker> m_worker;
    std::shared_ptr<Held> m_held; ///< touched by the worker's thread
};

struct FoundDraft
{
    Draft draft;
    std::shared_ptr<DraftPlace> place;
};

/// Texts that must survive the end of their session and of the program, however it ends: a file each, below a folder for
/// each profile, readable by this user only. To be used on one thread.
class Drafts
{
public:
    explicit Drafts(QString folder = defaultFolder());

    /// Nothing is on the disk before it is saved.
    std::shared_ptr<DraftPlace> add(const QUuid &profile);
    /// Takes those that nobody holds: their session or their program has ended. In the order of their positions; damaged
    /// ones stay where they are.
    QFuture<Result<QList<FoundDraft>>> take(const QUuid &profile);

    /// Lets go of the texts of profiles that have been missing for long, as tidyOrphans(). `owners`: every profile there is.
    void tidy(const QSet<QUuid> &owners, Instant now);

    /// drafts in paths::stateDir().
    static QString defaultFolder();

private:
    QString folderOf(const QUuid &profile) const;

    QString m_folder;
    std::shared_ptr<Worker> m_worker = std::make_shared<Worker>();
};

} // namespace latchkey::history

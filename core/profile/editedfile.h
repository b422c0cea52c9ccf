// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/edithistory.h"
#include "core/profile/profilefile.h"

#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace latchkey {

/// What undoing and redoing would do, for menus.
struct HistoryTexts
{
    QString undo;
    QString redo;

    friend bool operator==(const HistoryTexts &, const HistoryTexts &) = default;
};

/// What has come of an edit, and what the store shows from then on.
template <typename T>
struct Outcome
{
    Result<T> answer;
    std::optional<ProfileFile::Reading> now;
    HistoryTexts texts;
};

/// An edit of everything; its answer goes to who asked for it.
template <typename T>
using Edit = std::function<Result<T>(ProfileDocument &)>;

/// The file with the history of what has been done to it here, and what was in it last: a damaged file takes nothing away
/// from who has read it before. Blocks; for one thread at a time, but for remember().
class EditedFile
{
public:
    explicit EditedFile(ProfileFile file) : m_file(std::move(file)) { }

    /// As it is; what can be read is remembered.
    Result<ProfileFile::Reading> read();
    /// What has been read elsewhere. Thread-safe.
    void remember(const ProfileDocument &document);

    /// `description`: of the step that can be undone; nothing: it is none.
    template <typename T>
    Outcome<T> edit(const Edit<T> &change, ProfileFile::Damage policy,
                    const std::optional<QString> &description);
    Outcome<Ok> undo(ProfileFile::Damage policy);
    Outcome<Ok> redo(ProfileFile::Damage policy);

private:
    Outcome<Ok> step(Result<> (EditHistory::*apply)(ProfileDocument &), void (EditHistory::*done)(),
                     void (EditHistory::*drop)(), ProfileFile::Damage policy);
    template <typename T>
    Outcome<T> outcome(Result<ProfileDocument> saved, std::optional<Result<T>> answer);
    ProfileFile::Known known() const;

    ProfileFile m_file;
    EditHistory m_history;
    mutable std::mutex m_guard; ///< of what follows
    ProfileFile::Known m_known;
};

template <typename T>
Outcome<T> EditedFile::outcome(Result<ProfileDocument> saved, std::optional<Result<T>> answer)
{
    const HistoryTexts texts{m_history.undoText(), m_history.redoText()};
    if (saved) {
        remember(*saved);
        return {*std::move(answer), ProfileFile::Reading{*std::move(saved), {}}, texts};
    }
    std::optional<ProfileFile::Reading> now;
    if (saved.error().code == Error::Code::FileDamaged) {
        if (auto read = m_file.read(known()))
            now = *std::move(read);
    }
    return {std::move(saved).error(), std::move(now), texts};
}

template <typename T>
Outcome<T> EditedFile::edit(const Edit<T> &change, ProfileFile::Damage policy,
                            const std::optional<QString> &description)
{
    std::optional<Result<T>> answer;
    ProfileDocument before;
    auto saved = m_file.edit(
        [&](ProfileDocument &document) -> Result<> {
            before = document;
            answer = change(document);
            return *answer ? Result<>(Ok{}) : answer->error();
        },
        policy, known());
    if (saved && description)
        m_history.push(DocumentChange::between(before, *saved), *description);
    return outcome(std::move(saved), std::move(answer));
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/documentchange.h"

#include <QString>

#include <deque>

namespace latchkey {

/// The last hundred edits, for undoing and redoing. Undoing is itself an edit of the document as it is by then, whoever
/// else has changed it. Pure.
class EditHistory
{
public:
    /// `description`: as DocumentChange::description(), which is taken if it is empty.
    void push(DocumentChange change, const QString &description);

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    QString undoText() const; ///< empty if there is nothing
    QString redoText() const;

    /// Applies the last change backwards, or the last undone one again; NotFound if there is none, else as
    /// DocumentChange::applyTo(). The steps stay as they are until undone() and redone().
    Result<> undo(ProfileDocument &document);
    Result<> redo(ProfileDocument &document);
    void undone(); ///< and saved
    void redone();
    /// It will never be possible: so the one before it becomes the next.
    void dropUndo() { m_done.pop_back(); }
    void dropRedo() { m_undone.pop_back(); }

private:
    struct Step
    {
        DocumentChange change;
        QString description;
    };
    Result<> apply(const DocumentChange &change, ProfileDocument &document);

    DocumentChange m_applied; ///< what the last undo() or redo() has done, to go back exactly
    std::deque<Step> m_done;
    std::deque<Step> m_undone;
};

} // namespace latchkey

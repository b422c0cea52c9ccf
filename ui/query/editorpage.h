// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/history/draft.h"
#include "ui/query/sqlfile.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace latchkey {

class SqlEditor;

/// One editor, the file it belongs to, and the draft that outlives it: what is typed is kept on the disk a moment later.
class EditorPage : public QWidget
{
    Q_OBJECT
public:
    explicit EditorPage(QWidget *parent = nullptr);
    ~EditorPage() override;

    SqlEditor &editor() { return *m_editor; }
    const QString &path() const { return m_path; }
    /// Of the file as it was read or written; all zero if it is not known.
    const FileStamp &stamp() const { return m_stamp; }
    /// In which its text is written.
    const TextForm &form() const { return m_form; }
    void setForm(const TextForm &form) { m_form = form; }
    /// There is text that no file has.
    bool isUnsaved() const { return m_isUnsaved; }
    /// Nothing was ever in it.
    bool isPristine() const;

    /// The file's text replaces what is there.
    void take(const SqlFile &file);
    void takeDraft(const history::FoundDraft &found);
    /// The text, or what it was when the saving began, is in the file.
    void wasSaved(const SqlFile &file);
    struct Saving
    {
        QString path;
        bool replaces; ///< whatever is there
    };
    /// False: another one is under way, and endSaving() gives what was wanted last.
    bool beginSaving(const Saving &wanted);
    std::optional<Saving> endSaving();
    bool isSaving() const { return m_isSaving; }

    /// The person knows of the file in this state.
    void setStamp(const FileStamp &stamp) { m_stamp = stamp; }
    /// The person knows that somebody else changed the file, in whatever way.
    void forgetStamp() { setStamp({}); }

    /// Where drafts go from now on.
    void setPlace(std::shared_ptr<history::DraftPlace> place);
    void setPosition(int position) { m_position = position; }
    /// Nobody wants the text any more.
    void discard();

Q_SIGNALS:
    /// path() or isUnsaved() differ from before.
    void changed();
    void failed(const latchkey::Error &error);

private:
    void edited();
    history::Draft draft() const;
    void saveDraft();
    void setUnsaved(bool unsaved);

    SqlEditor *m_editor;
    QString m_path;
    FileStamp m_stamp;
    TextForm m_form;
    bool m_isUnsaved = false;
    bool m_isSaving = false;
    std::optional<Saving> m_nextSaving;
    bool m_isTaking = false; ///< the text that arrives is the file's
    bool m_hasFailed = false; ///< to keep a draft, and said so
    std::shared_ptr<history::DraftPlace> m_place;
    int m_position = 0;
    QTimer m_autosave;
};

} // namespace latchkey

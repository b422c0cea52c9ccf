// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/editorpage.h"

#include <QTabWidget>

namespace latchkey {

/// The editors of a session, at least one. Opens and saves files of SQL, notices when another program changes them, and
/// brings back the texts that a session left behind.
class EditorTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit EditorTabs(QWidget *parent = nullptr);

    SqlEditor &editor() const;
    EditorPage *page() const;
    QList<EditorPage *> pages() const;

    EditorPage *addEditor();
    void closeEditor(int index);
    void next(int step);

    void chooseFile();
    void openFile(const QString &path);
    /// To the editor's file, or as chooseName() if it has none.
    void save();
    void chooseName();
    void saveAs(const QString &path);
    /// Asks what to do with files that were changed on the disk.
    void checkFiles();

    /// Drafts are kept from now on, and those that were left behind for the profile come back.
    void setDrafts(history::Drafts *drafts, const QUuid &profile);

Q_SIGNALS:
    void editorChanged(latchkey::SqlEditor *editor);
    /// Something worth a sentence.
    void noted(const QString &sentence);
    void failed(const latchkey::Error &error);

protected:
    void tabInserted(int index) override;
    void tabRemoved(int index) override;

private:
    void watch(EditorPage *page);
    void label(EditorPage *page);
    void drop(EditorPage *page);
    void write(EditorPage *page, const QString &path, bool replaces);
    void takeFile(EditorPage *page, const SqlFile &file);
    void askToReload(EditorPage *page, const FileStamp &now);
    void restore(const QList<history::FoundDraft> &found);
    void compareWithFile(EditorPage *page);
    void keepOver(EditorPage *page, const SqlFile &file);
    void showBar();

    history::Drafts *m_drafts = nullptr;
    QUuid m_profile;
    int m_lastNumber = 0;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/editortabs.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "ui/icons.h"
#include "ui/questions.h"
#include "ui/sqleditor.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QTabBar>

namespace latchkey {

namespace {

QFileDialog *sqlFileDialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"sqlFile"_qs);
    dialog->setNameFilters({EditorTabs::tr("SQL (*.sql)"), EditorTabs::tr("All files (*)")});
    dialog->setDefaultSuffix(u"sql"_qs);
    return dialog;
}

} // namespace

EditorTabs::EditorTabs(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(u"editors"_qs);
    setAccessibleName(tr("Editors"));
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    tabBar()->setExpanding(false);
    tabBar()->setObjectName(u"editorBar"_qs);
    tabBar()->setAccessibleName(tr("Editors"));
    connect(this, &QTabWidget::tabCloseRequested, this, &EditorTabs::closeEditor);
    connect(this, &QTabWidget::currentChanged, this, [this] {
        if (!page())
            return;
        setFocusProxy(page());
        Q_EMIT editorChanged(&editor());
    });
    addEditor();
}

EditorPage *EditorTabs::page() const
{
    return qobject_cast<EditorPage *>(currentWidget());
}

SqlEditor &EditorTabs::editor() const
{
    return page()->editor();
}

QList<EditorPage *> EditorTabs::pages() const
{
    QList<EditorPage *> all;
    for (int i = 0; i < count(); ++i)
        all.append(qobject_cast<EditorPage *>(widget(i)));
    return all;
}

EditorPage *EditorTabs::addEditor()
{
    auto *page = new EditorPage;
    page->setProperty("number", ++m_lastNumber);
    watch(page);
    if (m_drafts)
        page->setPlace(m_drafts->add(m_profile));
    addTab(page, QString());
    label(page);
    setCurrentWidget(page);
    page->editor().setFocus();
    return page;
}

void EditorTabs::watch(EditorPage *page)
{
    connect(page, &EditorPage::changed, this, [this, page] { label(page); });
    connect(page, &EditorPage::failed, this, &EditorTabs::failed);
}

void EditorTabs::label(EditorPage *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    const QString name = page->path().isEmpty() ? tr("Query %1").arg(page->property("number").toInt())
                                                : QFileInfo(page->path()).fileName();
    setTabText(index, page->isUnsaved() && !page->path().isEmpty() ? tr("%1 *").arg(name) : name);
    setTabToolTip(index, page->path().isEmpty() ? tr("Kept by Latchkey, in no file of yours") : page->path());
    showBar();
}

/// A single text without a file needs no tab.
void EditorTabs::showBar()
{
    tabBar()->setVisible(count() > 1 || (page() && !page()->path().isEmpty()));
}

void EditorTabs::tabInserted(int index)
{
    QTabWidget::tabInserted(index);
    for (int i = 0; i < count(); ++i)
        if (auto *page = qobject_cast<EditorPage *>(widget(i)))
            page->setPosition(i);
    showBar();
}

void EditorTabs::tabRemoved(int index)
{
    QTabWidget::tabRemoved(index);
    showBar();
}

void EditorTabs::next(int step)
{
    setCurrentIndex((currentIndex() + step + count()) % count());
    editor().setFocus();
}

void EditorTabs::closeEditor(int index)
{
    auto *page = qobject_cast<EditorPage *>(widget(index));
    if (!page)
        return;
    if (!page->isUnsaved() || page->editor().text().trimmed().isEmpty())
        return drop(page);
    setCurrentWidget(page);
    ask(this,
        {tr("Close the editor"), tr("Throw the text in “%1” away?").arg(tabText(index)),
         page->path().isEmpty() ? tr("It is in no file.") : tr("What is not saved to its file is lost."),
         tr("Throw away"), true},
        [this, guard = QPointer(page)] {
            if (guard)
                drop(guard);
        });
}

void EditorTabs::drop(EditorPage *page)
{
    page->discard();
    if (count() == 1)
        addEditor();
    removeTab(indexOf(page));
    page->deleteLater();
    editor().setFocus();
}

void EditorTabs::chooseFile()
{
    QFileDialog *dialog = sqlFileDialog(this, tr("Open SQL"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EditorTabs::openFile);
    dialog->open();
}

void EditorTabs::openFile(const QString &path)
{
    for (EditorPage *open : pages())
        if (open->path() == path)
            return setCurrentWidget(open);
    whenDone(readSqlFile(path), this, [this](const Result<SqlFile> &file) {
        if (!file) {
            Q_EMIT failed(file.error());
            return;
        }
        takeFile(page()->isPristine() ? page() : addEditor(), *file);
    });
}

void EditorTabs::takeFile(EditorPage *page, const SqlFile &file)
{
    page->take(file);
    if (!file.isUtf8())
        Q_EMIT noted(
            tr("“%1” is no UTF-8 and was read as %2. Check its special characters; saving writes UTF-8.")
                .arg(QFileInfo(file.path).fileName(), file.encoding));
    else if (file.isMixed)
        Q_EMIT noted(tr("Not all lines of “%1” end alike. Saving ends them all as most of them do.")
                         .arg(QFileInfo(file.path).fileName()));
}

void EditorTabs::save()
{
    if (page()->path().isEmpty())
        return chooseName();
    write(page(), page()->path(), false);
}

void EditorTabs::chooseName()
{
    QFileDialog *dialog = sqlFileDialog(this, tr("Save SQL"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (!page()->path().isEmpty())
        dialog->selectFile(page()->path());
    connect(dialog, &QFileDialog::fileSelected, this, &EditorTabs::saveAs);
    dialog->open();
}

void EditorTabs::saveAs(const QString &path)
{
    write(page(), path, true);
}

/// What was read is not replaced if somebody else has changed it since; a second try means it.
void EditorTabs::write(EditorPage *page, const QString &path, bool replaces)
{
    if (!page->beginSaving({path, replaces}))
        return;
    const bool isKnown = !replaces && page->stamp() != FileStamp();
    const auto expected = isKnown ? std::optional(page->stamp()) : std::nullopt;
    whenDone(writeSqlFile(path, page->editor().text(), page->form(), expected), page,
             [this, page](const Result<SqlFile> &written) {
                 const auto next = page->endSaving();
                 if (written) {
                     page->wasSaved(*written);
                     if (next) // a plain one is to the file that is the page's now
                         write(page, next->replaces ? next->path : page->path(), next->replaces);
                     return;
                 }
                 if (written.error().code == Error::Code::FileDamaged)
                     page->forgetStamp();
                 Q_EMIT failed(written.error());
                 if (next && next->replaces)
                     write(page, next->path, true);
             });
}

void EditorTabs::checkFiles()
{
    for (EditorPage *page : pages()) {
        if (page->path().isEmpty() || page->stamp() == FileStamp() || page->isSaving())
            continue;
        const auto stamped = startJob<FileStamp>(
            {}, [path = page->path()](Job &) -> Result<FileStamp> { return fileStamp(path); });
        whenDone(stamped, page, [this, page, before = page->stamp()](const Result<FileStamp> &now) {
            if (now && *now != before && page->stamp() == before && !page->isSaving())
                askToReload(page, *now);
        });
    }
}

void EditorTabs::askToReload(EditorPage *page, const FileStamp &now)
{
    const QString name = QFileInfo(page->path()).fileName();
    page->setStamp(now); // asked once for each change
    if (now == FileStamp()) {
        Q_EMIT noted(
            tr("“%1” has been removed or renamed. The text is still here; save it to keep it.").arg(name));
        return;
    }
    ask(this,
        {tr("Changed on the disk"), tr("Another program has changed “%1”. Load it again?").arg(name),
         page->isUnsaved() ? tr("What you have typed and not saved is lost then.")
                           : tr("Nothing of yours is lost."),
         tr("Load again"), page->isUnsaved()},
        [this, guard = QPointer(page)] {
            if (!guard)
                return;
            whenDone(readSqlFile(guard->path()), guard.data(), [this, guard](const Result<SqlFile> &file) {
                if (file)
                    takeFile(guard, *file);
                else
                    Q_EMIT failed(file.error());
            });
        });
}

void EditorTabs::setDrafts(history::Drafts *drafts, const QUuid &profile)
{
    if (m_drafts == drafts && m_profile == profile)
        return;
    m_drafts = drafts;
    m_profile = profile;
    if (!drafts)
        return;
    for (EditorPage *page : pages())
        page->setPlace(drafts->add(profile));
    whenDone(drafts->take(profile), this, [this](const Result<QList<history::FoundDraft>> &found) {
        if (found)
            restore(*found);
    });
}

void EditorTabs::restore(const QList<history::FoundDraft> &found)
{
    EditorPage *before = page();
    for (const history::FoundDraft &one : found) {
        if (one.draft.text.trimmed().isEmpty() && one.draft.file.isEmpty()) {
            one.place->discard();
            continue;
        }
        EditorPage *target = page()->isPristine() ? page() : addEditor();
        target->takeDraft(one);
        compareWithFile(target);
    }
    setCurrentWidget(before);
}

/// The file may have changed since; what was not saved stays.
void EditorTabs::compareWithFile(EditorPage *page)
{
    if (page->path().isEmpty())
        return;
    whenDone(readSqlFile(page->path()), page, [this, page](const Result<SqlFile> &file) {
        if (!file && file.error().code == Error::Code::NotFound)
            page->forgetStamp(); // saving replaces nothing
        if (!file)
            Q_EMIT noted(file.error().message);
        else if (!page->isUnsaved())
            takeFile(page, *file);
        else
            keepOver(page, *file);
    });
}

/// Saving asks before it replaces what somebody else wrote.
void EditorTabs::keepOver(EditorPage *page, const SqlFile &file)
{
    page->setForm(file.form);
    if (page->stamp() == file.stamp)
        return;
    page->setStamp(history::foreignStamp);
    Q_EMIT noted(tr("“%1” has been changed since the text here was typed. Saving asks before it replaces the "
                    "other text; save under another name to keep both.")
                     .arg(QFileInfo(file.path).fileName()));
}

} // namespace latchkey

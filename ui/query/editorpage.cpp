// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/editorpage.h"

#include "core/base/whendone.h"
#include "ui/sqleditor.h"

#include <QVBoxLayout>

#include <utility>

namespace latchkey {

namespace {

constexpr std::chrono::milliseconds autosaveDelay{800}; // behind the last key

} // namespace

EditorPage::EditorPage(QWidget *parent) : QWidget(parent), m_editor(new SqlEditor)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelay);
    connect(&m_autosave, &QTimer::timeout, this, &EditorPage::saveDraft);
    connect(m_editor, &SqlEditor::textChanged, this, &EditorPage::edited);
}

EditorPage::~EditorPage()
{
    m_editor->disconnect(this);
    if (m_autosave.isActive() && m_place)
        m_place->save(draft());
}

history::Draft EditorPage::draft() const
{
    return {m_editor->text(), m_path, m_isUnsaved, m_editor->cursor(), m_position, m_stamp};
}

bool EditorPage::isPristine() const
{
    return m_path.isEmpty() && !m_isUnsaved && m_editor->isEmpty();
}

void EditorPage::edited()
{
    if (m_isTaking)
        return;
    setUnsaved(!m_path.isEmpty() || !m_editor->isEmpty());
    if (m_place)
        m_autosave.start();
}

void EditorPage::setUnsaved(bool unsaved)
{
    if (std::exchange(m_isUnsaved, unsaved) != unsaved)
        Q_EMIT changed();
}

void EditorPage::take(const SqlFile &file)
{
    m_isTaking = true;
    m_editor->setText(file.text);
    m_editor->setCursor(0);
    m_isTaking = false;
    wasSaved(file);
}

void EditorPage::takeDraft(const history::FoundDraft &found)
{
    m_isTaking = true;
    m_editor->setText(found.draft.text);
    m_editor->setCursor(found.draft.cursor);
    m_isTaking = false;
    m_place = found.place;
    m_path = found.draft.file;
    m_isUnsaved = found.draft.isUnsaved;
    m_stamp = m_isUnsaved ? found.draft.stamp : FileStamp(); // a saved text is read again
    Q_EMIT changed();
}

bool EditorPage::beginSaving(const Saving &wanted)
{
    if (m_isSaving)
        m_nextSaving = wanted;
    return !std::exchange(m_isSaving, true);
}

std::optional<EditorPage::Saving> EditorPage::endSaving()
{
    m_isSaving = false;
    return std::exchange(m_nextSaving, {});
}

void EditorPage::wasSaved(const SqlFile &file)
{
    m_path = file.path;
    m_stamp = file.stamp;
    m_form = file.form;
    m_isUnsaved = m_editor->text() != file.text;
    Q_EMIT changed();
    saveDraft();
}

void EditorPage::setPlace(std::shared_ptr<history::DraftPlace> place)
{
    m_place = std::move(place);
    if (m_place && !isPristine())
        m_autosave.start();
}

void EditorPage::saveDraft()
{
    m_autosave.stop();
    if (!m_place)
        return;
    whenDone(m_place->save(draft()), this, [this](const Result<> &saved) {
        if (!saved && !std::exchange(m_hasFailed, true))
            Q_EMIT failed(saved.error());
        m_hasFailed = m_hasFailed && !saved;
    });
}

void EditorPage::discard()
{
    m_autosave.stop();
    if (m_place)
        m_place->discard();
    m_place.reset();
}

} // namespace latchkey

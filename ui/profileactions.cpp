// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profileactions.h"

#include "core/base/whendone.h"
#include "core/catalogue/personal.h"
#include "core/profile/chosen.h"
#include "core/profile/folderedit.h"
#include "ui/icons.h"
#include "ui/profile/awsbadge.h"
#include "ui/profile/copymenu.h"
#include "ui/profile/removalquestion.h"

namespace latchkey {

namespace {

template <typename T>
Result<> withoutValue(const Result<T> &saved)
{
    return saved ? Result<>(Ok{}) : saved.error();
}

template <typename T>
QFuture<Result<>> withoutValue(const QFuture<Result<T>> &edit)
{
    return QFuture(edit).then([](const Result<T> &saved) { return withoutValue(saved); });
}

} // namespace

ProfileActions::ProfileActions(const Parts &parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window),
      m_catalogues(new CatalogueActions(
          {parts.known, parts.tree, parts.principals, parts.open, parts.keychain}, window))
{
    build();
    connect(m_catalogues, &CatalogueActions::failed, this, &ProfileActions::failed);
    connect(&m_parts.tree, &ProfileTree::activated, this, &ProfileActions::connectCurrent);
    connect(&m_parts.tree, &ProfileTree::selectionChanged, this, &ProfileActions::update);
    connect(&m_parts.known, &KnownProfiles::changed, this, &ProfileActions::update);
    connect(&m_parts.store, &ProfileStore::historyChanged, this, &ProfileActions::updateHistory);
    connect(&m_parts.model, &ProfileModel::moveRequested, this, &ProfileActions::move);
    connect(&m_parts.model, &ProfileModel::moveRefused, this,
            [this](const QString &catalogue) { Q_EMIT failed(CatalogueActions::refusal(catalogue)); });
    update();
    updateHistory();
}

QAction *ProfileActions::action(const QString &icon, const QString &text, void (ProfileActions::*slot)())
{
    auto *made = new QAction(icons::icon(icon), text, this);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

void ProfileActions::build()
{
    m_connect = action(QStringLiteral("connect"), tr("&Connect"), &ProfileActions::connectCurrent);
    m_terminal =
        action(QStringLiteral("terminal"), tr("Open in a &terminal"), &ProfileActions::openInTerminal);
    m_terminal->setObjectName(QStringLiteral("openInTerminal"));
    m_terminal->setToolTip(tr("Open in the mariadb or mysql client, with the ticket that the profile uses"));
    m_terminal->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_new = action(QStringLiteral("plus"), tr("&New profile…"), &ProfileActions::newProfile);
    m_new->setShortcut(QKeySequence::New);
    m_newFolder = action(QStringLiteral("folder"), tr("New &folder…"), &ProfileActions::newFolder);
    m_edit = action(QStringLiteral("edit"), tr("&Edit…"), &ProfileActions::edit);
    m_edit->setShortcut(Qt::Key_F2);
    m_duplicate = action(QStringLiteral("copy"), tr("&Duplicate"), &ProfileActions::duplicate);
    m_favourite = action(QStringLiteral("star"), tr("F&avourite"), &ProfileActions::toggleFavourite);
    m_favourite->setCheckable(true);
    m_remove = action(QStringLiteral("destroy"), tr("Re&move…"), &ProfileActions::remove);
    m_remove->setShortcut(QKeySequence::Delete);
    m_cluster = action(QStringLiteral("cluster"), tr("Is a c&luster"), &ProfileActions::toggleCluster);
    m_cluster->setCheckable(true);
    m_undo = action(QStringLiteral("undo"), QString(), &ProfileActions::undo);
    m_redo = action(QStringLiteral("redo"), QString(), &ProfileActions::redo);
    for (QAction *local : {m_edit, m_remove})
        local->setShortcutContext(Qt::WidgetShortcut);
    m_copy = new CopyMenu(m_parts.known, m_parts.tree, m_window);
    connect(m_copy, &CopyMenu::failed, this, &ProfileActions::failed);
    m_parts.tree.setActions({m_connect, m_terminal, nullptr, m_edit, m_favourite, m_duplicate,
                             m_copy->menuAction(), m_cluster, m_remove, m_catalogues->resetAction(),
                             m_catalogues->refreshAction(), nullptr, m_new, m_newFolder});
}

QMenu *ProfileActions::copyMenu() const
{
    return m_copy;
}

QList<Profile> ProfileActions::selectedProfiles() const
{
    return profilesOf(m_parts.tree.selection());
}

QList<Profile> ProfileActions::profilesOf(const ProfileTree::Selection &selection) const
{
    QList<Profile> profiles;
    for (const QUuid &id : selection.profiles) {
        if (const Profile *profile = m_parts.known.find(id))
            profiles.append(*profile);
    }
    return profiles;
}

void ProfileActions::update()
{
    const ProfileTree::Selection selection = m_parts.tree.selection();
    const QList<Profile> profiles = profilesOf(selection);
    m_connect->setEnabled(m_parts.tree.current());
    m_terminal->setEnabled(m_parts.tree.current());
    m_edit->setEnabled(!profiles.isEmpty() || selection.folders.size() == 1);
    m_duplicate->setEnabled(!selection.isEmpty());
    m_remove->setEnabled(!selection.isEmpty());
    const bool isFolder = selection.profiles.isEmpty() && selection.folders.size() == 1;
    m_cluster->setEnabled(isFolder);
    m_cluster->setChecked(isFolder && selection.catalogues.isEmpty()
                          && folderAt(selection.folders.first()).kind == FolderKind::Cluster);
    for (QAction *needsProfile : {m_favourite, m_copy->menuAction()})
        needsProfile->setEnabled(!profiles.isEmpty());
    m_favourite->setChecked(!profiles.isEmpty()
                            && std::all_of(profiles.begin(), profiles.end(),
                                           [](const Profile &profile) { return profile.favourite; }));
}

void ProfileActions::connectCurrent()
{
    if (const Profile *profile = m_parts.tree.current())
        Q_EMIT connectRequested(profile->id);
}

void ProfileActions::openInTerminal()
{
    if (const Profile *profile = m_parts.tree.current())
        Q_EMIT terminalRequested(profile->id);
}

FormOffers ProfileActions::offers() const
{
    QStringList folders;
    const auto add = [&folders](QStringList path) {
        for (; !path.isEmpty(); path.removeLast())
            folders.append(joinPath(path));
    };
    for (const Folder &folder : m_parts.store.document().folders)
        add(folder.fullPath());
    for (const Profile &profile : m_parts.store.profiles())
        add(profile.folder);
    folders.removeDuplicates();
    folders.sort(Qt::CaseInsensitive);
    return {folders, m_parts.principals()};
}

ProfileEditor::InheritedIn ProfileActions::inheritance() const
{
    return [&store = m_parts.store](const QStringList &folder) -> Inheritance {
        const Profile &settings = FolderIndex(store.document().folders).inheritedIn(folder);
        return {settings, settings.name};
    };
}

ProfileEditor *ProfileActions::show(ProfileEditor *editor)
{
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
    return editor;
}

void ProfileActions::newProfile()
{
    editProfile(m_parts.store.newProfile(m_parts.tree.currentFolder()));
}

ProfileEditor *ProfileActions::editProfile(const Profile &profile)
{
    if (!m_parts.known.catalogueOf(profile.id).isEmpty())
        return m_catalogues->edit(profile);
    const bool isNew = !m_parts.store.find(profile.id);
    const ProfileEditor::Save save = [this, isNew](const ProfileChange &change, const Profile &whole) {
        return withoutValue(
            isNew ? m_parts.store.put(whole)
                  : m_parts.store.change(whole.id, [change](Profile &stored) { change.applyTo(stored); }));
    };
    const QString title = profile.name.isEmpty() ? tr("New profile") : tr("Edit “%1”").arg(profile.name);
    auto *editor = new ProfileEditor({FormSubject::Profile, {profile}, title, tr("Save profile")}, save,
                                     offers(), inheritance(), m_window);
    editor->allowTrial(m_parts.open, m_parts.keychain);
    if (const auto badge = awsBadge(profile); badge && !badge->advice.isEmpty())
        editor->showAdvice(badge->advice, badge->isTrouble());
    connect(editor, &QDialog::accepted, this, [this, id = profile.id] { m_parts.tree.select(id); });
    return show(editor);
}

ProfileEditor *ProfileActions::editSeveral(const QList<QUuid> &ids)
{
    const ProfileEditor::Save save = [this, ids](const ProfileChange &change, const Profile &) {
        return m_parts.known.changeAll(ids, [change](Profile &profile) { change.applyTo(profile); });
    };
    const int count = static_cast<int>(ids.size());
    auto *editor = new ProfileEditor({FormSubject::Several, profilesOf({ids, {}, {}}),
                                      tr("Edit %n profile(s)", nullptr, count),
                                      tr("Save %n profile(s)", nullptr, count)},
                                     save, offers(), {}, m_window);
    if (std::any_of(ids.begin(), ids.end(), [this](const QUuid &id) { return !m_parts.store.find(id); }))
        editor->restrictTo(personal::fields());
    return show(editor);
}

void ProfileActions::newFolder()
{
    const Profile settings = m_parts.store.newProfile(m_parts.tree.currentFolder());
    const ProfileEditor::Save save = [this](const ProfileChange &, const Profile &whole) {
        return withoutValue(m_parts.store.putFolder({FolderKind::Folder, whole}));
    };
    show(new ProfileEditor({FormSubject::Folder, {settings}, tr("New folder"), tr("Save folder")}, save,
                           offers(), inheritance(), m_window));
}

Folder ProfileActions::folderAt(const QStringList &path) const
{
    if (const Folder *known = FolderIndex(m_parts.store.document().folders).find(path))
        return *known;
    Folder silent{FolderKind::Folder, m_parts.store.newProfile(path.first(path.size() - 1))};
    silent.settings.name = path.last();
    return silent;
}

ProfileEditor *ProfileActions::editFolder(const QStringList &path)
{
    const Folder folder = folderAt(path);
    const ProfileEditor::Save save = [this, folder](const ProfileChange &change, const Profile &) {
        return m_parts.store.editDocument([folder, change](ProfileDocument &document) -> Result<> {
            const Folder *stored = FolderIndex(document.folders).find(folder.fullPath());
            Folder edited = stored ? *stored : folder;
            if (!stored) {
                if (auto made = folderedit::put(document, folder); !made)
                    return std::move(made).error();
            }
            change.applyTo(edited.settings);
            return withoutValue(folderedit::put(document, edited));
        });
    };
    auto *editor = new ProfileEditor(
        {FormSubject::Folder, {folder.settings}, tr("Edit folder “%1”").arg(path.last()), tr("Save folder")},
        save, offers(), inheritance(), m_window);
    if (const auto badge = awsBadge(folder); badge && !badge->advice.isEmpty())
        editor->showAdvice(badge->advice, badge->isTrouble());
    return show(editor);
}

void ProfileActions::edit()
{
    const ProfileTree::Selection selection = m_parts.tree.selection();
    if (selection.profiles.size() > 1)
        editSeveral(selection.profiles);
    else if (selection.profiles.size() == 1)
        editProfile(*m_parts.known.find(selection.profiles.first()));
    else if (selection.folders.size() == 1 && !refuses(selection))
        editFolder(selection.folders.first());
}

// One is a draft to be changed; several are made at once.
void ProfileActions::duplicate()
{
    const ProfileTree::Selection selection = m_parts.tree.selection();
    const bool isCatalogues = !selection.catalogues.isEmpty();
    if (selection.folders.isEmpty() && selection.profiles.size() == 1) {
        Profile original = *m_parts.known.find(selection.profiles.first());
        if (isCatalogues)
            original.folder.removeFirst(); // the catalogue itself
        editProfile(chosen::copyOf(m_parts.store.document(), original));
    } else if (isCatalogues) {
        Q_EMIT failed({Error::Code::InvalidInput,
                       tr("Some of this is a catalogue’s. Duplicate its profiles one at a time."), QString(),
                       0});
    } else if (!selection.isEmpty()) {
        tell(m_parts.store.editDocument(
            [chosen = Chosen{selection.profiles, selection.folders}](ProfileDocument &document) {
                return chosen::duplicate(document, chosen);
            }));
    }
}

void ProfileActions::toggleFavourite()
{
    const bool is = m_favourite->isChecked();
    tell(m_parts.known.changeAll(m_parts.tree.selection().profiles,
                                 [is](Profile &profile) { profile.favourite = is; }));
}

void ProfileActions::toggleCluster()
{
    if (refuses(m_parts.tree.selection()))
        return update(); // the tick is not what is
    const FolderKind kind = m_cluster->isChecked() ? FolderKind::Cluster : FolderKind::Folder;
    const Folder folder = folderAt(m_parts.tree.selection().folders.first());
    tell(m_parts.store.editDocument([folder, kind](ProfileDocument &document) -> Result<> {
        const Folder *stored = FolderIndex(document.folders).find(folder.fullPath());
        return withoutValue(folderedit::put(document, {kind, stored ? stored->settings : folder.settings}));
    }));
}

void ProfileActions::undo()
{
    tell(m_parts.store.undo());
}

void ProfileActions::redo()
{
    tell(m_parts.store.redo());
}

void ProfileActions::updateHistory()
{
    m_undo->setEnabled(m_parts.store.canUndo());
    m_redo->setEnabled(m_parts.store.canRedo());
    m_undo->setText(m_parts.store.canUndo() ? tr("&Undo %1").arg(m_parts.store.undoText()) : tr("&Undo"));
    m_redo->setText(m_parts.store.canRedo() ? tr("&Redo %1").arg(m_parts.store.redoText()) : tr("&Redo"));
}

void ProfileActions::remove()
{
    const ProfileTree::Selection selection = m_parts.tree.selection();
    if (selection.isEmpty() || refuses(selection))
        return;
    const Chosen chosen{selection.profiles, selection.folders};
    ask(m_window, removalQuestion(m_parts.store.document(), chosen), [this, chosen] {
        tell(m_parts.store.editDocument(
            [chosen](ProfileDocument &document) { return chosen::remove(document, chosen); }));
    });
}

void ProfileActions::move(const QList<QUuid> &profiles, const QStringList &folders, const QStringList &target)
{
    Chosen chosen{profiles, {}};
    for (const QString &path : folders)
        chosen.folders.append(splitPath(path));
    tell(m_parts.store.editDocument(
        [=](ProfileDocument &document) { return chosen::move(document, chosen, target); }));
}

bool ProfileActions::refuses(const ProfileTree::Selection &selection)
{
    if (selection.catalogues.isEmpty())
        return false;
    const Catalogue *catalogue = m_parts.known.catalogues().catalogue(selection.catalogues.first());
    Q_EMIT failed(CatalogueActions::refusal(catalogue ? catalogue->subscription.name : QString()));
    return true;
}

void ProfileActions::tell(const QFuture<Result<>> &edit)
{
    whenDone(edit, this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

} // namespace latchkey

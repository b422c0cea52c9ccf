// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/catalogueactions.h"

#include "core/base/whendone.h"
#include "core/catalogue/personal.h"
#include "ui/icons.h"

#include <QAction>

namespace latchkey {

CatalogueActions::CatalogueActions(const Parts &parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window)
{
    m_reset = new QAction(icons::icon(QStringLiteral("undo")), tr("Reset to the catalo&gue’s"), this);
    m_refresh = new QAction(icons::icon(QStringLiteral("refresh")), tr("Refresh catalogue"), this);
    connect(m_reset, &QAction::triggered, this, &CatalogueActions::reset);
    connect(m_refresh, &QAction::triggered, this, &CatalogueActions::refresh);
    connect(&m_parts.tree, &ProfileTree::selectionChanged, this, &CatalogueActions::update);
    connect(&m_parts.known, &KnownProfiles::changed, this, &CatalogueActions::update);
    update();
}

const Catalogue *CatalogueActions::catalogueOf(const QUuid &profile) const
{
    const Profile *known = m_parts.known.find(profile);
    const auto subscription = known ? subscriptionOf(known->origin) : std::nullopt;
    return subscription ? m_parts.known.catalogues().catalogue(*subscription) : nullptr;
}

// Who has no catalogue sees nothing of them.
void CatalogueActions::update()
{
    const ProfileTree::Selection selection = m_parts.tree.selection();
    const Catalogue *catalogue =
        selection.profiles.size() == 1 ? catalogueOf(selection.profiles.first()) : nullptr;
    m_reset->setVisible(catalogue && catalogue->subscription.personal.contains(selection.profiles.first()));
    m_refresh->setVisible(!selection.catalogues.isEmpty());
}

ProfileEditor *CatalogueActions::edit(const Profile &profile)
{
    const ProfileEditor::Save save = [this, id = profile.id](const ProfileChange &change, const Profile &) {
        return m_parts.known.catalogues()
            .personalise(id, [change](Profile &own) { change.applyTo(own); })
            .then([](const Result<Profile> &saved) {
                return saved ? Result<>(Ok{}) : Result<>(saved.error());
            });
    };
    auto *editor = new ProfileEditor(
        {FormSubject::Profile, {profile}, tr("Edit “%1”").arg(profile.name), tr("Save profile")}, save,
        {{}, m_parts.principals()}, {}, m_window);
    editor->allowTrial(m_parts.open, m_parts.keychain);
    if (const Catalogue *catalogue = catalogueOf(profile.id))
        editor->restrictTo(personal::fields(), catalogue->published.value(profile.id, profile),
                           catalogue->subscription.name);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
    return editor;
}

void CatalogueActions::reset()
{
    for (const QUuid &id : m_parts.tree.selection().profiles)
        tell(m_parts.known.catalogues().depersonalise(id));
}

void CatalogueActions::refresh()
{
    for (const QUuid &id : m_parts.tree.selection().catalogues)
        tell(m_parts.known.catalogues().refresh(id));
}

template <typename T>
void CatalogueActions::tell(const QFuture<Result<T>> &edit)
{
    whenDone(edit, this, [this](const Result<T> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

Error CatalogueActions::refusal(const QString &catalogue)
{
    return {
        Error::Code::InvalidInput,
        tr("Somebody else maintains the catalogue “%1”, so nothing in it can be removed, renamed or moved "
           "here. Duplicate a profile to have one of your own; to be rid of the catalogue, remove it under "
           "“Team catalogues”.")
            .arg(catalogue),
        QString(), 0};
}

} // namespace latchkey

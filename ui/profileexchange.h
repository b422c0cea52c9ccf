// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/catalogue/knownprofiles.h"
#include "ui/importdialog.h"
#include "ui/profiletree.h"

#include <QAction>

namespace latchkey {

class AwsDialog;

/// Bringing profiles in from other programs and out to them: the actions for menus, and their dialogs.
class ProfileExchange : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it. Dialogs are over `window`.
    ProfileExchange(ProfileStore &store, const KnownProfiles &known, ProfileTree &tree, QWidget *window);

    QAction *importAction() const { return m_import; }
    QAction *importFromAwsAction() const { return m_importFromAws; }
    QAction *pasteAction() const { return m_paste; }
    QAction *exportAction() const { return m_export; }

    ImportDialog *importFile(const QString &file);
    /// What a clipboard holds: a URI, a command line, or a whole file's text.
    ImportDialog *importText(const QString &text);
    void exportSelection();
    /// Asks the aws command, after asking which account is meant.
    AwsDialog *importFromAws();

Q_SIGNALS:
    void imported(const QString &sentence);

private:
    ImportDialog *show(const QString &from, const ImportDialog::Read &read);
    void chooseFile();
    QStringList folders() const;

    ProfileStore &m_store;
    const KnownProfiles &m_known; ///< what can be exported
    ProfileTree &m_tree;
    QWidget *m_window;
    QAction *m_import = nullptr;
    QAction *m_importFromAws = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_export = nullptr;
};

} // namespace latchkey

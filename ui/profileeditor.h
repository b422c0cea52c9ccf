// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/connectiontrial.h"
#include "ui/profilepages.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QDialogButtonBox;
class QPushButton;
class QTabWidget;

namespace latchkey {

class ErrorBanner;
class Keychain;
class PreviewPane;

/// Edits one profile, one folder, or several profiles at once. What is wrong is said at its field while typing, what a
/// field inherits beside it; what the store says, in a banner.
class ProfileEditor : public QDialog
{
    Q_OBJECT
public:
    /// Saves what was changed, or the whole (first) profile if there was none before: as the fields say, which may have
    /// come from another folder than at first. Answers when it is saved; until then the editor waits, and stays open if
    /// it is not.
    using Save = std::function<QFuture<Result<>>(const ProfileChange &change, const Profile &whole)>;
    /// What a folder hands down; asked again whenever another one is chosen.
    using InheritedIn = std::function<Inheritance(const QStringList &folder)>;

    struct Subject
    {
        FormSubject kind = FormSubject::Profile;
        QList<Profile> profiles; ///< one, or several; a folder's settings
        QString title; ///< of the dialog
        QString saveText; ///< of its button
    };

    ProfileEditor(Subject subject, Save save, const FormOffers &offers = {}, InheritedIn inheritedIn = {},
                  QWidget *parent = nullptr);

    /// Has a button that tries the profile out as the fields say now; see ConnectionTrial.
    void allowTrial(const ConnectionTrial::Open &open, Keychain *keychain);

    /// Says it above the fields until the user closes it.
    void showAdvice(const QString &sentences, bool isTrouble);
    /// Nothing but these settings (keys) can be changed: the others are as the catalogue of that name has them. `published`: the
    /// profile without anything of the user's own, which a button goes back to.
    void restrictTo(std::span<const std::string_view> keys, const Profile &published,
                    const QString &catalogue);
    /// The same for several, some of which are a catalogue's.
    void restrictTo(std::span<const std::string_view> keys);

    /// The (first) profile as the fields say now.
    Profile profile() const;
    /// The page of that number is in front.
    void showPage(int number);

    void accept() override;
    /// Not while it is being saved: nobody would hear of it if that failed.
    void reject() override;

private:
    void build(const FormOffers &offers);
    void restrictFields(std::span<const std::string_view> keys);
    void tabToTrial();
    void tryOut();
    void followFolder();
    void check();
    void updateFields();
    void showPageOf(const QList<FieldProblem> &problems);
    QList<FieldProblem> problems() const;
    bool isFine(); ///< else shows what is not
    void save();
    void saved(const Result<> &result);

    Subject m_subject;
    Save m_save;
    InheritedIn m_inheritedIn;
    QStringList m_folder; ///< that m_inheritance is of
    Inheritance m_inheritance;
    ProfileForm *m_form = nullptr;
    ErrorBanner *m_banner = nullptr;
    QTabWidget *m_pages = nullptr;
    PreviewPane *m_preview = nullptr; ///< of one profile
    QWidget *m_focus = nullptr; ///< before the editor began to wait
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_saveButton = nullptr;
    ConnectionTrial *m_trial = nullptr;
};

} // namespace latchkey

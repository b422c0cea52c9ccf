// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profileeditor.h"

#include "core/base/whendone.h"
#include "core/connect/identityvalues.h"
#include "core/profile/profiledocument.h"
#include "ui/dialogfit.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/profile/previewpane.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QTabWidget>

namespace latchkey {

ProfileEditor::ProfileEditor(Subject subject, Save save, const FormOffers &offers, InheritedIn inheritedIn,
                             QWidget *parent)
    : QDialog(parent), m_subject(std::move(subject)), m_save(std::move(save)),
      m_inheritedIn(std::move(inheritedIn))
{
    setObjectName(QStringLiteral("profileEditor"));
    setWindowTitle(m_subject.title);
    build(offers);
    if (m_subject.kind == FormSubject::Several)
        m_form->showSeveral(m_subject.profiles);
    else
        m_form->show(m_subject.profiles.first());
    if (m_inheritedIn && m_subject.kind != FormSubject::Several) {
        m_folder = profile().folder;
        m_inheritance = m_inheritedIn(m_folder);
        m_form->setInheritance(m_inheritance);
    }
    connect(m_form, &ProfileForm::edited, this, [this] {
        followFolder();
        check();
    });
    updateFields();
    setMinimumWidth(1000);
    keepFitting(*this);
}

void ProfileEditor::build(const FormOffers &offers)
{
    m_banner = new ErrorBanner(this);
    m_pages = new QTabWidget(this);
    m_pages->setDocumentMode(true);
    m_form = new ProfileForm(this);
    for (const auto &[title, page] : buildProfilePages(*m_form, m_subject.kind, offers, m_pages))
        m_pages->addTab(page, title);
    if (m_subject.kind == FormSubject::Profile)
        m_preview = new PreviewPane(this);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_saveButton = m_buttons->addButton(m_subject.saveText, QDialogButtonBox::AcceptRole);
    m_saveButton->setObjectName(QStringLiteral("save"));
    m_saveButton->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ProfileEditor::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ProfileEditor::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::wide, theme::wide, theme::wide, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    if (m_preview)
        column->addWidget(m_preview);
    column->addWidget(m_buttons);
    if (QWidget *first = m_form->fieldOf(m_subject.kind == FormSubject::Several ? FieldProblem::Field::Folder
                                                                                : FieldProblem::Field::Name))
        first->setFocus();
}

void ProfileEditor::allowTrial(const ConnectionTrial::Open &open, Keychain *keychain)
{
    m_trial = new ConnectionTrial(open, keychain, this);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, m_trial);
    tabToTrial();
    QPushButton *button = m_buttons->addButton(tr("&Test"), QDialogButtonBox::ResetRole);
    button->setObjectName(QStringLiteral("test"));
    button->setIcon(icons::icon(QStringLiteral("connect")));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &ProfileEditor::tryOut);
}

/// Tab comes to its buttons before those of the dialog, which were there first.
void ProfileEditor::tabToTrial()
{
    QWidget *before = m_buttons->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus && before != m_pages)
        before = before->previousInFocusChain();
    for (auto *button : m_trial->findChildren<QAbstractButton *>()) {
        setTabOrder(before, button);
        before = button;
    }
}

void ProfileEditor::showAdvice(const QString &sentences, bool isTrouble)
{
    if (isTrouble)
        m_banner->showWarning(sentences);
    else
        m_banner->showInfo(sentences);
}

void ProfileEditor::restrictTo(std::span<const std::string_view> keys, const Profile &published,
                               const QString &catalogue)
{
    m_form->setInheritance({published, catalogue});
    restrictFields(keys);
    m_banner->showInfo(
        tr("Somebody else maintains the catalogue “%1”, so what is grey cannot be changed here. "
           "The rest can be your own, and stays so when the catalogue changes.")
            .arg(catalogue));
    QPushButton *button = m_buttons->addButton(tr("&Reset to the catalogue’s"), QDialogButtonBox::ResetRole);
    button->setObjectName(QStringLiteral("resetToCatalogue"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, m_form, &ProfileForm::inheritAll);
}

void ProfileEditor::restrictTo(std::span<const std::string_view> keys)
{
    restrictFields(keys);
    m_banner->showInfo(
        tr("Some of these profiles are a catalogue’s, which somebody else maintains, so what is grey cannot "
           "be changed here. The rest can be your own, and stays so when the catalogue changes."));
}

void ProfileEditor::restrictFields(std::span<const std::string_view> keys)
{
    m_form->restrictTo(keys);
    if (QWidget *first = m_form->fieldOf(FieldProblem::Field::Principal))
        first->setFocus();
}

void ProfileEditor::tryOut()
{
    m_banner->clear();
    if (isFine())
        m_trial->start(profile());
}

Profile ProfileEditor::profile() const
{
    Profile profile = m_subject.profiles.first();
    m_form->change().applyTo(profile);
    return profile;
}

// Whatever was inherited from the one folder and not changed here is inherited from the other.
void ProfileEditor::followFolder()
{
    const QStringList folder = profile().folder;
    if (!m_inheritedIn || m_subject.kind == FormSubject::Several || folder == m_folder)
        return;
    m_folder = folder;
    const Inheritance now = m_inheritedIn(folder);
    inheritAnew(m_subject.profiles.first(), m_inheritance.settings, now.settings);
    m_inheritance = now;
    m_form->show(m_subject.profiles.first());
    m_form->setInheritance(now);
}

QList<FieldProblem> ProfileEditor::problems() const
{
    return m_subject.kind == FormSubject::Folder ? validate(Folder{FolderKind::Folder, profile()})
                                                 : validate(profile());
}

void ProfileEditor::check()
{
    m_form->showProblems(problems());
    updateFields();
}

void ProfileEditor::updateFields()
{
    if (m_subject.kind == FormSubject::Several)
        return;
    const Profile now = profile();
    const IdentityValues values = identityValues();
    if (m_preview)
        m_preview->show(previewOf(now, values));
    using Field = FieldProblem::Field;
    for (const Field field : {Field::Principal, Field::Keytab, Field::Spn}) {
        if (QWidget *widget = m_form->fieldOf(field))
            widget->setEnabled(now.usesTickets());
    }
    const QString user = filledIn(now.identity.principal, values).section(QLatin1Char('@'), 0, 0);
    if (auto *account = qobject_cast<QLineEdit *>(m_form->fieldOf(Field::Account)))
        account->setPlaceholderText(!now.usesTickets() ? QString()
                                    : user.isEmpty()   ? tr("as the principal’s user part")
                                                       : user);
    m_form->fieldOf(Field::CaFile)
        ->setEnabled(now.tls == TlsPolicy::VerifyIdentity || now.tls == TlsPolicy::VerifyCa);
}

void ProfileEditor::showPage(int number)
{
    m_pages->setCurrentIndex(number);
}

void ProfileEditor::showPageOf(const QList<FieldProblem> &problems)
{
    QWidget *field = m_form->fieldOf(problems.first().field);
    if (!field)
        return;
    for (int at = 0; at < m_pages->count(); ++at) {
        if (m_pages->widget(at)->isAncestorOf(field))
            m_pages->setCurrentIndex(at);
    }
    field->setFocus();
}

bool ProfileEditor::isFine()
{
    const QList<FieldProblem> found = problems();
    for (const FieldProblem &problem : found)
        m_form->touch(problem.field);
    check();
    if (!found.isEmpty())
        showPageOf(found);
    return found.isEmpty();
}

void ProfileEditor::accept()
{
    if (isFine())
        save();
}

void ProfileEditor::reject()
{
    if (m_pages->isEnabled())
        QDialog::reject();
}

// What is typed now would be lost, so nothing can be.
void ProfileEditor::save()
{
    if (!m_pages->isEnabled())
        return;
    m_focus = focusWidget();
    m_pages->setEnabled(false);
    m_buttons->setEnabled(false);
    whenDone(m_save(m_form->change(), profile()), this, [this](const Result<> &result) { saved(result); });
}

void ProfileEditor::saved(const Result<> &result)
{
    m_pages->setEnabled(true);
    m_buttons->setEnabled(true);
    if (m_focus)
        m_focus->setFocus();
    if (result)
        QDialog::accept();
    else
        m_banner->showError(result.error());
}

} // namespace latchkey

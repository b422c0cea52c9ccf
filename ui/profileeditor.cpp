// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profileeditor.h"

#include "core/base/whendone.h"
#include "ui/errorbanner.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {

template <typename Enum>
Enum chosen(const QComboBox *box)
{
    return static_cast<Enum>(box->currentData().toInt());
}

} // namespace

ProfileEditor::ProfileEditor(Profile profile, Save save, const QStringList &folders,
                             const QStringList &principals, QWidget *parent)
    : QDialog(parent), m_profile(std::move(profile)), m_save(std::move(save))
{
    setObjectName(QStringLiteral("profileEditor"));
    setWindowTitle(m_profile.name.isEmpty() ? tr("New profile") : tr("Edit “%1”").arg(m_profile.name));
    m_banner = new ErrorBanner(this);
    m_pages = new QWidget(this);
    auto *columns = new QHBoxLayout(m_pages);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme::page + theme::unit);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right})
        side->setSpacing(theme::page);
    left->addWidget(buildGeneral(folders));
    left->addWidget(buildServer());
    left->addStretch();
    right->addWidget(buildIdentity(principals));
    right->addWidget(buildTls());
    right->addStretch();
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_saveButton = buttons->addButton(tr("Save profile"), QDialogButtonBox::AcceptRole);
    m_saveButton->setObjectName(QStringLiteral("save"));
    m_saveButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProfileEditor::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProfileEditor::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::page);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    setMinimumWidth(940);
    int widest = 0;
    for (const QLabel *label : std::as_const(m_labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QLabel *label : std::as_const(m_labels))
        label->setFixedWidth(widest);
    fill(m_profile);
    watch();
    updateFields();
    m_name->setFocus();
}

Profile ProfileEditor::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.folder = splitPath(m_folder->currentText());
    if (m_folder->currentText().trimmed().isEmpty())
        profile.folder.clear();
    profile.environment = chosen<Environment>(m_environment);
    profile.colour = m_colour->currentData().toString();
    profile.readOnly = m_readOnly->isChecked();
    profile.host = m_host->text().trimmed();
    profile.port = m_port->text().trimmed().toUShort();
    profile.schema = m_schema->text().trimmed();
    profile.authentication = chosen<Authentication>(m_authentication);
    profile.identity.principal = m_principal->currentText().trimmed();
    profile.account = m_account->text().trimmed();
    profile.identity.keytab = m_keytab->text().trimmed();
    profile.pinnedSpn = m_spn->text().trimmed();
    profile.tls = chosen<TlsPolicy>(m_tls);
    profile.tlsFiles.authorities = m_caFile->text().trimmed();
    profile.notes = m_notes->toPlainText();
    return profile;
}

void ProfileEditor::watch()
{
    const QList<std::pair<QLineEdit *, Field>> edits{
        {m_name, Field::Name},       {m_folder->lineEdit(), Field::Folder},
        {m_host, Field::Host},       {m_port, Field::Port},
        {m_account, Field::Account}, {m_principal->lineEdit(), Field::Principal},
        {m_keytab, Field::Keytab},   {m_spn, Field::Spn},
        {m_caFile, Field::CaFile},
    };
    for (const auto &[field, what] : edits)
        connect(field, &QLineEdit::textEdited, this, [this, what = what] { touched(what); });
    connect(m_keytab, &QLineEdit::textChanged, this, &ProfileEditor::check);
    connect(m_caFile, &QLineEdit::textChanged, this, &ProfileEditor::check);
    connect(m_authentication, &QComboBox::currentIndexChanged, this, &ProfileEditor::updateFields);
    connect(m_principal, &QComboBox::currentTextChanged, this, &ProfileEditor::updateFields);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ProfileEditor::updateFields);
}

void ProfileEditor::touched(Field field)
{
    m_touched.insert(static_cast<int>(field));
    check();
}

void ProfileEditor::check()
{
    for (QLabel *problem : std::as_const(m_problems))
        problem->hide();
    for (const FieldProblem &problem : validate(profile())) {
        const int field = static_cast<int>(problem.field);
        QLabel *label = m_problems.value(field);
        if (!label || label->isVisibleTo(this) || !m_touched.contains(field))
            continue;
        theme::setInk(label, theme::Colour::Danger, palette());
        label->setText(QStringLiteral("⚠ %1").arg(problem.message));
        label->show();
    }
}

void ProfileEditor::updateFields()
{
    const bool tickets = profile().usesTickets();
    for (QWidget *field : {static_cast<QWidget *>(m_principal), static_cast<QWidget *>(m_keytab),
                           static_cast<QWidget *>(m_spn)})
        field->setEnabled(tickets);
    const QString principal = m_principal->currentText();
    const QString user = principal.section(QLatin1Char('@'), 0, 0);
    m_account->setPlaceholderText(!tickets         ? QString()
                                  : user.isEmpty() ? tr("as the principal’s user part")
                                                   : user);
    const TlsPolicy policy = chosen<TlsPolicy>(m_tls);
    m_caFile->setEnabled(policy == TlsPolicy::VerifyIdentity || policy == TlsPolicy::VerifyCa);
    check();
}

void ProfileEditor::accept()
{
    const QList<FieldProblem> problems = validate(profile());
    for (const FieldProblem &problem : problems)
        m_touched.insert(static_cast<int>(problem.field));
    check();
    if (!problems.isEmpty()) {
        if (QWidget *field = m_widgets.value(static_cast<int>(problems.first().field)))
            field->setFocus();
        return;
    }
    save();
}

// What is typed now would be lost, so nothing can be.
void ProfileEditor::save()
{
    if (!m_pages->isEnabled())
        return;
    m_focus = focusWidget();
    m_pages->setEnabled(false);
    m_saveButton->setEnabled(false);
    whenDone(m_save(profile()), this, [this](const Result<Profile> &profile) { saved(profile); });
}

void ProfileEditor::saved(const Result<Profile> &profile)
{
    m_pages->setEnabled(true);
    m_saveButton->setEnabled(true);
    if (m_focus)
        m_focus->setFocus();
    if (profile)
        QDialog::accept();
    else
        m_banner->showError(profile.error());
}

} // namespace latchkey

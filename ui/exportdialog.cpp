// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/exportdialog.h"

#include "core/base/atomicfile.h"
#include "core/base/job.h"
#include "core/base/whendone.h"
#include "core/connect/identityvalues.h"
#include "core/profile/formats/latchkeyfile.h"
#include "ui/dialogfit.h"
#include "ui/errorbanner.h"
#include "ui/formlabels.h"
#include "ui/remarktext.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPlainTextEdit>

namespace latchkey {

namespace {

constexpr int leastWidth = 640;
constexpr int leastRemarks = 160;

} // namespace

ExportDialog::ExportDialog(ProfileDocument document, QList<QUuid> selection, QWidget *parent)
    : QDialog(parent), m_document(std::move(document)), m_selection(std::move(selection))
{
    setObjectName(QStringLiteral("export"));
    setWindowTitle(tr("Export profiles"));
    build();
    setMinimumWidth(leastWidth);
    keepFitting(*this);
    update();
}

void ExportDialog::build()
{
    m_banner = new ErrorBanner(this);
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("what"));
    if (!m_selection.isEmpty())
        m_what->addItem(tr("%n selected profile(s)", nullptr, static_cast<int>(m_selection.size())), true);
    m_what->addItem(tr("All %n profile(s)", nullptr, static_cast<int>(m_document.profiles.size())), false);
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("format"));
    for (const formats::Codec *codec : formats::codecs()) {
        if (codec->write)
            m_format->addItem(QString::fromUtf8(codec->name), QString::fromLatin1(codec->word));
    }
    m_loss = new QLabel(this);
    m_loss->setWordWrap(true);
    m_remarks = new QPlainTextEdit(this);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->setAccessibleName(tr("What the format cannot hold"));
    m_remarks->setReadOnly(true);
    m_remarks->setMinimumHeight(leastRemarks);
    m_remarks->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    for (QComboBox *box : {m_what, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::update);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme::wide);
    form->setVerticalSpacing(theme::unit);
    form->addRow(tr("&Profiles"), m_what);
    form->addRow(tr("&Format"), m_format);
    alignLabels(*form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addWidget(m_loss);
    column->addWidget(m_remarks, 1);
    column->addStretch();
    column->addWidget(buttons);
}

QList<QUuid> ExportDialog::wanted() const
{
    return m_what->currentData().toBool() ? m_selection : QList<QUuid>();
}

const formats::Codec &ExportDialog::codec() const
{
    return *formats::codecNamed(m_format->currentData().toString().toStdString());
}

void ExportDialog::update()
{
    m_banner->clear();
    m_bytes.clear();
    m_isReady = false;
    m_save->setEnabled(false);
    m_exporting.request_stop();
    m_exporting = std::stop_source();
    const auto exporting = startJob<Export>(
        m_exporting.get_token(), [document = m_document, ids = wanted(), format = &codec()](Job &) {
            const bool isOurs = format == &formats::latchkeyFile;
            return exportProfiles(isOurs ? document : asUsed(document), ids, *format);
        });
    whenDone(exporting, this, [this](const Result<Export> &exported) {
        if (exported || exported.error().code != Error::Code::Cancelled)
            show(exported);
    });
}

void ExportDialog::show(const Result<Export> &exported)
{
    m_isReady = true;
    m_save->setEnabled(bool(exported));
    if (!exported)
        return m_banner->showError(exported.error());
    m_bytes = exported->bytes;
    m_loss->setText(
        exported->remarks.isEmpty()
            ? tr("The format holds everything that these profiles say. No password is in the file.")
            : tr("What the format cannot hold. No password is in the file."));
    m_remarks->setPlainText(remarkText(exported->remarks));
    m_remarks->setVisible(!exported->remarks.isEmpty());
}

void ExportDialog::accept()
{
    auto *dialog = new QFileDialog(this, tr("Save profiles as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::writeTo);
    dialog->open();
}

void ExportDialog::writeTo(const QString &file)
{
    m_save->setEnabled(false);
    const auto writing =
        startJob<Ok>({}, [file, bytes = m_bytes](Job &) -> Result<> { return writeAtomically(file, bytes); });
    whenDone(writing, this, [this, file](const Result<> &written) {
        m_save->setEnabled(true);
        if (written)
            m_banner->showInfo(tr("Saved as “%1”.").arg(file));
        else
            m_banner->showError(written.error());
    });
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/resultexportdialog.h"

#include "ui/dialogfit.h"
#include "ui/errorbanner.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QProgressBar>
#include <QTimer>

namespace latchkey {

using result::BinaryText;
using result::RowFormat;

namespace {

constexpr int progressInterval = 100; ///< ms

struct OfferedFormat
{
    RowFormat format;
    const char *name;
    const char *ending;
};

constexpr OfferedFormat offeredFormats[] = {
    {RowFormat::Csv, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "CSV (RFC 4180)"), "csv"},
    {RowFormat::Tsv, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "Tab-separated values"), "tsv"},
    {RowFormat::Json, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "JSON array"), "json"},
    {RowFormat::JsonLines, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "JSON lines"), "jsonl"},
    {RowFormat::Markdown, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "Markdown table"), "md"},
    {RowFormat::Insert, QT_TRANSLATE_NOOP("latchkey::ResultExportDialog", "INSERT statements"), "sql"},
};

QString endingOf(RowFormat format)
{
    for (const OfferedFormat &offered : offeredFormats) {
        if (offered.format == format)
            return QLatin1String(offered.ending);
    }
    return {};
}

bool isSeparated(RowFormat format)
{
    return format == RowFormat::Csv || format == RowFormat::Tsv;
}

} // namespace

ResultExportDialog::ResultExportDialog(Source source, QWidget *parent)
    : QDialog(parent), m_source(std::move(source)), m_export(new ResultExport(this))
{
    setObjectName(QStringLiteral("resultExport"));
    setWindowTitle(tr("Export result"));
    build();
    connect(m_export, &ResultExport::finished, this, &ResultExportDialog::showOutcome);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ResultExportDialog::showOptions);
    m_ticks = new QTimer(this);
    m_ticks->setInterval(progressInterval);
    connect(m_ticks, &QTimer::timeout, this, &ResultExportDialog::showProgress);
    showOptions();
    setExporting(false);
    resize(520, 0);
    fitHeight(*this);
    keepFitting(*this);
}

void ResultExportDialog::build()
{
    m_banner = new ErrorBanner(this);
    m_choices = new QWidget(this);
    m_form = new QFormLayout(m_choices);
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(theme::wide);
    m_form->setVerticalSpacing(theme::unit);
    addRows(m_form);
    addOptions(m_form);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("progress"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Rows written"));
    m_amount = new QLabel(this);
    m_amount->setObjectName(QStringLiteral("amount"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_banner);
    column->addWidget(m_choices);
    column->addWidget(m_bar);
    column->addWidget(m_amount);
    column->addStretch();
    column->addWidget(buildButtons());
}

void ResultExportDialog::addRows(QFormLayout *form)
{
    m_what = new QComboBox(m_choices);
    m_what->setObjectName(QStringLiteral("what"));
    m_what->addItem(tr("The %n row(s) that are here", nullptr, static_cast<int>(m_source.here.rows)), false);
    if (m_source.run)
        m_what->addItem(tr("All rows: runs the statement again"), true);
    if (!m_source.missing.isEmpty())
        m_what->setCurrentIndex(m_what->count() - 1);
    m_format = new QComboBox(m_choices);
    m_format->setObjectName(QStringLiteral("format"));
    for (const OfferedFormat &offered : offeredFormats)
        m_format->addItem(tr(offered.name), static_cast<int>(offered.format));
    form->addRow(tr("&Rows"), m_what);
    form->addRow(tr("&Format"), m_format);
}

void ResultExportDialog::addOptions(QFormLayout *form)
{
    m_encoding = new QComboBox(m_choices);
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_encoding->addItem(tr("UTF-8"), false);
    m_encoding->addItem(tr("UTF-8 with byte order mark, for Excel"), true);
    m_binary = new QComboBox(m_choices);
    m_binary->setObjectName(QStringLiteral("binary"));
    m_binary->addItem(tr("Hexadecimal (0x…)"), static_cast<int>(BinaryText::Hex));
    m_binary->addItem(tr("Base64"), static_cast<int>(BinaryText::Base64));
    m_null = new QLineEdit(m_choices);
    m_null->setObjectName(QStringLiteral("null"));
    m_table = new QLineEdit(m_choices);
    m_table->setObjectName(QStringLiteral("table"));
    m_table->setPlaceholderText(tr("As the columns say"));
    m_header = new QCheckBox(tr("First &line with the columns’ names"), m_choices);
    m_header->setObjectName(QStringLiteral("header"));
    m_header->setChecked(true);
    m_guard = new QCheckBox(tr("&Guard against formulas: ' before texts that begin with = + - @"), m_choices);
    m_guard->setObjectName(QStringLiteral("guard"));
    m_guard->setChecked(true);
    m_guard->setToolTip(tr("A spreadsheet would run such a text as a formula. Numbers stay as they are."));
    form->addRow(tr("&Encoding"), m_encoding);
    form->addRow(tr("&Binary values"), m_binary);
    form->addRow(tr("&NULL as"), m_null);
    form->addRow(tr("&Table"), m_table);
    form->addRow(m_header);
    form->addRow(m_guard);
}

QWidget *ResultExportDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("close"));
    m_save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ResultExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ResultExportDialog::reject);
    return buttons;
}

RowFormat ResultExportDialog::format() const
{
    return static_cast<RowFormat>(m_format->currentData().toInt());
}

bool ResultExportDialog::runsAgain() const
{
    return m_what->currentData().toBool();
}

/// Only what the format has.
void ResultExportDialog::showOptions()
{
    const bool separated = isSeparated(format());
    const auto show = [this](QWidget *field, bool isShown) { m_form->setRowVisible(field, isShown); };
    show(m_encoding, separated);
    show(m_null, separated);
    show(m_header, separated);
    show(m_guard, format() == RowFormat::Csv);
    show(m_table, format() == RowFormat::Insert);
    show(m_binary, format() != RowFormat::Insert);
    m_null->setPlaceholderText(format() == RowFormat::Tsv ? QStringLiteral("NULL") : tr("Nothing"));
}

ResultExport::Target ResultExportDialog::target(const QString &file) const
{
    ResultExport::Target target{file, format(), {}};
    target.options.header = m_header->isChecked();
    target.options.formulaGuard = m_guard->isChecked();
    target.options.byteOrderMark = isSeparated(format()) && m_encoding->currentData().toBool();
    target.options.binary = static_cast<BinaryText>(m_binary->currentData().toInt());
    target.options.table = m_table->text();
    if (!m_null->text().isEmpty())
        target.options.null = m_null->text();
    return target;
}

void ResultExportDialog::accept()
{
    auto *dialog = new QFileDialog(this, tr("Save result as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(format()));
    connect(dialog, &QFileDialog::fileSelected, this, &ResultExportDialog::writeTo);
    dialog->open();
}

void ResultExportDialog::writeTo(const QString &file)
{
    if (isExporting())
        return;
    m_file = file;
    m_banner->clear();
    setExporting(true);
    if (runsAgain())
        m_export->runStatement(target(file), m_source.run, m_source.statement);
    else
        m_export->writeCells(target(file), m_source.here);
}

void ResultExportDialog::reject()
{
    if (isExporting())
        m_export->cancel();
    else
        QDialog::reject();
}

void ResultExportDialog::setExporting(bool isExporting)
{
    m_choices->setEnabled(!isExporting);
    m_save->setEnabled(!isExporting);
    m_close->setText(isExporting ? tr("Cancel export") : tr("Close"));
    m_bar->setVisible(isExporting);
    m_amount->setVisible(isExporting);
    if (!isExporting)
        return m_ticks->stop();
    m_bar->setRange(0, runsAgain() ? 0 : 1000); // of a statement nobody knows how many rows there will be
    m_bar->setValue(0);
    m_amount->clear();
    m_ticks->start();
}

QString ResultExportDialog::amount() const
{
    return tr("%1 rows, %2")
        .arg(locale().toString(m_export->rows()),
             locale().formattedDataSize(static_cast<qint64>(m_export->bytes())));
}

void ResultExportDialog::showProgress()
{
    m_amount->setText(amount());
    if (!runsAgain() && m_source.here.rows > 0)
        m_bar->setValue(static_cast<int>(m_export->rows() * 1000 / static_cast<quint64>(m_source.here.rows)));
}

void ResultExportDialog::showOutcome(const Result<> &outcome)
{
    setExporting(false);
    const QString saved = tr("Saved as “%1”: %2.").arg(m_file, amount());
    if (outcome && !runsAgain() && !m_source.missing.isEmpty())
        m_banner->showWarning(tr("%1 This is not the whole result: %2").arg(saved, m_source.missing));
    else if (outcome)
        m_banner->showInfo(saved);
    else if (outcome.error().code == Error::Code::Cancelled)
        m_banner->showWarning(tr("The export was cancelled; no file was written."));
    else
        m_banner->showError(outcome.error());
}

} // namespace latchkey

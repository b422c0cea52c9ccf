// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/importdialog.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "ui/errorbanner.h"
#include "ui/importmodel.h"
#include "ui/profile/consenttext.h"
#include "ui/remarktext.h"
#include "ui/theme.h"
#include "ui/waitingrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPlainTextEdit>

namespace latchkey {

namespace {

constexpr int remarksHeight = 96;

} // namespace

ImportDialog::ImportDialog(ProfileStore &store, const QString &from, Read read, const QStringList &folders,
                           QWidget *parent)
    : QDialog(parent), m_store(store)
{
    setObjectName(QStringLiteral("import"));
    setWindowTitle(tr("Import from %1").arg(from));
    m_banner = new ErrorBanner(this);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_rows = buildRows();
    m_reason = new QLabel(this);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_remarks = new QPlainTextEdit(this);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->setAccessibleName(tr("Remarks"));
    m_remarks->setReadOnly(true);
    m_remarks->setFixedHeight(remarksHeight);
    m_remarks->hide();
    m_waiting = new WaitingRow(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("doImport"));
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::unit + theme::half);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addWidget(buildOptions(folders));
    column->addWidget(m_rows, 1);
    column->addWidget(m_reason);
    column->addWidget(m_remarks);
    column->addWidget(m_waiting);
    column->addWidget(buttons);
    resize(900, 620);
    update();
    this->read(read);
}

ImportDialog::~ImportDialog()
{
    m_planning.request_stop();
}

QTreeView *ImportDialog::buildRows()
{
    m_model = new ImportModel(this);
    connect(m_model, &ImportModel::choiceChanged, this, &ImportDialog::update);
    auto *rows = new QTreeView(this);
    rows->setObjectName(QStringLiteral("plan"));
    rows->setAccessibleName(tr("What importing would do"));
    rows->setModel(m_model);
    rows->setRootIsDecorated(false);
    rows->setUniformRowHeights(true);
    rows->setAllColumnsShowFocus(true);
    rows->header()->setStretchLastSection(true);
    rows->header()->resizeSection(ImportModel::Name, 320);
    rows->header()->resizeSection(ImportModel::Action, 130);
    connect(rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportDialog::showReason);
    connect(m_model, &ImportModel::modelReset, this, &ImportDialog::showReason);
    return rows;
}

QWidget *ImportDialog::buildOptions(const QStringList &folders)
{
    auto *options = new QWidget(this);
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::half);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::wide);
    auto *label = new QLabel(tr("Into &folder"), options);
    m_into = new QComboBox(options);
    m_into->setObjectName(QStringLiteral("into"));
    m_into->setEditable(true);
    m_into->setInsertPolicy(QComboBox::NoInsert);
    m_into->addItem(QString());
    m_into->addItems(folders);
    m_into->lineEdit()->setPlaceholderText(tr("as in the file"));
    label->setBuddy(m_into);
    line->addWidget(label);
    line->addWidget(m_into, 1);
    column->addLayout(line);
    for (const RiskName &known : riskNames()) {
        auto *box = new QCheckBox(consentText(known.risk), options);
        box->setObjectName(QStringLiteral("allow-") + QLatin1String(known.word));
        box->hide();
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ImportDialog::plan);
        m_consents.append({known.risk, box});
    }
    connect(m_into, &QComboBox::currentTextChanged, this, &ImportDialog::plan);
    return options;
}

ImportOptions ImportDialog::options() const
{
    ImportOptions options{splitPath(m_into->currentText()), {}};
    for (const auto &[risk, box] : m_consents) {
        if (box->isChecked())
            options.consent |= risk;
    }
    return options;
}

void ImportDialog::read(const Read &read)
{
    m_waiting->waitFor(tr("Reading…"));
    const auto reading = startJob<Sources>({}, [read](Job &) { return read(); });
    whenDone(reading, this, [this](const Result<Sources> &sources) {
        m_waiting->stop();
        if (sources) {
            m_sources = *sources;
            plan();
        } else {
            m_isReady = true;
            m_banner->showError(sources.error());
        }
    });
}

// Until the new plan is there, nothing can be imported: the old one is not what the options say.
void ImportDialog::plan()
{
    m_isCurrent = false;
    m_import->setEnabled(false);
    m_planning.request_stop();
    m_planning = std::stop_source();
    const auto planning = startJob<ImportPlan>(m_planning.get_token(),
                                               [document = m_store.document(), sources = m_sources,
                                                options = options()](Job &) -> Result<ImportPlan> {
                                                   return planImport(document, sources, options);
                                               });
    whenDone(planning, this, [this](const Result<ImportPlan> &plan) {
        if (plan)
            showPlan(*plan);
    });
}

void ImportDialog::showPlan(const ImportPlan &plan)
{
    m_isReady = true;
    m_isCurrent = true;
    const int current = std::max(0, m_rows->currentIndex().row());
    m_model->setPlan(plan);
    m_rows->setCurrentIndex(m_model->index(current, ImportModel::Name));
    showRisks(plan);
    showRemarks(plan);
}

// A risk stays visible once it has been agreed to, so that it can be taken back.
void ImportDialog::showRisks(const ImportPlan &plan)
{
    for (const auto &[risk, box] : std::as_const(m_consents)) {
        const auto isLeftOut = [risk = risk](const ImportRow &row) {
            return std::any_of(row.leftOut.begin(), row.leftOut.end(),
                               [risk](const LeftOut &left) { return left.risk == risk; });
        };
        box->setVisible(box->isChecked() || std::any_of(plan.rows.begin(), plan.rows.end(), isLeftOut));
    }
}

void ImportDialog::showRemarks(const ImportPlan &plan)
{
    m_remarks->setPlainText(remarkText(plan.remarks));
    m_remarks->setVisible(!plan.remarks.isEmpty());
}

// The column cuts it off.
void ImportDialog::showReason()
{
    const QModelIndex row = m_rows->currentIndex();
    m_reason->setText(row.siblingAtColumn(ImportModel::Reason).data().toString());
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void ImportDialog::update()
{
    const ImportPlan &plan = m_model->plan();
    const auto chosen = static_cast<int>(m_model->chosen().size());
    const auto count = [&plan](ImportRow::Action action) { return static_cast<int>(plan.count(action)); };
    QStringList parts{tr("%n new", nullptr, count(ImportRow::Action::Create)),
                      tr("%n changed", nullptr, count(ImportRow::Action::Change)),
                      tr("%n as it is", nullptr, count(ImportRow::Action::Unchanged))};
    if (const int left = count(ImportRow::Action::Skip) + plan.skipped; left > 0)
        parts.append(tr("%n left out", nullptr, left));
    m_summary->setText(m_isReady ? parts.join(QStringLiteral(" · ")) : QString());
    m_import->setText(chosen > 0 ? tr("Import %n row(s)", nullptr, chosen) : tr("Import"));
    m_import->setEnabled(chosen > 0 && m_isCurrent);
}

void ImportDialog::accept()
{
    const QList<qsizetype> chosen = m_model->chosen();
    if (chosen.isEmpty() || !m_isCurrent || !m_rows->isEnabled())
        return;
    m_rows->setEnabled(false);
    m_import->setEnabled(false);
    const auto edit = m_store.editDocument([plan = m_model->plan(), chosen](ProfileDocument &document) {
        return applyImport(document, plan, chosen);
    });
    whenDone(edit, this, [this, count = static_cast<int>(chosen.size())](const Result<> &done) {
        m_rows->setEnabled(true);
        update();
        if (!done)
            return m_banner->showError(done.error());
        Q_EMIT imported(count);
        QDialog::accept();
    });
}

} // namespace latchkey

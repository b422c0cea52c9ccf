// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/realmdialog.h"

#include "core/base/whendone.h"
#include "ui/errorbanner.h"
#include "ui/findinglist.h"
#include "ui/icons.h"
#include "ui/questions.h"
#include "ui/realmmodel.h"
#include "ui/realmwizard.h"
#include "ui/rowdelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

RealmDialog::RealmDialog(const krb::RealmService &service, QList<krb::Cache> caches, QWidget *parent)
    : QDialog(parent), m_service(service), m_caches(std::move(caches))
{
    setObjectName(QStringLiteral("realms"));
    setWindowTitle(tr("Realm configuration"));
    m_model = new RealmModel(this);
    m_banner = new ErrorBanner(this);
    m_findings = new FindingList(this);
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_findings);
    m_parts->addWidget(buildTree());
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({190, 410});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_banner);
    column->addWidget(m_parts, 1);
    column->addLayout(buildButtons());
    connect(m_model, &QAbstractItemModel::modelReset, this, &RealmDialog::openSections);
    resize(960, 700);
    check();
}

RealmDialog::~RealmDialog()
{
    m_stop.request_stop();
}

QTreeView *RealmDialog::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("configuration"));
    m_tree->setAccessibleName(tr("The configuration as libkrb5 sees it"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(theme::wide);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(RealmModel::Name, 46 * letter);
    m_tree->header()->resizeSection(RealmModel::Value, 50 * letter);
    return m_tree;
}

QLayout *RealmDialog::buildButtons()
{
    const auto button = [this](const char *name, const QString &icon, const QString &text) {
        auto *one =
            icon.isEmpty() ? new QPushButton(text, this) : new QPushButton(icons::icon(icon), text, this);
        one->setObjectName(QLatin1String(name));
        one->setAutoDefault(false);
        return one;
    };
    m_check = button("check", QStringLiteral("refresh"), tr("Check &now"));
    m_check->setToolTip(tr("Read the files again and ask the KDCs"));
    auto *setUp = button("setUp", QStringLiteral("edit"), tr("&Set up Aurora…"));
    m_remove = button("remove", QStringLiteral("remove"), tr("&Remove Latchkey’s part…"));
    m_remove->hide(); // until there is something
    auto *close = button("close", QString(), tr("Close"));
    m_progress = new QLabel(this);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    connect(m_check, &QPushButton::clicked, this, &RealmDialog::check);
    connect(setUp, &QPushButton::clicked, this, &RealmDialog::openWizard);
    connect(m_remove, &QPushButton::clicked, this, &RealmDialog::remove);
    connect(close, &QPushButton::clicked, this, &RealmDialog::reject);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::unit);
    line->addWidget(m_check);
    line->addWidget(m_progress);
    line->addStretch();
    line->addWidget(m_remove);
    line->addWidget(setUp);
    line->addWidget(close);
    return line;
}

void RealmDialog::check()
{
    if (m_checking)
        return;
    setChecking(true);
    whenDone(m_service.config(), this, [this](const Result<krb::RealmConfig> &config) {
        if (config)
            take(*config);
        else
            setChecking(false);
    });
}

void RealmDialog::take(const krb::RealmConfig &config)
{
    m_config = config;
    m_seen = {};
    m_scope = krb::realmsInUse(config, krb::realmsIn(m_caches));
    m_progress->setText(tr("Asking the KDCs…"));
    present();
    whenDone(m_service.observe(m_config, m_scope, m_stop.get_token()), this,
             [this](const Result<krb::RealmObservations> &seen) { finish(seen); });
}

void RealmDialog::finish(const Result<krb::RealmObservations> &seen)
{
    setChecking(false);
    if (seen)
        m_seen = *seen;
    else
        m_banner->showError(seen.error());
    present();
    presentFindings();
}

void RealmDialog::present()
{
    m_seen.take(m_caches);
    m_model->setRows(krb::configRows(m_config, m_seen));
    m_remove->setVisible(
        std::any_of(m_config.files.begin(), m_config.files.end(), [](const krb::ConfigFile &file) {
            return file.isOverlay && file.state != krb::ConfigFile::State::Missing;
        }));
}

void RealmDialog::presentFindings()
{
    const auto findings = krb::checkRealms(m_config, m_seen, m_scope);
    if (!findings.isEmpty())
        m_findings->setFindings(findings);
    else
        m_findings->setSentence(QStringLiteral("ok"), theme::Colour::Good,
                                tr("Nothing is wrong with %1.").arg(m_scope.join(QStringLiteral(", "))));
    fitFindings();
}

/// As high as what was found needs, within reason.
void RealmDialog::fitFindings()
{
    const int all = m_parts->height() - m_parts->handleWidth();
    const int wanted = std::min(m_findings->contentHeight(), 2 * all / 5);
    m_parts->setSizes({wanted, all - wanted});
}

void RealmDialog::openSections()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_tree->expandRecursively(m_model->index(row, 0), 1);
}

RealmWizard *RealmDialog::openWizard()
{
    auto *wizard = new RealmWizard(m_service, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &RealmWizard::written, this, [this] {
        Q_EMIT configurationChanged();
        check();
    });
    wizard->open();
    return wizard;
}

void RealmDialog::remove()
{
    ask(this,
        {tr("Remove Latchkey’s part"), tr("Remove “%1”?").arg(krb::overlayFile()),
         tr("Latchkey then goes by the system’s krb5.conf alone."), tr("Remove the file"), true},
        [this] {
            const krb::RealmService &service = m_service;
            whenDone(service.overlayRemoved(), this,
                     [this, &service](const Result<krb::OverlayChange> &change) {
                         if (!change) {
                             m_banner->showError(change.error());
                             return;
                         }
                         whenDone(service.apply(*change), this, [this](const Result<> &removed) {
                             if (!removed) {
                                 m_banner->showError(removed.error());
                                 return;
                             }
                             Q_EMIT configurationChanged();
                             check();
                         });
                     });
        });
}

void RealmDialog::setChecking(bool checking)
{
    m_checking = checking;
    m_check->setEnabled(!checking);
    m_progress->setVisible(checking);
    if (checking) {
        m_banner->clear();
        m_progress->setText(tr("Reading the files…"));
        if (m_scope.isEmpty())
            m_findings->setSentence(QStringLiteral("clock"), theme::Colour::MutedText, tr("Checking…"));
    }
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/cataloguedialog.h"

#include "core/base/whendone.h"
#include "ui/catalogue/cataloguerow.h"
#include "ui/catalogue/subscriptiondialog.h"
#include "ui/dialogheading.h"
#include "ui/emptystate.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/profile/consenttext.h"
#include "ui/questions.h"
#include "ui/rowdelegate.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QMap>
#include <QPlainTextEdit>
#include <QStackedWidget>

namespace latchkey {

namespace {

/// What has not been taken, a line for each kind.
QString remarkLines(const Catalogue &catalogue)
{
    QMap<QString, int> kinds;
    for (const CatalogueRemark &remark : catalogue.remarks)
        ++kinds[remark.risk ? CatalogueDialog::tr("%1 To take it, edit the catalogue and tick “%2”.")
                                  .arg(remark.message, consentText(*remark.risk))
                            : QStringLiteral("%1: %2").arg(remark.path, remark.message)];
    QStringList lines;
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        lines.append(*kind > 1 ? CatalogueDialog::tr("%1 (%n times)", nullptr, kind.value()).arg(kind.key())
                               : kind.key());
    return lines.join(QLatin1Char('\n'));
}

QString summaryOf(const Catalogue &catalogue)
{
    const Subscription &subscription = catalogue.subscription;
    QStringList lines{
        subscription.source,
        CatalogueDialog::tr("%n profile(s)", nullptr, static_cast<int>(catalogue.document.profiles.size()))};
    if (!subscription.personal.isEmpty())
        lines.append(CatalogueDialog::tr("%n of them with values of your own", nullptr,
                                         static_cast<int>(subscription.personal.size())));
    if (subscription.authentication == WebAuthentication::Negotiate)
        lines.append(CatalogueDialog::tr("The web server is shown a ticket, if it asks for one."));
    if (!subscription.problem.isEmpty())
        lines.append(subscription.problem);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CatalogueDialog::CatalogueDialog(TeamCatalogues &catalogues, QWidget *parent)
    : QDialog(parent), m_catalogues(catalogues)
{
    setObjectName(QStringLiteral("catalogues"));
    setWindowTitle(tr("Team catalogues"));
    build();
    connect(&m_catalogues, &TeamCatalogues::changed, this, &CatalogueDialog::update);
    resize(720, 520);
    update();
}

void CatalogueDialog::build()
{
    auto *heading = new DialogHeading(
        QStringLiteral("team"), tr("Team catalogues"),
        tr("Profiles that somebody maintains for all of you. They stand in folders of their own among "
           "yours."),
        this);
    m_banner = new ErrorBanner(this);
    auto *empty =
        new EmptyState(QStringLiteral("team"), tr("No catalogue yet"),
                       tr("Ask your team for the address of one; a file on a shared disk will do."), this);
    empty->setButton(QStringLiteral("plus"), tr("Subscribe…"));
    connect(empty->button(), &QPushButton::clicked, this, &CatalogueDialog::subscribe);
    auto *page = new QWidget(this);
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::wide);
    line->addWidget(buildDetails(), 1);
    line->addWidget(buildButtons());
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(empty);
    m_pages->addWidget(page);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &CatalogueDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(heading);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addWidget(close);
}

QWidget *CatalogueDialog::buildDetails()
{
    auto *details = new QWidget(this);
    m_list = new QListWidget(details);
    m_list->setObjectName(QStringLiteral("catalogueList"));
    m_list->setAccessibleName(tr("Catalogues"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    connect(m_list, &QListWidget::currentRowChanged, this, &CatalogueDialog::updateDetails);
    m_summary = new QLabel(details);
    m_summary->setObjectName(QStringLiteral("catalogueSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_remarks = new QPlainTextEdit(details);
    m_remarks->setObjectName(QStringLiteral("catalogueRemarks"));
    m_remarks->setAccessibleName(tr("What was not taken"));
    m_remarks->setReadOnly(true);
    m_remarks->setMaximumHeight(112);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addWidget(m_list, 1);
    column->addWidget(m_summary);
    column->addWidget(m_remarks);
    return details;
}

QWidget *CatalogueDialog::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    const auto add = [&](const char *name, const QString &icon, const QString &text, auto slot) {
        auto *button = new QPushButton(icons::icon(icon), text, buttons);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    add("subscribe", QStringLiteral("plus"), tr("&Subscribe…"), [this] { subscribe(); });
    m_needOne = {
        add("refreshCatalogue", QStringLiteral("refresh"), tr("Re&fresh now"), [this] { refresh(); }),
        add("editCatalogue", QStringLiteral("edit"), tr("&Edit…"), [this] { edit(); }),
        add("removeCatalogue", QStringLiteral("destroy"), tr("Re&move…"), [this] { remove(); })};
    column->addStretch();
    return buttons;
}

void CatalogueDialog::update()
{
    const QList<Catalogue> &all = m_catalogues.all();
    const Catalogue *before = current();
    const QUuid chosen = before ? before->subscription.id : QUuid();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Catalogue &catalogue : all) {
        const CatalogueRow row{catalogue.subscription, catalogue.document.profiles.size(),
                               m_catalogues.isRefreshing(catalogue.subscription.id)};
        auto *item = new QListWidgetItem(m_list);
        for (const int role : {int(Qt::DisplayRole), int(Qt::DecorationRole), int(Qt::ToolTipRole),
                               int(Qt::AccessibleTextRole), int(rowrole::Tall), int(rowrole::SecondLine),
                               int(rowrole::SecondIcon), int(rowrole::SecondColour)})
            item->setData(role, catalogueData(row, systemNow(), role));
        item->setData(Qt::UserRole, catalogue.subscription.id);
        if (catalogue.subscription.id == chosen || m_list->count() == 1)
            m_list->setCurrentItem(item);
    }
    m_pages->setCurrentIndex(all.isEmpty() ? 0 : 1);
    updateDetails();
}

const Catalogue *CatalogueDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_catalogues.catalogue(item->data(Qt::UserRole).toUuid()) : nullptr;
}

void CatalogueDialog::updateDetails()
{
    const Catalogue *catalogue = current();
    const QString remarks = catalogue ? remarkLines(*catalogue) : QString();
    m_summary->setText(catalogue ? summaryOf(*catalogue) : QString());
    m_remarks->setPlainText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    for (QPushButton *button : std::as_const(m_needOne))
        button->setEnabled(catalogue);
}

SubscriptionDialog *CatalogueDialog::show(const Subscription &subscription)
{
    auto *dialog = new SubscriptionDialog(m_catalogues, subscription, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

SubscriptionDialog *CatalogueDialog::subscribe()
{
    return show(Subscription{});
}

SubscriptionDialog *CatalogueDialog::edit()
{
    const Catalogue *catalogue = current();
    return catalogue ? show(catalogue->subscription) : nullptr;
}

// Whether it worked, the row says; why not, the text below.
void CatalogueDialog::refresh()
{
    const Catalogue *catalogue = current();
    if (!catalogue)
        return;
    m_banner->clear();
    whenDone(m_catalogues.refresh(catalogue->subscription.id), this, [this](const Result<Refreshed> &done) {
        if (!done)
            m_banner->showError(done.error());
    });
}

void CatalogueDialog::remove()
{
    const Catalogue *catalogue = current();
    if (!catalogue)
        return;
    ask(this,
        {tr("Remove catalogue"), tr("Remove the catalogue “%1”?").arg(catalogue->subscription.name),
         tr("Its profiles go from this computer, with what is your own of them. The catalogue itself is not "
            "touched."),
         tr("Remove catalogue"), true},
        [this, id = catalogue->subscription.id] {
            whenDone(m_catalogues.remove(id), this, [this](const Result<> &done) {
                if (!done)
                    m_banner->showError(done.error());
            });
        });
}

} // namespace latchkey

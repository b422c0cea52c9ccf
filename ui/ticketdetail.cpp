// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketdetail.h"

#include "core/krb/ownconfig.h"
#include "core/krb/realmpath.h"
#include "core/krb/ticketlisting.h"
#include "ui/remaining.h"
#include "ui/ticketcells.h"

#include <QFormLayout>
#include <QLabel>
#include <QTextEdit>

#include <cmath>

#include <algorithm>

namespace latchkey {

namespace {

QLabel *muted(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(theme::caption(parent->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

/// Text that is broken anywhere rather than cut off, as a host's name can be longer than the panel is wide.
class LongText : public QTextEdit
{
public:
    LongText(const QString &text, QWidget *parent) : QTextEdit(parent)
    {
        setReadOnly(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::ClickFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        document()->setDocumentMargin(0);
        viewport()->setAutoFillBackground(false);
        setFont(theme::caption(theme::monospace(parent->font())));
        setPlainText(text);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const std::unique_ptr<QTextDocument> copy(document()->clone());
        copy->setDefaultFont(font());
        copy->setTextWidth(width);
        return static_cast<int>(std::ceil(copy->size().height()));
    }
    QSize minimumSizeHint() const override { return {0, fontMetrics().height()}; }
    QSize sizeHint() const override { return {120, heightForWidth(std::max(width(), 120))}; }
};

} // namespace

TicketDetail::TicketDetail(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details of the chosen ticket"));
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    m_fields = new QFormLayout(page);
    m_fields->setContentsMargins(theme::wide, theme::unit, theme::wide, theme::unit);
    m_fields->setHorizontalSpacing(theme::unit + theme::half);
    m_fields->setVerticalSpacing(theme::half);
    m_fields->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    setWidget(page);
}

void TicketDetail::clear()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    widget()->setMinimumHeight(0);
}

void TicketDetail::addRow(const QString &name, QWidget *value)
{
    value->setAccessibleName(name);
    QLabel *label = muted(name, widget());
    m_fields->addRow(label, value);
    // At once: what is hidden counts for no height.
    label->show();
    value->show();
}

QLabel *TicketDetail::addField(const QString &name, const QString &value)
{
    auto *label = new QLabel(value, widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme::caption(font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(name, label);
    return label;
}

void TicketDetail::addName(const QString &name, const QString &value)
{
    addRow(name, new LongText(value, widget()));
}

// A scroll area does not ask how high its page gets when lines wrap.
void TicketDetail::fit()
{
    const int wanted =
        m_fields->heightForWidth(viewport()->width()); // negative: it does not depend on the width
    widget()->setMinimumHeight(std::max(0, wanted));
}

void TicketDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void TicketDetail::addEncryption(const QString &name, std::int32_t type)
{
    QLabel *label = addField(name, krb::encryptionText(type));
    if (!krb::encryptionType(type).weak)
        return;
    theme::setInk(label, theme::Colour::Danger, palette());
    label->setToolTip(
        tr("This encryption can be broken. The realm’s administrator can give the account AES keys."));
}

void TicketDetail::showTicket(const krb::Ticket &ticket, const krb::Cache &cache)
{
    clear();
    addName(tr("Service"), ticket.service.text());
    if (ticket.issuedFor)
        addName(tr("Issued for"), ticket.issuedFor->text());
    addName(tr("Client"), ticket.client.text());
    addField(tr("Kind"), krb::kindName(krb::kindOf(ticket)));
    addField(tr("Realms"), krb::text(krb::realmPath(ticket, cache.tickets)));
    addField(tr("Valid from"), fullMomentText(ticket.startTime));
    addField(tr("Expires"), fullMomentText(ticket.endTime));
    if (ticket.renewUntil)
        addField(tr("Renew until"), fullMomentText(*ticket.renewUntil));
    addField(tr("Flags"), krb::flagNames(ticket.flags).join(QStringLiteral(", ")))
        ->setToolTip(flagMeanings(ticket.flags));
    addEncryption(tr("Session key"), ticket.sessionKeyType);
    addEncryption(tr("Ticket key"), ticket.ticketKeyType);
    if (ticket.keyVersion != 0)
        addField(tr("Key version"), QString::number(ticket.keyVersion));
    addField(tr("Size"), tr("%n byte(s)", nullptr, static_cast<int>(ticket.size)));
    addField(tr("Addresses"),
             ticket.addresses.isEmpty() ? tr("any") : ticket.addresses.join(QStringLiteral(", ")));
    fit();
}

void TicketDetail::showCache(const krb::Cache &cache, const krb::RenewalOutlook &outlook)
{
    clear();
    if (cache.principal)
        addName(tr("Principal"), cache.principal->text());
    addName(tr("Cache"), cache.name);
    addField(tr("Tickets"), QString::number(cache.tickets.size()));
    addField(tr("Used by"), cache.isDefault   ? tr("this and other programs, when none is named")
                            : cache.isPrivate ? tr("Latchkey only")
                                              : tr("programs that name it"));
    if (cache.defaultOrigin)
        addField(tr("Default"), krb::sentence(*cache.defaultOrigin));
    if (const QString config = krb::notedConfig(cache); !config.isEmpty())
        addName(tr("Configuration"), config);
    if (const QString remark = krb::configRemark(cache); !remark.isEmpty())
        addField(tr("Problem"), remark);
    if (cache.passwordExpires)
        addField(tr("Password expires"), fullMomentText(*cache.passwordExpires));
    if (outlook.next)
        addField(tr("Next renewal"), fullMomentText(*outlook.next));
    if (outlook.signsInAgain)
        addField(tr("Signs in again"), fullMomentText(*outlook.signsInAgain));
    if (outlook.problem)
        addField(tr("Not renewed"), outlook.problem->message);
    if (cache.problem)
        addField(tr("Problem"), cache.problem->message);
    fit();
}

} // namespace latchkey

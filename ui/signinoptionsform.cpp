// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/signinoptionsform.h"

#include "ui/formlabels.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

#include <array>

namespace latchkey {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// What a combo's item stands for; no data: left to krb5.conf.
const QString newCache = QStringLiteral("new");
const QString privateItem = QStringLiteral("private");
const QString named = QStringLiteral("named:");

constexpr std::array lifetimes{seconds(minutes(30)), seconds(hours(1)),  seconds(hours(4)), seconds(hours(8)),
                               seconds(hours(10)),   seconds(hours(12)), seconds(days(1))};
constexpr std::array renewableLifetimes{seconds(days(1)), seconds(days(7)), seconds(days(14)),
                                        seconds(days(30))};

QVariant dataOf(seconds span)
{
    return static_cast<qlonglong>(span.count());
}

std::optional<seconds> spanOf(const QComboBox &box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(seconds(data.toLongLong())) : std::nullopt;
}

void setSpan(QComboBox &box, const std::optional<seconds> &span)
{
    const QVariant data = span ? dataOf(*span) : QVariant();
    int index = span ? box.findData(data) : 0;
    if (index < 0) {
        box.addItem(spanText(*span), data);
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

std::optional<bool> choiceOf(const QComboBox &box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(data.toBool()) : std::nullopt;
}

void setChoice(QComboBox &box, const std::optional<bool> &choice)
{
    box.setCurrentIndex(choice ? box.findData(*choice) : 0);
}

QString dataOf(const krb::CacheChoice &choice)
{
    if (const auto *cache = std::get_if<krb::NamedCache>(&choice))
        return named + cache->name;
    if (std::holds_alternative<krb::NewCache>(choice))
        return newCache;
    return std::holds_alternative<krb::PrivateCache>(choice) ? privateItem : QString();
}

krb::CacheChoice cacheOf(const QString &data)
{
    if (data == newCache)
        return krb::NewCache{};
    if (data == privateItem)
        return krb::PrivateCache{};
    if (data.startsWith(named))
        return krb::NamedCache{data.mid(named.size())};
    return krb::AutomaticCache{};
}

/// Chooses the item of `data`, which is made if it is not there.
void choose(QComboBox &box, const QString &data, const QString &text)
{
    int index = data.isEmpty() ? 0 : box.findData(data);
    if (index < 0) {
        box.addItem(text, data);
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

} // namespace

SignInOptionsForm::SignInOptionsForm(QWidget *parent) : QWidget(parent)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(theme::wide);
    m_form->setVerticalSpacing(theme::unit);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lifetime = addChoice("lifetime", tr("&Lifetime"), tr("How long the ticket is good (kinit -l)"));
    m_renewable = addChoice("renewable", tr("&Renewable for"),
                            tr("How long it can be renewed without the password (kinit -r)"));
    m_forwardable =
        addChoice("forwardable", tr("&Forwardable"), tr("May be sent to another computer (kinit -f)"));
    m_proxiable = addChoice("proxiable", tr("Pro&xiable"),
                            tr("Service tickets for other addresses may be got with it (kinit -p)"));
    m_addressless = addChoice("addressless", tr("&Addressless"),
                              tr("Good from every address, not only from this computer’s (kinit -A)"));
    m_cache = addChoice("cache", tr("Cac&he"), tr("Where the tickets go (kinit -c)"));
    m_armor = addChoice("armor", tr("Pro&tected by"),
                        tr("The cache whose ticket encrypts the sign-in itself (FAST, kinit -T). One-time "
                           "passwords need it; an anonymous ticket is got where the realm gives one."));
    m_canonicalize = addTick("canonicalize", tr("The KDC may correct the &spelling of the name"),
                             tr("The principal is the one that the KDC answers with (kinit -C)"));
    m_enterprise =
        addTick("enterprise", tr("It is an &enterprise name, such as an e-mail address"),
                tr("alice@corp.example.com is a name in the realm, not a name with a realm (kinit -E)"));
    alignLabels(*m_form);
    fillSpans();
    setCaches({}, {});
}

QComboBox *SignInOptionsForm::addChoice(const char *name, const QString &label, const QString &tip)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(tip);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    m_form->addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &SignInOptionsForm::changed);
    return box;
}

QCheckBox *SignInOptionsForm::addTick(const char *name, const QString &text, const QString &tip)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(tip);
    m_form->addRow(box);
    connect(box, &QCheckBox::toggled, this, &SignInOptionsForm::changed);
    return box;
}

void SignInOptionsForm::fillSpans()
{
    for (QComboBox *box : {m_lifetime, m_renewable, m_forwardable, m_proxiable, m_addressless})
        box->addItem(tr("as configured"));
    for (const seconds span : lifetimes)
        m_lifetime->addItem(spanText(span), dataOf(span));
    m_renewable->addItem(tr("not renewable"), dataOf(seconds(0)));
    for (const seconds span : renewableLifetimes)
        m_renewable->addItem(spanText(span), dataOf(span));
    for (QComboBox *box : {m_forwardable, m_proxiable, m_addressless}) {
        box->addItem(tr("yes"), true);
        box->addItem(tr("no"), false);
    }
}

void SignInOptionsForm::setCaches(const QList<krb::Cache> &caches, Instant now)
{
    const SignInOptions before = options();
    m_cache->clear();
    m_cache->addItem(tr("automatic"));
    m_cache->addItem(tr("a new one"), newCache);
    m_cache->addItem(tr("private to Latchkey"), privateItem);
    m_armor->clear();
    m_armor->addItem(tr("an anonymous ticket, where it is needed"));
    for (const krb::Cache &cache : caches) {
        if (!cache.principal)
            continue;
        const QString text = tr("%1, of %2").arg(cache.name, cache.principal->text());
        m_cache->addItem(text, named + cache.name);
        const krb::Ticket *ticket = cache.ticketGranting();
        if (ticket && ticket->endTime > now)
            m_armor->addItem(text, cache.name);
    }
    setOptions(before);
}

SignInOptions SignInOptionsForm::options() const
{
    SignInOptions options;
    options.lifetime = spanOf(*m_lifetime);
    options.renewableLifetime = spanOf(*m_renewable);
    options.forwardable = choiceOf(*m_forwardable);
    options.proxiable = choiceOf(*m_proxiable);
    options.addressless = choiceOf(*m_addressless);
    options.canonicalize = m_canonicalize->isChecked();
    options.enterprise = m_enterprise->isChecked();
    options.cache = cacheOf(m_cache->currentData().toString());
    options.armor = m_armor->currentData().toString();
    return options;
}

void SignInOptionsForm::setOptions(const SignInOptions &options)
{
    setSpan(*m_lifetime, options.lifetime);
    setSpan(*m_renewable, options.renewableLifetime);
    setChoice(*m_forwardable, options.forwardable);
    setChoice(*m_proxiable, options.proxiable);
    setChoice(*m_addressless, options.addressless);
    m_canonicalize->setChecked(options.canonicalize);
    m_enterprise->setChecked(options.enterprise);
    const QString cache = dataOf(options.cache);
    choose(*m_cache, cache, cache.mid(named.size()));
    choose(*m_armor, options.armor, options.armor);
}

} // namespace latchkey

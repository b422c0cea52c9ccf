// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int contentWidth = 472;
constexpr int indent = theme::page;

QWidget *section(const QString &title, const QList<QWidget *> &rows, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    auto *heading = new QLabel(title, box);
    QFont strong = heading->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    column->addWidget(heading);
    for (QWidget *row : rows)
        column->addWidget(row);
    return box;
}

/// Label, field, and what comes behind it, in one line.
QWidget *row(QWidget *label, QWidget *field, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::unit);
    line->addWidget(label);
    line->addStretch();
    line->addWidget(field);
    return box;
}

QWidget *labelled(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(field);
    field->setAccessibleName(label->text().remove(QLatin1Char('&')));
    return row(label, field, parent);
}

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, QWidget *parent)
    : QDialog(parent), m_before(settings)
{
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::page);
    for (QWidget *part :
         {buildAppearance(), buildStatements(), buildTickets(), buildDestroy(), buildDesktop()})
        column->addWidget(part);
    column->addWidget(buttons);
    column->addStrut(contentWidth);
    column->setSizeConstraint(QLayout::SetFixedSize); // remarks come and go
    present();

    for (QComboBox *box : {m_renewAt, m_renewalInterval, m_longestRetry, m_theme, m_firstWarning,
                           m_secondWarning, m_passwordWarning, m_idleMinutes})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::changed);
    for (QCheckBox *box : {m_history, m_renews, m_onLock, m_onExit, m_whenIdle, m_tray, m_stays, m_notices})
        connect(box, &QCheckBox::toggled, this, [this] {
            present();
            Q_EMIT changed();
        });
}

QCheckBox *SettingsDialog::option(const char *name, const QString &text, bool on)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    box->setChecked(on);
    return box;
}

/// The choices, 0 being never, and `chosen` if it is none of them.
QComboBox *SettingsDialog::numbers(const char *name, int chosen, QList<int> choices,
                                   const std::function<QString(int)> &text)
{
    if (!choices.contains(chosen))
        choices.append(chosen);
    std::sort(choices.begin(), choices.end());
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    for (const int choice : choices)
        box->addItem(choice == 0 ? tr("never") : text(choice), choice);
    box->setCurrentIndex(box->findData(chosen));
    return box;
}

QComboBox *SettingsDialog::minutes(const char *name, std::chrono::minutes value, QList<int> choices)
{
    return numbers(name, static_cast<int>(value.count()), std::move(choices),
                   [](int count) { return tr("%n minute(s)", nullptr, count); });
}

QComboBox *SettingsDialog::days(const char *name, std::chrono::days value, QList<int> choices)
{
    return numbers(name, static_cast<int>(value.count()), std::move(choices),
                   [](int count) { return tr("%n day(s)", nullptr, count); });
}

/// Why an option above cannot be had.
QLabel *SettingsDialog::remark(const char *name)
{
    auto *label = new QLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setContentsMargins(indent, 0, 0, 0);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Layouts in layouts give a text of several lines the height of fewer.
void SettingsDialog::say(QLabel *remark, const QString &text)
{
    remark->setText(text);
    remark->setFixedHeight(std::max(0, remark->heightForWidth(contentWidth))); // none without a text
    remark->setVisible(!text.isEmpty());
}

QWidget *SettingsDialog::buildAppearance()
{
    m_theme = new QComboBox(this);
    m_theme->setObjectName(QStringLiteral("theme"));
    const auto add = [this](const QString &text, theme::Scheme scheme) {
        m_theme->addItem(text, static_cast<int>(scheme));
    };
    add(tr("As the desktop"), theme::Scheme::System);
    add(tr("Light"), theme::Scheme::Light);
    add(tr("Dark"), theme::Scheme::Dark);
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_before.scheme)));
    return section(tr("Appearance"), {labelled(tr("&Theme"), m_theme, this)}, this);
}

QWidget *SettingsDialog::buildStatements()
{
    m_history =
        option("keepsHistory", tr("Keep a &history of statements on this computer, without passwords"),
               m_before.keepsHistory);
    return section(tr("Statements"), {m_history}, this);
}

/// What hardly anybody changes.
QWidget *SettingsDialog::buildRenewal()
{
    m_renewAt = numbers("renewAt", m_before.renewsAtPercent, {25, 50, 75, 90},
                        [](int percent) { return tr("%1 % of its life").arg(percent); });
    m_renewalInterval = minutes("renewalInterval", m_before.renewalInterval, {1, 2, 5, 10, 30});
    m_longestRetry = minutes("longestRetry", m_before.longestRetry, {5, 15, 30, 60});
    m_renewalRows = new QWidget(this);
    auto *column = new QVBoxLayout(m_renewalRows);
    column->setContentsMargins(indent, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addWidget(labelled(tr("Renew a ticket a&fter"), m_renewAt, this));
    column->addWidget(labelled(tr("Wait &between two attempts at least"), m_renewalInterval, this));
    column->addWidget(labelled(tr("While no KDC &answers, wait at most"), m_longestRetry, this));
    m_renewalRows->hide();
    return m_renewalRows;
}

QWidget *SettingsDialog::buildTickets()
{
    m_renews = option("renewsTickets", tr("&Renew tickets by themselves as long as they are renewable"),
                      m_before.renewsTickets);
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("moreRenewal"));
    m_more->setText(tr("Wh&en…"));
    m_more->setToolTip(tr("When, and how often, renewing is tried"));
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    QWidget *renewal = buildRenewal();
    connect(m_more, &QToolButton::toggled, renewal, &QWidget::setVisible);
    QList<std::chrono::minutes> before = m_before.warnBefore;
    std::sort(before.begin(), before.end(), std::greater<>());
    const auto warning = [&](const char *name, qsizetype index) {
        return minutes(name, before.value(index), {0, 5, 10, 15, 30, 60});
    };
    m_firstWarning = warning("firstWarning", 0);
    m_secondWarning = warning("secondWarning", 1);
    m_passwordWarning =
        days("passwordWarning", m_before.warnOfPassword.value_or(std::chrono::days(0)), {0, 1, 3, 7, 14, 30});
    return section(tr("Tickets"),
                   {row(m_renews, m_more, this), renewal,
                    labelled(tr("&Warn before a ticket expires"), m_firstWarning, this),
                    labelled(tr("Warn a&gain"), m_secondWarning, this),
                    labelled(tr("Warn before a &password expires"), m_passwordWarning, this)},
                   this);
}

QWidget *SettingsDialog::buildDestroy()
{
    m_onLock = option("destroysOnLock", tr("When the screen is &locked"), m_before.destroysOnLock);
    m_onExit = option("destroysOnExit", tr("When Latchkey &quits"), m_before.destroysOnExit);
    m_whenIdle = option("destroysWhenIdle", tr("When &nobody has been there for"),
                        m_before.destroysWhenIdle.has_value());
    m_idleMinutes = minutes("idleMinutes", m_before.destroysWhenIdle.value_or(std::chrono::minutes(15)),
                            {5, 10, 15, 30, 60});
    m_idleMinutes->setAccessibleName(tr("Minutes until tickets are destroyed because nobody is there"));
    m_idleRemark = remark("idleRemark");
    return section(tr("Destroy all tickets"),
                   {m_onLock, m_onExit, row(m_whenIdle, m_idleMinutes, this), m_idleRemark}, this);
}

QWidget *SettingsDialog::buildDesktop()
{
    m_tray = option("showsTray", tr("Show the &state of the tickets in the tray"), m_before.showsTray);
    m_stays = option("staysInTray", tr("&Keep running in the tray when the window is closed"),
                     m_before.staysInTray);
    m_trayRemark = remark("trayRemark");
    m_notices =
        option("showsNotices", tr("Tell by a n&otice when a ticket expires or is destroyed by itself"),
               m_before.showsNotices);
    return section(tr("Tray and notices"), {m_tray, m_stays, m_trayRemark, m_notices}, this);
}

void SettingsDialog::setHasTray(bool hasTray)
{
    m_hasTray = hasTray;
    present();
}

void SettingsDialog::setTellsIdleTime(bool tells)
{
    m_tellsIdleTime = tells;
    present();
}

void SettingsDialog::present()
{
    // What is on can always be turned off.
    const bool idle = m_tellsIdleTime.value_or(false);
    m_whenIdle->setEnabled(idle || m_whenIdle->isChecked());
    m_idleMinutes->setEnabled(m_whenIdle->isChecked());
    const QString why = m_tellsIdleTime
                            ? tr("This desktop does not tell how long nobody has been there: neither "
                                 "org.gnome.Mutter.IdleMonitor nor org.freedesktop.ScreenSaver answers.")
                            : tr("Asking the desktop whether it tells…");
    say(m_idleRemark, idle ? QString() : why);
    m_tray->setEnabled(m_hasTray || m_tray->isChecked());
    m_stays->setEnabled((m_hasTray && m_tray->isChecked()) || m_stays->isChecked());
    say(m_trayRemark, m_hasTray ? QString() : tr("This desktop has no tray."));
}

void SettingsDialog::store(Settings &settings) const
{
    settings.scheme = static_cast<theme::Scheme>(m_theme->currentData().toInt());
    settings.keepsHistory = m_history->isChecked();
    settings.renewsTickets = m_renews->isChecked();
    settings.renewsAtPercent = m_renewAt->currentData().toInt();
    settings.renewalInterval = std::chrono::minutes(m_renewalInterval->currentData().toInt());
    settings.longestRetry = std::chrono::minutes(m_longestRetry->currentData().toInt());
    settings.warnBefore.clear();
    for (const QComboBox *box : {m_firstWarning, m_secondWarning})
        if (const std::chrono::minutes value(box->currentData().toInt()); value.count() > 0)
            settings.warnBefore.append(value);
    const std::chrono::days warnOfPassword(m_passwordWarning->currentData().toInt());
    settings.warnOfPassword = warnOfPassword.count() > 0 ? std::optional(warnOfPassword) : std::nullopt;
    settings.destroysOnLock = m_onLock->isChecked();
    settings.destroysOnExit = m_onExit->isChecked();
    settings.destroysWhenIdle.reset();
    if (m_whenIdle->isChecked())
        settings.destroysWhenIdle = std::chrono::minutes(m_idleMinutes->currentData().toInt());
    settings.showsTray = m_tray->isChecked();
    settings.staysInTray = m_stays->isChecked();
    settings.showsNotices = m_notices->isChecked();
}

} // namespace latchkey

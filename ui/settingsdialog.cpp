// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

namespace {

using std::chrono::minutes;

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
    for (QWidget *part : {buildAppearance(), buildTickets(), buildDestroy(), buildDesktop()})
        column->addWidget(part);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(520);
    update();

    connect(m_theme, &QComboBox::activated, this, &SettingsDialog::changed);
    for (QSpinBox *box : {m_firstWarning, m_secondWarning, m_idleMinutes})
        connect(box, &QSpinBox::valueChanged, this, &SettingsDialog::changed);
    for (QCheckBox *box : {m_renews, m_onLock, m_onExit, m_whenIdle, m_tray, m_stays, m_notices})
        connect(box, &QCheckBox::toggled, this, [this] {
            update();
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

QSpinBox *SettingsDialog::minutes(const char *name, std::optional<std::chrono::minutes> value, int otherwise)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setRange(0, 24 * 60);
    box->setSuffix(tr(" min"));
    box->setValue(value ? static_cast<int>(value->count()) : otherwise);
    return box;
}

QLabel *SettingsDialog::remark(const char *name)
{
    auto *label = new QLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setIndent(indent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
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

QWidget *SettingsDialog::buildTickets()
{
    QList<std::chrono::minutes> before = m_before.warnBefore;
    std::sort(before.begin(), before.end(), std::greater<>());
    const auto warning = [&](const char *name, qsizetype index) {
        const auto value = index < before.size() ? std::optional(before.at(index)) : std::nullopt;
        QSpinBox *box = minutes(name, value, 0);
        box->setSpecialValueText(tr("never"));
        return box;
    };
    m_renews = option("renewsTickets", tr("&Renew tickets by themselves as long as they are renewable"),
                      m_before.renewsTickets);
    m_firstWarning = warning("firstWarning", 0);
    m_secondWarning = warning("secondWarning", 1);
    return section(tr("Tickets"),
                   {m_renews, labelled(tr("&Warn before a ticket expires"), m_firstWarning, this),
                    labelled(tr("Warn a&gain"), m_secondWarning, this)},
                   this);
}

QWidget *SettingsDialog::buildDestroy()
{
    m_onLock = option("destroysOnLock", tr("When the screen is &locked"), m_before.destroysOnLock);
    m_onExit = option("destroysOnExit", tr("When Latchkey &quits"), m_before.destroysOnExit);
    m_whenIdle = option("destroysWhenIdle", tr("When &nobody has been there for"),
                        m_before.destroysWhenIdle.has_value());
    m_idleMinutes = minutes("idleMinutes", m_before.destroysWhenIdle, 15);
    m_idleMinutes->setMinimum(1);
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
    m_trayRemark->setText(tr("This desktop has no tray."));
    m_notices =
        option("showsNotices", tr("Tell by a n&otice when a ticket expires or is destroyed by itself"),
               m_before.showsNotices);
    return section(tr("Tray and notices"), {m_tray, m_stays, m_trayRemark, m_notices}, this);
}

void SettingsDialog::setHasTray(bool hasTray)
{
    m_hasTray = hasTray;
    update();
}

void SettingsDialog::setTellsIdleTime(bool tells)
{
    m_tellsIdleTime = tells;
    update();
}

void SettingsDialog::update()
{
    // What is on can always be turned off.
    const bool idle = m_tellsIdleTime.value_or(false);
    m_whenIdle->setEnabled(idle || m_whenIdle->isChecked());
    m_idleMinutes->setEnabled(m_whenIdle->isChecked());
    m_idleRemark->setText(m_tellsIdleTime
                              ? tr("This desktop does not tell how long nobody has been there: neither "
                                   "org.gnome.Mutter.IdleMonitor nor org.freedesktop.ScreenSaver answers.")
                              : tr("Asking the desktop whether it tells…"));
    m_idleRemark->setVisible(!idle);
    m_tray->setEnabled(m_hasTray || m_tray->isChecked());
    m_stays->setEnabled((m_hasTray && m_tray->isChecked()) || m_stays->isChecked());
    m_trayRemark->setVisible(!m_hasTray);
}

void SettingsDialog::store(Settings &settings) const
{
    settings.scheme = static_cast<theme::Scheme>(m_theme->currentData().toInt());
    settings.renewsTickets = m_renews->isChecked();
    settings.warnBefore.clear();
    for (const QSpinBox *box : {m_firstWarning, m_secondWarning})
        if (const std::chrono::minutes value(box->value()); value.count() > 0)
            settings.warnBefore.append(value);
    settings.destroysOnLock = m_onLock->isChecked();
    settings.destroysOnExit = m_onExit->isChecked();
    settings.destroysWhenIdle.reset();
    if (m_whenIdle->isChecked())
        settings.destroysWhenIdle = std::chrono::minutes(m_idleMinutes->value());
    settings.showsTray = m_tray->isChecked();
    settings.staysInTray = m_stays->isChecked();
    settings.showsNotices = m_notices->isChecked();
}

} // namespace latchkey

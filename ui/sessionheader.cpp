// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionheader.h"

#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace latchkey {
namespace {

constexpr int badgeIcon = 14;

struct TlsLook
{
    QString icon;
    theme::Colour colour;
    QString words;
};

TlsLook lookOf(const sql::ServerInfo &info)
{
    if (info.tlsVersion.isEmpty())
        return {u"shield-off"_qs, theme::Colour::Danger, SessionHeader::tr("Not encrypted")};
    const QString version = QString(info.tlsVersion).replace(u"TLSv"_qs, u"TLS "_qs);
    if (info.tlsVerified)
        return {u"shield-ok"_qs, theme::Colour::Good, SessionHeader::tr("%1 verified").arg(version)};
    return {u"shield-warning"_qs, theme::Colour::Warning, SessionHeader::tr("%1 not verified").arg(version)};
}

} // namespace

QString serverName(const QString &version)
{
    const QString number = version.section(u'-', 0, 0);
    const bool mariaDb = version.contains(u"MariaDB", Qt::CaseInsensitive);
    return (mariaDb ? u"MariaDB "_qs : u"MySQL "_qs) + number;
}

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::show(const QString &icon, const QString &text, int colour)
{
    m_icon = icon;
    m_text = text;
    m_colour = colour;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    QFont bold = theme::caption(font());
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    return {metrics.horizontalAdvance(m_text) + badgeIcon + theme::half * 5, metrics.height() + theme::half};
}

void Badge::paintEvent(QPaintEvent *)
{
    const auto role = static_cast<theme::Colour>(m_colour);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::tint(role, palette()));
    painter.drawRoundedRect(rect(), theme::half, theme::half);

    const QRect icon(theme::half + 2, (height() - badgeIcon) / 2, badgeIcon, badgeIcon);
    icons::icon(m_icon, role).paint(&painter, icon);
    QFont bold = theme::caption(font());
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme::colour(role, palette()));
    painter.drawText(rect().adjusted(icon.right() + theme::half, 0, -theme::half, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

SessionHeader::SessionHeader(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"sessionHeader"_qs);
    m_account = new QLabel;
    m_account->setObjectName(u"sessionAccount"_qs);
    m_account->setTextFormat(Qt::PlainText);
    m_account->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_account->setMinimumWidth(theme::unit * 10);
    m_tlsIcon = new QLabel;
    m_tls = new QLabel;
    m_tls->setObjectName(u"sessionTls"_qs);
    m_server = new QLabel;
    m_server->setObjectName(u"sessionServer"_qs);
    m_server->setForegroundRole(QPalette::PlaceholderText);
    m_server->setMinimumWidth(1);
    m_access = new Badge;
    m_access->setObjectName(u"sessionAccess"_qs);
    m_environment = new Badge;
    m_environment->setObjectName(u"sessionEnvironment"_qs);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit + theme::half, theme::unit, theme::unit, theme::half);
    layout->setSpacing(theme::wide);
    layout->addWidget(m_account);
    auto *tls = new QHBoxLayout;
    tls->setSpacing(theme::half);
    tls->addWidget(m_tlsIcon);
    tls->addWidget(m_tls);
    layout->addLayout(tls);
    layout->addWidget(m_server);
    layout->addStretch();
    layout->addWidget(m_access);
    layout->addWidget(m_environment);
}

void SessionHeader::showSession(const sql::ServerInfo &info)
{
    m_info = info;
    m_facts.reset();
    m_connected = true;
    refresh();
}

void SessionHeader::showFacts(const SessionFacts &facts)
{
    m_facts = facts;
    refresh();
}

void SessionHeader::showProfile(const Profile &profile)
{
    m_profile = profile;
    refresh();
}

void SessionHeader::showDisconnected()
{
    m_connected = false;
    refresh();
}

void SessionHeader::refresh()
{
    const QString account = m_facts ? m_facts->currentUser : m_info.user;
    m_account->setText(m_info.principal.isEmpty() ? account : tr("%1 as %2").arg(account, m_info.principal));
    m_account->setToolTip(m_info.spn.isEmpty() ? QString() : tr("Service: %1").arg(m_info.spn));
    m_server->setText(serverName(m_info.version));
    m_server->setToolTip(tr("%1:%2, version %3, connection %4")
                             .arg(m_profile.host)
                             .arg(m_profile.port)
                             .arg(m_info.version)
                             .arg(m_info.connectionId));
    refreshTls();
    refreshBadges();
    setAccessibleName(text());
}

void SessionHeader::refreshTls()
{
    const TlsLook look = lookOf(m_info);
    m_tlsIcon->setPixmap(icons::icon(look.icon, look.colour)
                             .pixmap(QSize(theme::iconSize, theme::iconSize), devicePixelRatioF()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::colour(look.colour, palette()));
    m_tls->setPalette(colours);
    m_tls->setText(look.words);
    m_tls->setToolTip(m_info.tlsCipher);
}

void SessionHeader::refreshBadges()
{
    if (!m_connected)
        m_access->show(u"disconnect"_qs, tr("NOT CONNECTED"), static_cast<int>(theme::Colour::Warning));
    else if (m_profile.readOnly || (m_facts && m_facts->serverReadOnly))
        m_access->show(u"read-only"_qs, tr("READ-ONLY"), static_cast<int>(theme::Colour::ReadOnly));
    else if (m_facts)
        m_access->show(u"edit"_qs, tr("READ-WRITE"), static_cast<int>(theme::Colour::MutedText));
    else
        m_access->show({}, {}, 0);
    const EnvironmentLook look = latchkey::lookOf(m_profile.environment);
    m_environment->show(look.icon, locale().toUpper(look.word), static_cast<int>(look.colour));
}

QString SessionHeader::text() const
{
    QStringList parts{m_account->text(), m_tls->text(), m_server->text(), m_access->text(),
                      m_environment->text()};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

void SessionHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_tls && event->type() == QEvent::PaletteChange)
        refreshTls();
}

} // namespace latchkey

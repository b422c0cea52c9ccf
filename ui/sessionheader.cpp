// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionheader.h"

#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/session/transactionbar.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

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
    m_transaction = new Badge;
    m_transaction->setObjectName(u"sessionTransaction"_qs);
    m_access = new Badge;
    m_access->setObjectName(u"sessionAccess"_qs);
    m_environment = new Badge;
    m_environment->setObjectName(u"sessionEnvironment"_qs);

    m_transactions = new TransactionBar;
    m_details = buildDetailsButton();
    buildLines();
}

/// Who and how safely above, where and how it stands below.
void SessionHeader::buildLines()
{
    auto *upper = new QHBoxLayout;
    upper->setSpacing(theme::wide);
    upper->addWidget(m_account);
    auto *tls = new QHBoxLayout;
    tls->setSpacing(theme::half);
    tls->addWidget(m_tlsIcon);
    tls->addWidget(m_tls);
    upper->addLayout(tls);
    upper->addStretch();
    upper->addWidget(m_access);
    upper->addWidget(m_environment);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(theme::unit);
    lower->addWidget(m_server, 1);
    lower->addWidget(m_transaction);
    lower->addWidget(m_transactions);
    lower->addWidget(m_details);

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::unit + theme::half, theme::unit, theme::unit, 0);
    lines->setSpacing(0);
    lines->addLayout(upper);
    lines->addLayout(lower);
}

QToolButton *SessionHeader::buildDetailsButton()
{
    auto *button = new QToolButton;
    button->setObjectName(u"sessionDetailsButton"_qs);
    button->setIcon(icons::icon(u"info"_qs));
    button->setIconSize({theme::iconSize, theme::iconSize});
    button->setAutoRaise(true);
    button->setToolTip(tr("Details of the session"));
    button->setAccessibleName(button->toolTip());
    connect(button, &QToolButton::clicked, this, &SessionHeader::showDetails);
    return button;
}

void SessionHeader::showSession(const sql::ServerInfo &info)
{
    m_view.info = info;
    m_view.facts.reset();
    m_view.state = {};
    m_view.connected = true;
    refresh();
}

void SessionHeader::showFacts(const sql::ServerFacts &facts)
{
    m_view.facts = facts;
    refresh();
}

void SessionHeader::showProfile(const Profile &profile)
{
    m_view.profile = profile;
    refresh();
}

void SessionHeader::showState(const sql::SessionState &state, bool isBusy)
{
    m_transactions->showState(state, m_view.connected && !isBusy);
    if (m_view.state == state)
        return;
    m_view.state = state;
    refresh();
}

void SessionHeader::showDisconnected()
{
    m_view.connected = false;
    m_view.state = {};
    m_transactions->showState({}, false);
    refresh();
}

void SessionHeader::showDetails()
{
    auto *details = new SessionDetails(m_view, this);
    details->adjustSize();
    const QPoint corner = m_details->mapToGlobal(m_details->rect().bottomRight());
    details->move(corner.x() - details->width(), corner.y() + theme::half);
    details->show();
}

void SessionHeader::refresh()
{
    const sql::ServerInfo &info = m_view.info;
    const QString account = m_view.facts ? m_view.facts->currentUser : info.user;
    m_account->setText(info.principal.isEmpty() ? account : tr("%1 as %2").arg(account, info.principal));
    m_account->setToolTip(info.spn.isEmpty() ? QString() : tr("Service: %1").arg(info.spn));
    refreshServer();
    refreshTls();
    refreshBadges();
    setAccessibleName(text());
}

void SessionHeader::refreshServer()
{
    QStringList parts{serverName(m_view.info.version)};
    if (m_view.facts) {
        const bool isAurora = m_view.facts->isAurora();
        const QString host = isAurora ? m_view.facts->auroraServerId : m_view.facts->host;
        parts << tr("%1 (%2)").arg(host, roleWord(sql::roleOf(*m_view.facts)))
              << m_view.state.variables.value(u"time_zone"_qs, m_view.facts->timeZone)
              << m_view.facts->isolation;
    }
    parts.removeAll(QString());
    m_server->setText(parts.join(u" · "_qs));
    m_server->setToolTip(tr("%1:%2, version %3, connection %4")
                             .arg(m_view.profile.host)
                             .arg(m_view.profile.port)
                             .arg(m_view.info.version)
                             .arg(m_view.info.connectionId));
}

void SessionHeader::refreshTls()
{
    const TlsLook look = lookOf(m_view.info);
    m_tlsIcon->setPixmap(icons::icon(look.icon, look.colour)
                             .pixmap(QSize(theme::iconSize, theme::iconSize), devicePixelRatioF()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::colour(look.colour, palette()));
    m_tls->setPalette(colours);
    m_tls->setText(look.words);
    m_tls->setToolTip(m_view.info.tlsCipher);
}

void SessionHeader::refreshBadges()
{
    const auto show = [](Badge *badge, const QString &icon, const QString &word, theme::Colour colour) {
        badge->show(icon, word, static_cast<int>(colour));
    };
    show(m_transaction, u"begin"_qs, m_view.state.inTransaction ? tr("TRANSACTION OPEN") : QString(),
         theme::Colour::Warning);
    if (!m_view.connected)
        show(m_access, u"disconnect"_qs, tr("NOT CONNECTED"), theme::Colour::Warning);
    else if (m_view.profile.readOnly || (m_view.facts && m_view.facts->refusesWrites()))
        show(m_access, u"read-only"_qs, tr("READ-ONLY"), theme::Colour::ReadOnly);
    else
        show(m_access, u"edit"_qs, m_view.facts ? tr("READ-WRITE") : QString(), theme::Colour::MutedText);
    const EnvironmentLook look = latchkey::lookOf(m_view.profile.environment);
    show(m_environment, look.icon, locale().toUpper(look.word), look.colour);
}

QString SessionHeader::text() const
{
    QStringList parts{m_account->text(),     m_tls->text(),    m_server->text(),
                      m_transaction->text(), m_access->text(), m_environment->text()};
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

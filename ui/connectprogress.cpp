// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/connectprogress.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace latchkey {
namespace {

constexpr std::array allSteps{sql::Step::LookUp, sql::Step::Connect, sql::Step::Tls, sql::Step::Ticket,
                              sql::Step::Authenticate};
constexpr auto tick = std::chrono::milliseconds(100);

QString wordOf(sql::Step step)
{
    switch (step) {
    case sql::Step::LookUp:
        return ConnectProgress::tr("Look up");
    case sql::Step::Connect:
        return ConnectProgress::tr("Connect");
    case sql::Step::Tls:
        return ConnectProgress::tr("TLS");
    case sql::Step::Ticket:
        return ConnectProgress::tr("Ticket");
    case sql::Step::Authenticate:
        return ConnectProgress::tr("Authenticate");
    }
    return {};
}

struct Look
{
    QString icon;
    theme::Colour colour;
    QString word;
};

Look lookOf(ConnectProgress::State state)
{
    switch (state) {
    case ConnectProgress::State::Pending:
        return {u"dot"_qs, theme::Colour::MutedText, ConnectProgress::tr("not begun")};
    case ConnectProgress::State::Running:
        return {u"clock"_qs, theme::Colour::Accent, ConnectProgress::tr("running")};
    case ConnectProgress::State::Done:
        return {u"ok"_qs, theme::Colour::Good, ConnectProgress::tr("done")};
    case ConnectProgress::State::Failed:
        break;
    }
    return {u"error"_qs, theme::Colour::Danger, ConnectProgress::tr("failed")};
}

} // namespace

ConnectProgress::ConnectProgress(QWidget *parent)
    : QWidget(parent), m_target(new QLabel), m_elapsed(new QLabel), m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(u"connectProgress"_qs);
    m_target->setTextFormat(Qt::PlainText);
    m_target->setForegroundRole(QPalette::PlaceholderText);
    m_target->setMinimumWidth(1);
    m_elapsed->setObjectName(u"connectElapsed"_qs);
    m_elapsed->setForegroundRole(QPalette::PlaceholderText);
    m_cancel->setObjectName(u"cancelConnect"_qs);
    m_cancel->setIcon(icons::icon(u"cancel"_qs));
    connect(m_cancel, &QPushButton::clicked, this, &ConnectProgress::cancelRequested);

    auto *steps = new QHBoxLayout;
    steps->setSpacing(theme::half);
    for (const sql::Step step : allSteps)
        addStep(steps, step);
    steps->addStretch();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme::unit + theme::half, theme::unit, theme::unit, theme::unit);
    grid->setHorizontalSpacing(theme::wide);
    grid->setVerticalSpacing(theme::half);
    grid->addWidget(m_target, 0, 0);
    grid->addLayout(steps, 1, 0);
    grid->addWidget(m_elapsed, 0, 1, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_cancel, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);

    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &ConnectProgress::showElapsed);
}

void ConnectProgress::addStep(QHBoxLayout *line, sql::Step step)
{
    Sign sign;
    sign.icon = new QLabel;
    sign.word = new QLabel(wordOf(step));
    line->addWidget(sign.icon);
    line->addWidget(sign.word);
    line->addSpacing(theme::unit + theme::half);
    m_signs.insert(static_cast<int>(step), sign);
}

void ConnectProgress::start(const Profile &profile)
{
    m_target->setText(tr("%1, %2:%3").arg(profile.name, profile.host).arg(profile.port));
    const auto leaveOut = [&](sql::Step step, bool out) {
        m_signs[static_cast<int>(step)].icon->setVisible(!out);
        m_signs[static_cast<int>(step)].word->setVisible(!out);
    };
    leaveOut(sql::Step::Tls, profile.tls == TlsPolicy::Off);
    leaveOut(sql::Step::Ticket, !profile.usesTickets());
    for (const sql::Step step : allSteps)
        setState(step, State::Pending);
    m_running = sql::Step::LookUp;
    setState(m_running, State::Running);
    m_cancel->setVisible(true);
    m_clock.start();
    m_tick.start();
    showElapsed();
}

void ConnectProgress::advance(sql::Step step)
{
    if (!m_tick.isActive() || step <= m_running)
        return;
    for (const sql::Step earlier : allSteps)
        if (earlier < step)
            setState(earlier, State::Done);
    m_running = step;
    setState(step, State::Running);
}

void ConnectProgress::succeed()
{
    m_tick.stop();
    m_cancel->setVisible(false);
    for (const sql::Step step : allSteps)
        setState(step, State::Done);
}

void ConnectProgress::fail()
{
    m_tick.stop();
    m_cancel->setVisible(false);
    setState(m_running, State::Failed);
}

ConnectProgress::State ConnectProgress::state(sql::Step step) const
{
    return m_signs.value(static_cast<int>(step)).state;
}

QString ConnectProgress::text() const
{
    return tr("%1: %2").arg(wordOf(m_running), lookOf(state(m_running)).word);
}

void ConnectProgress::setState(sql::Step step, State state)
{
    Sign &sign = m_signs[static_cast<int>(step)];
    sign.state = state;
    recolour(sign);
    setAccessibleDescription(text());
}

void ConnectProgress::recolour(Sign &sign)
{
    const Look look = lookOf(sign.state);
    sign.icon->setPixmap(icons::icon(look.icon, look.colour)
                             .pixmap(QSize(theme::iconSize, theme::iconSize), devicePixelRatioF()));
    sign.icon->setToolTip(look.word);
    QFont font = this->font();
    font.setBold(sign.state == State::Running || sign.state == State::Failed);
    sign.word->setFont(font);
    sign.word->setForegroundRole(sign.state == State::Pending ? QPalette::PlaceholderText
                                                              : QPalette::WindowText);
}

void ConnectProgress::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        for (Sign &sign : m_signs)
            recolour(sign);
}

void ConnectProgress::showElapsed()
{
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    m_elapsed->setText(tr("%1 s").arg(locale().toString(seconds, 'f', 1)));
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/errorbanner.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {

constexpr int bannerIconSize = 18;

QToolButton *flatButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icons::icon(icon));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

ErrorBanner::ErrorBanner(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("banner"));
    m_icon = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("bannerSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    m_details = flatButton(QStringLiteral("chevron"), tr("Details"), this);
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setCheckable(true);
    m_copy = flatButton(QStringLiteral("copy"), tr("Copy the message with its details"), this);
    m_close = flatButton(QStringLiteral("close"), tr("Close the message"), this);

    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(theme::unit);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::unit);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1);
    line->addLayout(m_buttons);
    for (auto *button : {m_details, m_copy, m_close})
        line->addWidget(button, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::unit + theme::half, theme::unit, theme::unit, theme::unit);
    column->setSpacing(theme::half);
    column->addLayout(line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_details, &QToolButton::toggled, this, &ErrorBanner::showDetail);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_sentence->text() + QLatin1Char('\n') + m_detailText);
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    hide();
}

void ErrorBanner::showError(const Error &error, const QList<QAction *> &actions)
{
    present(Kind::Error, error.message, error.detail, actions);
}

void ErrorBanner::showWarning(const QString &sentence, const QList<QAction *> &actions)
{
    present(Kind::Warning, sentence, QString(), actions);
}

void ErrorBanner::showInfo(const QString &sentence, const QList<QAction *> &actions)
{
    present(Kind::Info, sentence, QString(), actions);
}

void ErrorBanner::showSuccess(const QString &sentence)
{
    present(Kind::Success, sentence, QString(), {});
}

void ErrorBanner::clear()
{
    hide();
    setButtons({});
    m_sentence->clear();
    m_detailText.clear();
    m_details->setChecked(false);
}

QString ErrorBanner::text() const
{
    return m_sentence->text();
}

void ErrorBanner::present(Kind kind, const QString &sentence, const QString &detail,
                          const QList<QAction *> &actions)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    m_detailText = detail;
    m_details->setChecked(false);
    m_details->setVisible(!detail.isEmpty());
    m_copy->setVisible(kind == Kind::Error);
    setButtons(actions);
    recolour();
    setAccessibleName(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ErrorBanner::setButtons(const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->text(), this);
        button->setToolTip(action->toolTip());
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->addWidget(button);
    }
}

/// Made when first asked for: most runs show no error, and a text view is slow to make.
QPlainTextEdit &ErrorBanner::detailView()
{
    if (m_detail)
        return *m_detail;
    m_detail = new QPlainTextEdit(this);
    m_detail->setObjectName(QStringLiteral("bannerDetail"));
    m_detail->setReadOnly(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setFont(theme::monospace(font()));
    m_detail->setAccessibleName(tr("Details"));
    m_detail->setTabChangesFocus(true);
    layout()->addWidget(m_detail);
    return *m_detail;
}

void ErrorBanner::showDetail(bool shown)
{
    m_details->setIcon(icons::icon(shown ? QStringLiteral("chevron") : QStringLiteral("chevron-right")));
    if (!shown) {
        if (m_detail)
            m_detail->hide();
        return;
    }
    QPlainTextEdit &view = detailView();
    view.setPlainText(m_detailText);
    const int lines = std::clamp(view.blockCount(), 2, 6);
    view.setFixedHeight(lines * view.fontMetrics().lineSpacing() + theme::wide);
    view.show();
}

theme::Colour ErrorBanner::colour() const
{
    switch (m_kind) {
    case Kind::Error:
        return theme::Colour::Danger;
    case Kind::Warning:
        return theme::Colour::Warning;
    case Kind::Success:
        return theme::Colour::Good;
    case Kind::Info:
        break;
    }
    return theme::Colour::Accent;
}

QString ErrorBanner::iconName() const
{
    switch (m_kind) {
    case Kind::Error:
        return QStringLiteral("error");
    case Kind::Warning:
        return QStringLiteral("warning");
    case Kind::Success:
        return QStringLiteral("ok");
    case Kind::Info:
        break;
    }
    return QStringLiteral("info");
}

void ErrorBanner::recolour()
{
    m_icon->setPixmap(
        icons::icon(iconName(), colour()).pixmap({bannerIconSize, bannerIconSize}, devicePixelRatioF()));
    m_details->setIcon(icons::icon(QStringLiteral("chevron-right")));
    update();
}

void ErrorBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::tint(colour(), palette()));
    painter.fillRect(QRect(0, 0, 3, height()), theme::colour(colour(), palette()));
}

void ErrorBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_icon)
        recolour();
    QFrame::changeEvent(event);
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/findinglist.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

namespace {

using Severity = krb::Finding::Severity;

constexpr const char *iconName = "iconName";
constexpr const char *iconColour = "iconColour";

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FindingList::FindingList(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("findings"));
    setAccessibleName(tr("What was found"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
}

void FindingList::clear()
{
    auto *page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(0, 0, theme::unit, theme::wide);
    m_rows->setSpacing(theme::unit + theme::half);
    setWidget(page);
}

void FindingList::setFindings(const QList<krb::Finding> &findings)
{
    clear();
    for (const krb::Finding &finding : findings) {
        const bool isNote = finding.severity == Severity::Note;
        const bool isError = finding.severity == Severity::Error;
        QStringList below{finding.fix, krb::text(finding.place)};
        below.removeAll(QString());
        addRow(isError  ? QStringLiteral("error")
               : isNote ? QStringLiteral("info")
                        : QStringLiteral("warning"),
               isError  ? theme::Colour::Danger
               : isNote ? theme::Colour::Accent
                        : theme::Colour::Warning,
               isError  ? tr("Error")
               : isNote ? tr("Note")
                        : tr("Warning"),
               finding.sentence, below);
    }
    m_rows->addStretch();
    fit();
}

void FindingList::setSentence(const QString &icon, theme::Colour colour, const QString &sentence)
{
    clear();
    addRow(icon, colour, QString(), sentence, {});
    m_rows->addStretch();
    fit();
}

void FindingList::addRow(const QString &icon, theme::Colour colour, const QString &word,
                         const QString &sentence, const QStringList &below)
{
    auto *row = new QWidget(widget());
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::unit);
    auto *mark = new QLabel(row);
    mark->setProperty(iconName, icon);
    mark->setProperty(iconColour, static_cast<int>(colour));
    mark->setAccessibleName(word);
    mark->setToolTip(word);
    line->addWidget(mark, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    QLabel *first = wrapped(sentence, row);
    first->setObjectName(QStringLiteral("sentence"));
    texts->addWidget(first);
    for (const QString &text : below) {
        QLabel *more = wrapped(text, row);
        more->setFont(theme::caption(font()));
        more->setForegroundRole(QPalette::PlaceholderText);
        texts->addWidget(more);
    }
    line->addLayout(texts, 1);
    m_rows->addWidget(row);
    recolour();
}

void FindingList::recolour()
{
    for (QLabel *mark : widget()->findChildren<QLabel *>())
        if (const QString name = mark->property(iconName).toString(); !name.isEmpty())
            mark->setPixmap(icons::icon(name, static_cast<theme::Colour>(mark->property(iconColour).toInt()))
                                .pixmap({theme::iconSize, theme::iconSize}, devicePixelRatioF()));
}

// A scroll area does not ask how high its page gets when lines wrap.
void FindingList::fit()
{
    widget()->setMinimumHeight(std::max(0, m_rows->heightForWidth(viewport()->width())));
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void FindingList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_rows)
        recolour();
    QScrollArea::changeEvent(event);
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/previewpane.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QToolButton>

namespace latchkey {

PreviewPane::PreviewPane(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme::wide, 0, theme::wide, 0);
    grid->setHorizontalSpacing(theme::wide);
    grid->setVerticalSpacing(2);
    m_identity = addLine("previewIdentity", tr("Identity"), grid);
    m_spn = addLine("previewSpn", tr("Accepted SPN"), grid);
    m_command = addLine("previewCommand", tr("As a command"), grid);
    recolour();
}

PreviewPane::Line PreviewPane::addLine(const char *name, const QString &text, QGridLayout *grid)
{
    const QString objectName = QLatin1String(name);
    Line line;
    line.value = new QLineEdit(this);
    line.value->setObjectName(objectName);
    line.value->setAccessibleName(text);
    line.value->setReadOnly(true);
    line.value->setFocusPolicy(Qt::ClickFocus); // who tabs through the form does not want to stop here
    line.value->setFont(theme::monospace(font()));
    line.copy = new QToolButton(this);
    line.copy->setObjectName(objectName + QStringLiteral("Copy"));
    line.copy->setIcon(icons::icon(QStringLiteral("copy")));
    line.copy->setAutoRaise(true);
    line.copy->setToolTip(tr("Copy"));
    line.copy->setAccessibleName(tr("Copy: %1").arg(text));
    connect(line.copy, &QToolButton::clicked, this,
            [value = line.value] { QGuiApplication::clipboard()->setText(value->text()); });
    line.note = new QLabel(this);
    line.note->setObjectName(objectName + QStringLiteral("Note"));
    line.note->setWordWrap(true);
    line.note->setTextFormat(Qt::PlainText);
    line.note->setFont(theme::caption(font()));
    const int row = grid->rowCount();
    line.name = new QLabel(text, this);
    grid->addWidget(line.name, row, 0);
    grid->addWidget(line.value, row, 1);
    grid->addWidget(line.copy, row, 2);
    grid->addWidget(line.note, row + 1, 1, 1, 2);
    return line;
}

void PreviewPane::fill(const Line &line, const QString &value, const QString &note)
{
    if (line.value->text() != value) {
        line.value->setText(value);
        line.value->setCursorPosition(0);
    }
    line.copy->setEnabled(!value.isEmpty());
    line.note->setText(note);
    line.note->setVisible(!note.isEmpty());
}

void PreviewPane::show(const ConnectionPreview &preview)
{
    fill(m_identity, preview.identity, {});
    for (QWidget *part : {static_cast<QWidget *>(m_identity.name), static_cast<QWidget *>(m_identity.value),
                          static_cast<QWidget *>(m_identity.copy)})
        part->setVisible(!preview.identity.isEmpty());
    fill(m_spn, preview.spn, preview.spnNote);
    fill(m_command, preview.command, preview.commandNote);
}

void PreviewPane::recolour()
{
    for (QLabel *note : {m_identity.note, m_spn.note, m_command.note})
        theme::setInk(note, theme::Colour::MutedText, palette());
}

void PreviewPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_command.note)
        recolour();
    QWidget::changeEvent(event);
}

} // namespace latchkey

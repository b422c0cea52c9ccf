// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/copyrow.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "core/result/clipboardtext.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace latchkey {

namespace {

constexpr auto betweenFigures = std::chrono::milliseconds(200);

Result<QString> textOf(const CopyFormat &format, const result::CellSelection &selection,
                       result::ClipboardText &text)
{
    auto written = format.write(selection, text);
    return written ? Result<QString>(text.text()) : Result<QString>(written.error());
}

} // namespace

CopyRow::CopyRow(QWidget *parent)
    : QWidget(parent), m_label(new QLabel), m_cancel(new QPushButton(tr("Cancel copying"))),
      m_export(new QPushButton(tr("Export…")))
{
    m_label->setObjectName(u"copyText"_qs);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_cancel->setObjectName(u"cancelCopying"_qs);
    m_export->setObjectName(u"exportInstead"_qs);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::unit, theme::half, theme::unit, 0);
    row->addWidget(m_label, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    m_progress.setInterval(betweenFigures);
    connect(&m_progress, &QTimer::timeout, this, &CopyRow::showProgress);
    connect(m_cancel, &QPushButton::clicked, this, &CopyRow::cancel);
    connect(m_export, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT exportRequested();
    });
    hide();
}

CopyRow::~CopyRow()
{
    m_stop.request_stop();
}

void CopyRow::start(const CopyFormat &format, const result::CellSelection &selection)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_text = std::make_shared<result::ClipboardText>(m_stop.get_token());
    hide();
    if (selection.isQuick())
        return finish(textOf(format, selection, *m_text));
    if (selection.size() > static_cast<qint64>(result::ClipboardText::most))
        return finish(result::ClipboardText::tooLarge()); // each takes a sign at least
    m_progress.start();
    const auto copying = startJob<QString>(m_stop.get_token(), [format, selection, text = m_text](Job &) {
        return textOf(format, selection, *text);
    });
    whenDone(copying, this, [this, text = m_text](const Result<QString> &copied) {
        if (text == m_text)
            finish(copied);
    });
}

void CopyRow::cancel()
{
    m_stop.request_stop(); // finish() follows
}

void CopyRow::clear()
{
    if (!isCopying())
        hide();
}

QString CopyRow::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void CopyRow::showProgress()
{
    say(tr("Copying, %1 of text so far…")
            .arg(QLocale().formattedDataSize(static_cast<qint64>(m_text->size()), 1)));
}

void CopyRow::finish(const Result<QString> &copied)
{
    m_progress.stop();
    m_text.reset();
    const bool wasSeen = !isHidden();
    if (copied)
        QGuiApplication::clipboard()->setText(*copied);
    if (!copied && copied.error().code != Error::Code::Cancelled)
        say(copied.error().message, copied.error().code == Error::Code::InvalidInput);
    else if (wasSeen)
        say(copied ? tr("The selected cells are on the clipboard.")
                   : tr("Copying was cancelled; the clipboard is as it was."));
}

void CopyRow::say(const QString &sentence, bool offersExport)
{
    m_label->setText(sentence);
    m_cancel->setVisible(isCopying());
    m_export->setVisible(offersExport);
    show();
}

} // namespace latchkey

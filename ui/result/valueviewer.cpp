// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/valueviewer.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "core/result/celltext.h"
#include "core/result/valueforms.h"
#include "ui/focusforward.h"
#include "ui/icons.h"
#include "ui/ownescape.h"
#include "ui/result/valuepicture.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {
namespace {

/// More would be laid out for longer than a person's glance takes.
constexpr auto shownAtOnce = std::size_t(64) * 1024;

QString formName(ValueViewer::Form form)
{
    switch (form) {
    case ValueViewer::Form::Text:
        return ValueViewer::tr("Text");
    case ValueViewer::Form::Json:
        return ValueViewer::tr("JSON");
    case ValueViewer::Form::Hex:
        return ValueViewer::tr("Hexadecimal");
    case ValueViewer::Form::Picture:
        return ValueViewer::tr("Picture");
    }
    Q_UNREACHABLE();
}

bool looksLikeJson(const sql::Column &column, std::string_view value)
{
    return column.type == sql::ColumnType::Json || value.starts_with('{') || value.starts_with('[');
}

} // namespace

ValueViewer::ValueViewer(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_forms(new QTabBar), m_pages(new QStackedWidget),
      m_text(new QPlainTextEdit), m_pictureArea(new QScrollArea), m_picture(new QLabel),
      m_sentence(new QLabel), m_size(new QLabel), m_more(new QPushButton(tr("Show more"))),
      m_wrap(new QCheckBox(tr("Wrap lines")))
{
    setObjectName(u"valueViewer"_qs);
    new OwnEscape(*this);
    m_text->setObjectName(u"valueText"_qs);
    m_text->setAccessibleName(tr("Value"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_picture->setObjectName(u"valuePicture"_qs);
    m_picture->setAlignment(Qt::AlignCenter);
    m_pictureArea->setWidget(m_picture);
    m_pictureArea->setWidgetResizable(true);
    m_pictureArea->setFrameShape(QFrame::NoFrame);
    m_sentence->setObjectName(u"valueSentence"_qs);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *page : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_pictureArea),
                          static_cast<QWidget *>(m_sentence)})
        m_pages->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_pages, 1);
    layout->addWidget(buildFoot());
    new FocusForward(*this, *m_text);
    showNone(tr("Choose a cell to see its value."));
}

ValueViewer::~ValueViewer()
{
    m_stop.request_stop();
}

QWidget *ValueViewer::buildHead()
{
    m_title->setObjectName(u"valueTitle"_qs);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_forms->setObjectName(u"valueForms"_qs);
    m_forms->setAccessibleName(tr("How the value is shown"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    auto *closing = new QToolButton;
    closing->setObjectName(u"closeValue"_qs);
    closing->setIcon(icons::icon(u"close"_qs));
    closing->setAutoRaise(true);
    closing->setToolTip(tr("Close (Esc)"));
    closing->setAccessibleName(tr("Close"));
    connect(closing, &QToolButton::clicked, this, &ValueViewer::closed);
    connect(m_forms, &QTabBar::currentChanged, this, [this] {
        m_shownBytes = shownAtOnce;
        showForm();
    });

    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(theme::unit, theme::half, theme::half, 0);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_forms);
    layout->addWidget(closing);
    return head;
}

QWidget *ValueViewer::buildFoot()
{
    m_size->setObjectName(u"valueSize"_qs);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_more->setObjectName(u"moreOfValue"_qs);
    m_wrap->setObjectName(u"wrapValue"_qs);
    m_wrap->setChecked(true);
    connect(m_wrap, &QCheckBox::toggled, this, &ValueViewer::showForm);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_shownBytes *= 4;
        showForm();
    });

    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->addWidget(m_size);
    layout->addWidget(m_more);
    layout->addStretch();
    layout->addWidget(m_wrap);
    return foot;
}

/// The best first.
QList<ValueViewer::Form> ValueViewer::forms(std::string_view value) const
{
    QList<Form> forms;
    if (result::isShownInHex(m_column.type)) {
        if (!result::pictureFormat(value).isEmpty())
            forms.append(Form::Picture);
        return forms << Form::Hex << Form::Text;
    }
    if (m_json)
        forms.append(Form::Json);
    return forms << Form::Text << Form::Hex;
}

ValueViewer::Form ValueViewer::form() const
{
    return static_cast<Form>(m_forms->tabData(m_forms->currentIndex()).toInt());
}

void ValueViewer::showCell(const result::ShownRows &rows, int row, int column)
{
    if (const auto cell = rows.cellAtHand(row, column))
        return showValue(rows.columns()[column], *cell);
    showNone(tr("The value is being read from the disk…"));
    const auto reading =
        startJob<result::Cell>({}, [rows, row, column](Job &) { return rows.cell(row, column); });
    whenDone(reading, this, [this, rows, column, number = m_shown](const Result<result::Cell> &cell) {
        if (number != m_shown)
            return;
        if (cell)
            showValue(rows.columns()[column], *cell);
        else
            showNone(cell.error().message);
    });
}

void ValueViewer::showValue(const sql::Column &column, const result::Cell &cell)
{
    ++m_shown;
    m_column = column;
    m_cell = cell;
    m_shownBytes = shownAtOnce;
    const QSignalBlocker quiet(m_forms);
    while (m_forms->count() > 0)
        m_forms->removeTab(0);
    m_title->setText(column.name);
    m_title->setToolTip(column.typeName);
    if (cell.isNull()) {
        say(tr("The value is NULL."));
        return;
    }
    m_json = looksLikeJson(column, *cell.value()) ? result::prettyJson(*cell.value()) : std::nullopt;
    const QList<Form> possible = forms(*cell.value());
    for (const Form form : possible)
        m_forms->setTabData(m_forms->addTab(formName(form)), static_cast<int>(form));
    m_forms->setVisible(true);
    showForm();
}

void ValueViewer::showNone(const QString &sentence)
{
    ++m_shown;
    const QSignalBlocker quiet(m_forms);
    m_cell = {std::nullopt, nullptr};
    m_title->clear();
    say(sentence);
}

void ValueViewer::say(const QString &sentence)
{
    ++m_pictureNumber;
    m_sentence->setText(sentence);
    m_pages->setCurrentWidget(m_sentence);
    m_more->hide();
    m_wrap->hide();
    m_forms->setVisible(m_forms->count() > 0 && !m_cell.isNull());
    m_size->setText(m_cell.isNull() ? QString() : sizeText(*m_cell.value()));
}

QString ValueViewer::sizeText(std::string_view value) const
{
    return tr("%1, %2").arg(m_column.typeName,
                            QLocale().formattedDataSize(static_cast<qint64>(value.size())));
}

void ValueViewer::showForm()
{
    if (m_cell.isNull())
        return;
    m_stop.request_stop();
    ++m_pictureNumber;
    const std::string_view value = *m_cell.value();
    m_size->setText(sizeText(value));
    switch (form()) {
    case Form::Json:
        return showText(*m_json, [](std::string_view shown) { return result::fullText({}, shown); });
    case Form::Hex:
        return showText(value, result::hexDump);
    case Form::Picture:
        return showPicture(value);
    case Form::Text:
        break;
    }
    sql::Column column = m_column;
    if (result::isShownInHex(column.type))
        column.type = sql::ColumnType::Text; // as far as the bytes are any
    showText(value, [column](std::string_view shown) { return result::fullText(column, shown); });
}

void ValueViewer::showText(std::string_view value, const std::function<QString(std::string_view)> &write)
{
    const std::string_view shown = result::cutUtf8(value, m_shownBytes);
    const bool isHex = form() == Form::Hex;
    m_text->setFont(form() == Form::Text ? font() : theme::monospace(font()));
    m_text->setLineWrapMode(!isHex && m_wrap->isChecked() ? QPlainTextEdit::WidgetWidth
                                                          : QPlainTextEdit::NoWrap);
    m_text->setPlainText(write(shown));
    m_wrap->setVisible(!isHex);
    m_more->setVisible(shown.size() < value.size());
    if (shown.size() < value.size())
        m_size->setText(
            tr("%1, the first %2 are shown")
                .arg(m_size->text(), QLocale().formattedDataSize(static_cast<qint64>(shown.size()))));
    m_pages->setCurrentWidget(m_text);
}

void ValueViewer::showPicture(std::string_view value)
{
    say(tr("Reading the picture…"));
    m_stop = std::stop_source();
    const auto read = [cell = m_cell, value](Job &) { return readPicture(value); };
    whenDone(startJob<Picture>(m_stop.get_token(), read), this,
             [this, number = m_pictureNumber](const Result<Picture> &picture) {
                 if (number != m_pictureNumber)
                     return;
                 if (!picture)
                     return say(picture.error().message);
                 m_picture->setPixmap(QPixmap::fromImage(picture->image));
                 m_size->setText(tr("%1, %2 × %3 pixels")
                                     .arg(m_size->text(), QLocale().toString(picture->size.width()),
                                          QLocale().toString(picture->size.height())));
                 m_pages->setCurrentWidget(m_pictureArea);
             });
}

void ValueViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace latchkey

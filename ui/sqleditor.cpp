// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sqleditor.h"

#include "ui/icons.h"
#include "ui/sqltheme.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

// QScintilla's headers are written with Qt's lower-case keywords, which are off here.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexersql.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

#include <algorithm>
#include <array>
#include <limits>

namespace latchkey {
namespace {

class MySqlLexer final : public QsciLexerSQL
{
public:
    explicit MySqlLexer(QObject *parent) : QsciLexerSQL(parent), m_keywords(sqlKeywords().join(u' ').toUtf8())
    {
        setBackslashEscapes(true);
        setHashComments(true);
        setQuotedIdentifiers(true);
    }
    const char *keywords(int set) const override { return set == 1 ? m_keywords.constData() : nullptr; }

private:
    QByteArray m_keywords; // Scintilla keeps no copy
};

/// Leaves to the window's shortcuts what Scintilla would bind to commands that nobody looks for in SQL.
class Editor final : public QsciScintilla
{
public:
    using QsciScintilla::QsciScintilla;

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && belongsToWindow(*static_cast<QKeyEvent *>(event))) {
            event->ignore();
            return true;
        }
        return QsciScintilla::event(event);
    }

private:
    bool belongsToWindow(const QKeyEvent &key) const
    {
        if (key.key() == Qt::Key_Escape)
            return !isListActive();
        if (key.key() == Qt::Key_F3)
            return true;
        const bool control = key.modifiers() & Qt::ControlModifier;
        constexpr std::array taken{Qt::Key_D,        Qt::Key_E,      Qt::Key_F,     Qt::Key_H,
                                   Qt::Key_K,        Qt::Key_L,      Qt::Key_O,     Qt::Key_P,
                                   Qt::Key_S,        Qt::Key_T,      Qt::Key_W,     Qt::Key_PageUp,
                                   Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Slash};
        return control && std::find(taken.begin(), taken.end(), key.key()) != taken.end();
    }
};

/// Signs that no identifier has: between the words of a list, and before the number of a word's icon.
constexpr char wordSeparator = '\n';
constexpr char iconSeparator = '\x01';
constexpr int offerList = 1;

qsizetype utf16Length(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8).size();
}

QString withoutComment(const QString &line)
{
    const qsizetype mark = line.indexOf(u"--");
    const qsizetype blank = line.mid(mark + 2).startsWith(u' ') ? 1 : 0;
    return QString(line).remove(mark, 2 + blank);
}

qsizetype indentation(const QString &line)
{
    const auto first = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
    return first - line.begin();
}

} // namespace

QStringList toggledComment(const QStringList &lines)
{
    const auto isBlank = [](const QString &line) { return indentation(line) == line.size(); };
    const bool commented = std::all_of(lines.begin(), lines.end(), [&](const QString &line) {
        return isBlank(line) || line.trimmed().startsWith(u"--");
    });
    qsizetype column = std::numeric_limits<qsizetype>::max();
    for (const QString &line : lines)
        column = isBlank(line) ? column : std::min(column, indentation(line));

    QStringList toggled;
    for (const QString &line : lines) {
        if (isBlank(line))
            toggled.append(line);
        else if (commented)
            toggled.append(withoutComment(line));
        else
            toggled.append(QString(line).insert(column, u"-- "_qs));
    }
    return toggled;
}

struct SqlEditor::Private
{
    Editor *sci = nullptr;
    MySqlLexer *lexer = nullptr;
    QStringList offerIcons; ///< registered with the list, by their numbers
    qsizetype offerBegin = 0;

    qsizetype offsetOf(long position) const { return utf16Length(sci->text().toUtf8().left(position)); }
    long positionOf(qsizetype offset) const
    {
        return static_cast<long>(sci->text().left(offset).toUtf8().size());
    }
    void fitLineNumbers() const
    {
        const int digits = std::max(3, static_cast<int>(QString::number(sci->lines()).size()));
        sci->setMarginWidth(0, QString(digits + 1, u'9'));
    }
};

SqlEditor::SqlEditor(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->sci = new Editor(this);
    d->sci->setObjectName(u"sqlText"_qs);
    d->sci->setAccessibleName(tr("SQL"));
    d->sci->setUtf8(true);
    d->sci->setFrameShape(QFrame::NoFrame);
    d->sci->setEolMode(QsciScintilla::EolUnix);
    d->sci->setTabWidth(4);
    d->sci->setIndentationsUseTabs(false);
    d->sci->setAutoIndent(true);
    d->sci->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    d->sci->setCaretLineVisible(true);
    d->sci->setMarginType(0, QsciScintilla::NumberMargin);
    d->sci->setMarginWidth(1, 0);
    d->sci->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, static_cast<long>(theme::unit));
    d->sci->setExtraAscent(1);
    d->sci->setExtraDescent(1);
    d->sci->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1L);
    d->sci->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1L);
    d->lexer = new MySqlLexer(d->sci);
    d->sci->setLexer(d->lexer);
    setFocusProxy(d->sci);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(d->sci);

    connect(d->sci, &QsciScintilla::textChanged, this, &SqlEditor::textChanged);
    connect(d->sci, &QsciScintilla::linesChanged, this, [this] { d->fitLineNumbers(); });
    prepareOffers();
    recolour();
}

void SqlEditor::prepareOffers()
{
    d->sci->SendScintilla(QsciScintilla::SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>(wordSeparator));
    d->sci->SendScintilla(QsciScintilla::SCI_AUTOCSETTYPESEPARATOR,
                          static_cast<unsigned long>(iconSeparator));
    d->sci->SendScintilla(QsciScintilla::SCI_AUTOCSETIGNORECASE, 1UL);
    d->sci->SendScintilla(QsciScintilla::SCI_AUTOCSETORDER,
                          static_cast<unsigned long>(QsciScintilla::SC_ORDER_CUSTOM));
    d->sci->SendScintilla(QsciScintilla::SCI_AUTOCSETMAXHEIGHT, 12UL);
    auto *request = new QAction(tr("Complete"), this);
    request->setObjectName(u"complete"_qs);
    request->setShortcut(Qt::CTRL | Qt::Key_Space);
    request->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(request);
    connect(request, &QAction::triggered, this, &SqlEditor::completionRequested);
    connect(d->sci, &QsciScintilla::SCN_CHARADDED, this, &SqlEditor::typed);
    connect(d->sci, qOverload<const char *, int>(&QsciScintilla::SCN_USERLISTSELECTION), this,
            [this](const char *word) {
                d->sci->SendScintilla(QsciScintilla::SCI_SETSEL,
                                      static_cast<unsigned long>(d->positionOf(d->offerBegin)),
                                      d->sci->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
                d->sci->replaceSelectedText(QString::fromUtf8(word));
            });
}

void SqlEditor::offer(const QList<Offer> &words, qsizetype begin)
{
    if (words.isEmpty())
        return stopOffering();
    QByteArray list;
    for (const Offer &word : words) {
        if (word.text.contains(QLatin1Char(wordSeparator)))
            continue;
        if (!d->offerIcons.contains(word.icon)) {
            d->offerIcons.append(word.icon);
            d->sci->registerImage(static_cast<int>(d->offerIcons.size()),
                                  icons::icon(word.icon).pixmap(theme::iconSize));
        }
        const QByteArray number = QByteArray::number(d->offerIcons.indexOf(word.icon) + 1);
        if (!list.isEmpty())
            list += wordSeparator;
        list += word.text.toUtf8() + iconSeparator + number;
    }
    d->offerBegin = begin;
    d->sci->SendScintilla(QsciScintilla::SCI_USERLISTSHOW, static_cast<unsigned long>(offerList),
                          list.constData());
}

void SqlEditor::stopOffering()
{
    if (isOffering())
        d->sci->SendScintilla(QsciScintilla::SCI_AUTOCCANCEL);
}

bool SqlEditor::isOffering() const
{
    return d->sci->isListActive();
}

void SqlEditor::insert(const QString &text)
{
    d->sci->replaceSelectedText(text);
    d->sci->setFocus();
}

SqlEditor::~SqlEditor() = default;

void SqlEditor::recolour()
{
    const SqlTheme theme = SqlTheme::of(palette());
    QFont font = theme::monospace(this->font());
    QsciLexerSQL &lexer = *d->lexer;
    lexer.setDefaultColor(theme.text);
    lexer.setDefaultPaper(theme.paper);
    lexer.setDefaultFont(font);
    lexer.setPaper(theme.paper);
    lexer.setFont(font);
    lexer.setColor(theme.text);
    lexer.setColor(theme.keyword, QsciLexerSQL::Keyword);
    lexer.setColor(theme.number, QsciLexerSQL::Number);
    for (const int style : {QsciLexerSQL::SingleQuotedString, QsciLexerSQL::DoubleQuotedString})
        lexer.setColor(theme.string, style);
    for (const int style : {QsciLexerSQL::Comment, QsciLexerSQL::CommentLine, QsciLexerSQL::CommentLineHash,
                            QsciLexerSQL::CommentDoc})
        lexer.setColor(theme.comment, style);
    lexer.setColor(theme.identifier, QsciLexerSQL::QuotedIdentifier);
    font.setBold(true);
    lexer.setFont(font, QsciLexerSQL::Keyword);

    d->sci->setCaretForegroundColor(theme.text);
    d->sci->setCaretLineBackgroundColor(theme.currentLine);
    d->sci->setMarginsForegroundColor(theme.lineNumber);
    d->sci->setMarginsBackgroundColor(theme.paper);
    d->sci->setMarginsFont(theme::monospace(this->font()));
    d->sci->setMatchedBraceBackgroundColor(theme.brace);
    d->sci->setMatchedBraceForegroundColor(theme.text);
    d->sci->setUnmatchedBraceForegroundColor(theme.loneBrace);
    d->sci->setUnmatchedBraceBackgroundColor(theme.paper);
    d->sci->setSelectionBackgroundColor(theme.selection);
    d->sci->setSelectionForegroundColor(theme.selectedText);
    d->sci->clearRegisteredImages();
    d->offerIcons.clear();
    d->fitLineNumbers();
}

void SqlEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (d && d->lexer && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        recolour();
}

QString SqlEditor::text() const
{
    return d->sci->text();
}

void SqlEditor::setText(const QString &text)
{
    d->sci->selectAll();
    d->sci->replaceSelectedText(text);
}

void SqlEditor::insertStatement(const QString &sql)
{
    QString lines = sql.endsWith(u';') ? sql : sql + u';';
    if (!isEmpty() && !text().left(cursor()).endsWith(u'\n'))
        lines.prepend(u'\n');
    d->sci->replaceSelectedText(lines + u'\n');
    d->sci->setFocus();
}

bool SqlEditor::isEmpty() const
{
    return d->sci->length() == 0;
}

qsizetype SqlEditor::cursor() const
{
    return d->offsetOf(d->sci->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
}

void SqlEditor::setCursor(qsizetype offset)
{
    d->sci->SendScintilla(QsciScintilla::SCI_GOTOPOS, d->positionOf(offset));
}

QString SqlEditor::selectedText() const
{
    return d->sci->selectedText();
}

qsizetype SqlEditor::selectionBegin() const
{
    return d->offsetOf(d->sci->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART));
}

void SqlEditor::select(qsizetype begin, qsizetype end)
{
    d->sci->SendScintilla(QsciScintilla::SCI_SETSEL, static_cast<unsigned long>(d->positionOf(begin)),
                          d->positionOf(end));
    d->sci->setFocus();
}

void SqlEditor::toggleComment()
{
    int first = 0;
    int last = 0;
    int column = 0;
    int lastColumn = 0;
    const bool selected = d->sci->hasSelectedText();
    if (selected)
        d->sci->getSelection(&first, &column, &last, &lastColumn);
    else
        d->sci->getCursorPosition(&first, &column);
    last = selected ? (lastColumn == 0 && last > first ? last - 1 : last) : first;

    QStringList lines;
    for (int line = first; line <= last; ++line)
        lines.append(d->sci->text(line).remove(u'\n'));
    const QString toggled = toggledComment(lines).join(u'\n');
    const int end = static_cast<int>(lines.last().size());
    d->sci->setSelection(first, 0, last, end);
    d->sci->replaceSelectedText(toggled);
    if (selected)
        d->sci->setSelection(first, 0, last, static_cast<int>(d->sci->text(last).remove(u'\n').size()));
    else
        d->sci->setCursorPosition(first, column);
}

} // namespace latchkey

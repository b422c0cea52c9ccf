// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace latchkey {

/// A text editor for SQL: highlighting in the palette's colours, line numbers, matching braces, comment toggling.
/// Offsets count UTF-16 units, as QString does.
class SqlEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SqlEditor(QWidget *parent = nullptr);
    ~SqlEditor() override;

    QString text() const;
    /// Replaces everything; can be undone.
    void setText(const QString &text);
    /// Puts the text where the cursor is, on lines of its own.
    void insertStatement(const QString &sql);
    bool isEmpty() const;

    qsizetype cursor() const;
    void setCursor(qsizetype offset);
    QString selectedText() const;
    qsizetype selectionBegin() const;
    /// Selects and scrolls there.
    void select(qsizetype begin, qsizetype end);
    /// Turns the lines of the selection, or the cursor's, into comments; or back if all of them are.
    void toggleComment();
    /// Puts the text where the cursor is, in place of the selection.
    void insert(const QString &text);

    /// A word that may be put where the cursor is.
    struct Offer
    {
        QString icon;
        QString text;
    };
    /// Lists the words below the cursor; the chosen one replaces what stands between `begin` and the cursor. Without
    /// words, as stopOffering().
    void offer(const QList<Offer> &words, qsizetype begin);
    void stopOffering();
    bool isOffering() const;

Q_SIGNALS:
    void textChanged();
    /// A sign has been typed, and is there.
    void typed();
    /// By Ctrl+Space.
    void completionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void prepareOffers();
    void recolour();

    struct Private;
    std::unique_ptr<Private> d;
};

/// Lines with "-- " put before each, at the least indentation, or taken away if all that are not blank have it. Pure.
QStringList toggledComment(const QStringList &lines);

} // namespace latchkey

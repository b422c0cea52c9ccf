// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace latchkey {

class AnswerTable;
class ErrorBanner;

/// A view of a server that is read again by hand, by F5, or every few seconds while it can be seen; a hidden one asks
/// nothing and has no timer.
class AdminPage : public QWidget
{
    Q_OBJECT
public:
    explicit AdminPage(const QString &title, QWidget *parent = nullptr);

    /// Nothing: not connected; what has been read stays.
    void setAsk(schema::Ask ask);
    void refresh();
    QString title() const { return m_title; }

protected:
    /// Asks, and calls readingEnded() once all is answered.
    virtual void read() = 0;
    void readingEnded();

    const schema::Ask &ask() const { return m_ask; }
    bool isConnected() const { return static_cast<bool>(m_ask); }
    /// Shows a refusal in people's words; `needed` is the privilege that a lack of privileges would be about.
    void showProblem(const Error &error, const QString &needed);
    void clearProblem();
    void showNotice(const QString &sentence);
    /// Below the rows, which the table has by then.
    void showSummary(const QString &text);

    AnswerTable &table() { return *m_table; }
    ErrorBanner &banner() { return *m_banner; }
    /// For the page's own buttons, before the filter.
    void addTool(QWidget *tool);
    /// Above the table.
    void addAbove(QWidget *part);

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildTools();
    void planNext();
    std::chrono::seconds interval() const;

    QString m_title;
    schema::Ask m_ask;
    QTimer m_next{this};
    bool m_isReading = false;
    QHBoxLayout *m_tools = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_every = nullptr;
    ErrorBanner *m_banner = nullptr;
    QWidget *m_above = nullptr;
    AnswerTable *m_table = nullptr;
    QLabel *m_summary = nullptr;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/theme.h"

#include <QAction>
#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace latchkey {

/// A message at the place it concerns: icon, sentence, the library's words under Details (with Copy), buttons for
/// what can be done about it, and a way to close it. Hidden while it has nothing to say.
class ErrorBanner : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    /// The actions become buttons after the sentence; they stay the caller's.
    void showError(const Error &error, const QList<QAction *> &actions = {});
    void showWarning(const QString &sentence, const QList<QAction *> &actions = {});
    void showInfo(const QString &sentence, const QList<QAction *> &actions = {});
    /// What was asked for has worked.
    void showSuccess(const QString &sentence);
    void clear();

    QString text() const;

Q_SIGNALS:
    /// The person closed it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Info, Success, Warning, Error };
    void present(Kind kind, const QString &sentence, const QString &detail, const QList<QAction *> &actions);
    theme::Colour colour() const;
    QString iconName() const;
    QPlainTextEdit &detailView();
    void showDetail(bool shown);
    void recolour();
    void setButtons(const QList<QAction *> &actions);

    Kind m_kind = Kind::Info;
    QLabel *m_icon = nullptr;
    QLabel *m_sentence = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QToolButton *m_details = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_close = nullptr;
    QPlainTextEdit *m_detail = nullptr; ///< made when first asked for
    QString m_detailText;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/shownrows.h"

#include <QWidget>

#include <stop_token>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace latchkey {

/// One value, whole: as text, JSON with a line for each member, bytes in hexadecimal, or a picture, whichever it can be. Of
/// very long ones the beginning is shown until more is wanted.
class ValueViewer : public QWidget
{
    Q_OBJECT
public:
    enum class Form { Text, Json, Hex, Picture };

    explicit ValueViewer(QWidget *parent = nullptr);
    ~ValueViewer() override;

    /// One that is in a file is read on another thread and shown when it is there, unless something else is by then.
    void showCell(const result::ShownRows &rows, int row, int column);
    void showValue(const sql::Column &column, const result::Cell &cell);
    /// Nothing is chosen, or it cannot be read: says so.
    void showNone(const QString &sentence);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<Form> forms(std::string_view value) const;
    Form form() const;
    QWidget *buildHead();
    QWidget *buildFoot();
    void showForm();
    void showText(std::string_view value, const std::function<QString(std::string_view)> &write);
    void showPicture(std::string_view value);
    void say(const QString &sentence);
    QString sizeText(std::string_view value) const;

    QLabel *m_title;
    QTabBar *m_forms;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_text;
    QScrollArea *m_pictureArea;
    QLabel *m_picture;
    QLabel *m_sentence;
    QLabel *m_size;
    QPushButton *m_more;
    QCheckBox *m_wrap;

    sql::Column m_column;
    result::Cell m_cell{std::nullopt, nullptr};
    std::optional<std::string> m_json; ///< the value with its lines, if it is JSON
    std::size_t m_shownBytes = 0;
    std::stop_source m_stop; ///< of the picture that is being read
    int m_shown = 0; ///< counts, so that a value that is not wanted any more is known
    int m_pictureNumber = 0; ///< counts, so that a picture that is not wanted any more is known
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/result/copyformat.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <stop_token>

class QLabel;
class QPushButton;

namespace latchkey {

namespace result {
class ClipboardText;
}

/// Puts selected cells on the clipboard: a few at once, many by a thread of their own, while this row says how far it is
/// and can stop it. It says, too, why there is nothing to paste. Hidden while there is nothing to say.
class CopyRow : public QWidget
{
    Q_OBJECT
public:
    explicit CopyRow(QWidget *parent = nullptr);
    ~CopyRow() override;

    /// Ends what is still being copied.
    void start(const CopyFormat &format, const result::CellSelection &selection);
    bool isCopying() const { return m_text != nullptr; }
    /// The clipboard keeps what it had.
    void cancel();
    /// For another result: what was said of the one before goes. What is being copied is, still.
    void clear();
    QString text() const;

Q_SIGNALS:
    /// The selection is wanted in a file, since it is too large.
    void exportRequested();

private:
    void showProgress();
    void finish(const Result<QString> &copied);
    void say(const QString &sentence, bool offersExport = false);

    QLabel *m_label;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QTimer m_progress;
    std::shared_ptr<result::ClipboardText> m_text; ///< that is being made
    std::stop_source m_stop;
};

} // namespace latchkey

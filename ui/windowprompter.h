// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/prompter.h"
#include "core/secrets/secretstore.h"

#include <QObject>
#include <QPointer>
#include <QPromise>

#include <memory>

class QWidget;

namespace latchkey {

class QuestionsDialog;

/// Puts the questions of sign-ins to the person, in a dialog over `window`. Lives on the window's thread.
class WindowPrompter : public QObject
{
    Q_OBJECT
public:
    explicit WindowPrompter(QWidget *window);
    ~WindowPrompter() override;

    /// For one sign-in, on its thread: it may outlive this object, and then answers nothing. The one before answers nothing
    /// any more.
    std::shared_ptr<krb::Prompter> begin();
    /// The sign-in is over, or nobody waits for it: a question that is open goes away unanswered.
    void end();

    /// The new password of those answers that were given last, for who remembers it; null if there was none since begin().
    const secrets::SharedSecret &newPassword() const { return m_newPassword; }

Q_SIGNALS:
    /// The person will not answer.
    void cancelled();

private:
    using Promise = std::shared_ptr<QPromise<Result<krb::Answers>>>;
    struct Line;
    class Caller;

    void ask(const krb::Questions &questions, Promise promise);
    void answer();
    void refuse();

    QWidget *m_window;
    std::shared_ptr<Line> m_line; ///< to the sign-in's thread
    Promise m_promise; ///< of the questions that are open
    QPointer<QuestionsDialog> m_dialog;
    secrets::SharedSecret m_newPassword;
};

} // namespace latchkey

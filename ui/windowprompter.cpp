// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/windowprompter.h"

#include "core/base/job.h"
#include "ui/questionsdialog.h"

#include <QMetaObject>

namespace latchkey {

/// Lives on the window's thread for as long as somebody may call it from another one; `desk` is for the window's only.
struct WindowPrompter::Line : QObject
{
    WindowPrompter *desk = nullptr;
};

/// The sign-in's end.
class WindowPrompter::Caller final : public krb::Prompter
{
public:
    explicit Caller(std::shared_ptr<Line> line) : m_line(std::move(line)) { }

    // A call that nobody takes is dropped, and the promise with it: the future ends without an answer.
    QFuture<Result<krb::Answers>> ask(krb::Questions questions) override
    {
        auto promise = std::make_shared<QPromise<Result<krb::Answers>>>();
        promise->start();
        auto future = promise->future();
        Line *line = m_line.get();
        QMetaObject::invokeMethod(
            line,
            [line, promise = std::move(promise), questions = std::move(questions)] {
                if (line->desk)
                    line->desk->ask(questions, promise);
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    std::shared_ptr<Line> m_line;
};

WindowPrompter::WindowPrompter(QWidget *window) : QObject(window), m_window(window) { }

WindowPrompter::~WindowPrompter()
{
    end();
}

std::shared_ptr<krb::Prompter> WindowPrompter::begin()
{
    end();
    m_line = std::shared_ptr<Line>(new Line, [](Line *line) { line->deleteLater(); });
    m_line->desk = this;
    return std::make_shared<Caller>(m_line);
}

void WindowPrompter::end()
{
    if (const auto line = std::exchange(m_line, nullptr))
        line->desk = nullptr;
    m_promise = nullptr;
    m_newPassword = nullptr;
    if (QuestionsDialog *dialog = m_dialog) {
        m_dialog = nullptr;
        dialog->disconnect(this);
        dialog->reject();
        dialog->deleteLater();
    }
}

void WindowPrompter::ask(const krb::Questions &questions, Promise promise)
{
    m_promise = std::move(promise);
    if (!m_dialog) {
        m_dialog = new QuestionsDialog(m_window);
        connect(m_dialog, &QuestionsDialog::answered, this, &WindowPrompter::answer);
        connect(m_dialog, &QuestionsDialog::rejected, this, &WindowPrompter::refuse);
    }
    m_dialog->ask(questions);
}

void WindowPrompter::answer()
{
    krb::Answers answers = m_dialog->takeAnswers();
    const auto &asked = m_dialog->questions().list;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (asked.at(static_cast<qsizetype>(i)).kind == krb::Question::Kind::NewPassword)
            m_newPassword = std::make_shared<const Secret>(answers[i].view());
    if (const Promise promise = std::exchange(m_promise, nullptr)) {
        promise->addResult(Result<krb::Answers>(std::move(answers)));
        promise->finish();
    }
}

void WindowPrompter::refuse()
{
    if (const Promise promise = std::exchange(m_promise, nullptr)) {
        promise->addResult(Result<krb::Answers>(cancelledError()));
        promise->finish();
    }
    Q_EMIT cancelled();
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/prompter.h"

#include <QPromise>

#include <deque>
#include <mutex>

namespace latchkey::test {

/// A person who answers what they were told to, round by round, and remembers what was asked. After the last round
/// they give up.
class ScriptedPrompter final : public krb::Prompter
{
public:
    explicit ScriptedPrompter(std::deque<QList<QByteArray>> rounds = {}) : m_rounds(std::move(rounds)) { }

    QFuture<Result<krb::Answers>> ask(krb::Questions questions) override
    {
        const std::scoped_lock lock(m_mutex);
        m_asked += std::move(questions);
        QPromise<Result<krb::Answers>> promise;
        promise.start();
        QFuture<Result<krb::Answers>> future = promise.future();
        promise.addResult(nextRound());
        promise.finish();
        return future;
    }

    QList<krb::Questions> asked() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

private:
    Result<krb::Answers> nextRound()
    {
        if (m_rounds.empty())
            return Error{Error::Code::Cancelled, QStringLiteral("The person gave up."), {}, 0};
        krb::Answers answers;
        for (const QByteArray &answer : m_rounds.front())
            answers.emplace_back(answer.toStdString());
        m_rounds.pop_front();
        return answers;
    }

    mutable std::mutex m_mutex;
    std::deque<QList<QByteArray>> m_rounds;
    QList<krb::Questions> m_asked;
};

/// A person who has not answered yet.
class ThinkingPrompter final : public krb::Prompter
{
public:
    QFuture<Result<krb::Answers>> ask(krb::Questions) override
    {
        const std::scoped_lock lock(m_mutex);
        m_promise.start();
        m_isAsked = true;
        return m_promise.future();
    }
    bool isAsked() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_isAsked;
    }
    void leave()
    {
        const std::scoped_lock lock(m_mutex);
        m_promise = {};
    }
    void answer(const QByteArray &text)
    {
        krb::Answers answers;
        answers.emplace_back(text.toStdString());
        m_promise.addResult(std::move(answers));
        m_promise.finish();
    }

private:
    mutable std::mutex m_mutex;
    QPromise<Result<krb::Answers>> m_promise;
    bool m_isAsked = false;
};

} // namespace latchkey::test

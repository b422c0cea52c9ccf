// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "core/krb/prompter.h"

namespace latchkey::cli {

/// Puts a sign-in's questions to whoever sits at the terminal: title, banner, what was wrong with the last answers, then
/// each question in its order, without an echo where it says so. ask() blocks the job's thread until all is answered;
/// Ctrl+C ends that as Cancelled. Must not outlive the terminal.
class TerminalPrompter final : public krb::Prompter
{
public:
    explicit TerminalPrompter(const Terminal &terminal) : m_terminal(terminal) { }

    QFuture<Result<krb::Answers>> ask(krb::Questions questions) override;

private:
    Result<krb::Answers> answersTo(const krb::Questions &questions);
    void introduce(const krb::Questions &questions);

    const Terminal &m_terminal;
    QString m_introduced; ///< what stands above already
};

/// Answers each question with the next line of standard input, and a new password's repetition with the new password
/// itself. What is refused is not asked again: that is the error. NobodyToAsk where there is no line left.
class LinePrompter final : public krb::Prompter
{
public:
    /// `first` is the line that has been read already.
    LinePrompter(const Terminal &terminal, QString principal, Secret first)
        : m_terminal(terminal), m_principal(std::move(principal)), m_first(std::move(first))
    { }

    QFuture<Result<krb::Answers>> ask(krb::Questions questions) override;

private:
    Result<krb::Answers> answersTo(const krb::Questions &questions);
    Result<Secret> answerTo(const krb::Question &question);

    const Terminal &m_terminal;
    QString m_principal;
    std::optional<Secret> m_first;
};

} // namespace latchkey::cli

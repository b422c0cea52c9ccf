// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <vector>

namespace latchkey::krb {

/// One thing that has to be known to go on.
struct Question
{
    enum class Kind {
        Password, ///< the principal's long-term password
        NewPassword,
        NewPasswordAgain, ///< always right behind NewPassword
        OneTimePassword, ///< a token's code, or the PIN that goes with it
        Pin, ///< of a smart card, or the passphrase of a private key
        Preauthentication, ///< another question of the way in which the realm wants the sign-in
        Other,
    };

    Kind kind = Kind::Other;
    QString text; ///< the label: translated where the kind is known, else libkrb5's own words
    bool hidden = true; ///< the answer must not be seen

    friend bool operator==(const Question &, const Question &) = default;
};

/// What is asked at the same time, in this order.
struct Questions
{
    QString title;
    QString banner{}; ///< why it is asked, or what helps to answer; may have several lines
    QString problem{}; ///< why the last answers to the same questions were not taken
    QList<Question> list{};

    friend bool operator==(const Questions &, const Questions &) = default;
};

using Answers = std::vector<Secret>; ///< one for each question, in their order

/// Who answers when the KDC wants to know more.
class Prompter
{
public:
    virtual ~Prompter() = default;
    /// Called on a job's thread, which waits for the future. An error, or a future that ends without a result, ends the
    /// sign-in. An answer that comes when the sign-in was cancelled is dropped.
    virtual QFuture<Result<Answers>> ask(Questions questions) = 0;
};

} // namespace latchkey::krb

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/krb/handles.h"

#include <QString>

#include <memory>

namespace latchkey::krb {

/// A libkrb5 context: one for each operation, because it belongs to one thread and has read krb5.conf and the
/// environment as they were when it was made. Making one takes about 0.1 ms.
class Context
{
public:
    /// ConfigBroken, with libkrb5's own words in the detail, if krb5.conf cannot be read.
    static Result<Context> make();
    /// The same with the krb5.conf at `config` before the usual ones: what it says comes first. Empty: the usual ones only.
    /// FileInaccessible if it cannot be read. Other contexts, GSS-API's included, know nothing of it.
    static Result<Context> make(const QString &config);

    operator krb5_context() const { return m_context.get(); }

private:
    struct Free
    {
        void operator()(krb5_context context) const { krb5_free_context(context); }
    };
    explicit Context(krb5_context context) : m_context(context) { }

    std::unique_ptr<_krb5_context, Free> m_context;
};

} // namespace latchkey::krb

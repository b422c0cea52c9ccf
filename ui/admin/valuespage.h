// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/admin/adminpage.h"

namespace latchkey {

/// Names and values of a server, with what has changed since the last look.
class ValuesPage : public AdminPage
{
    Q_OBJECT
public:
    enum class What { Status, Variables };

    explicit ValuesPage(What what, QWidget *parent = nullptr);

protected:
    void read() override;

private:
    void take(const Result<schema::Answer> &answer);

    const What m_what;
    schema::Answer m_before;
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/sql/serverfacts.h"
#include "core/sql/session.h"

#include <QFrame>

#include <optional>

class QFormLayout;

namespace latchkey {

/// All that is known of a session.
struct SessionView
{
    Profile profile;
    sql::ServerInfo info;
    std::optional<sql::ServerFacts> facts; ///< once the server has told them
    sql::SessionState state;
    bool connected = false;
};

struct SessionDetail
{
    QString name;
    QString value;

    friend bool operator==(const SessionDetail &, const SessionDetail &) = default;
};

/// "writer", "replica" …
QString roleWord(sql::ServerRole role);

/// In the order in which it is asked: who, how safely, where, what. Nothing that is not known. Pure.
QList<SessionDetail> sessionDetails(const SessionView &view);

/// The details as a popup beneath what was clicked; the values can be selected.
class SessionDetails : public QFrame
{
    Q_OBJECT
public:
    explicit SessionDetails(const SessionView &view, QWidget *parent = nullptr);

private:
    void add(QFormLayout &form, const SessionDetail &detail);
};

} // namespace latchkey

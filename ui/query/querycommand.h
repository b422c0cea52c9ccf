// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/actionlook.h"

namespace latchkey {

/// What can be done in a query pane. In the order of menus.
enum class QueryCommand {
    Run,
    RunAll,
    Stop,
    StopOnError,
    Open,
    Save,
    SaveAs,
    NewEditor,
    CloseEditor,
    NextEditor,
    PreviousEditor,
    Find,
    Replace,
    FindNext,
    FindPrevious,
    Comment,
    Format,
    Export,
    History,
};

struct CommandLook
{
    QueryCommand command;
    ActionLook look;
};

/// All of them, in the language of the moment. Pure but for that.
QList<CommandLook> commandLooks();

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/querycommand.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

struct Commands
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::QueryActions)
};

QList<CommandLook> runningLooks()
{
    return {
        {QueryCommand::Run,
         {u"runStatement"_qs,
          u"run"_qs,
          Commands::tr("Run"),
          {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}}},
        {QueryCommand::RunAll,
         {u"runAll"_qs, u"run-all"_qs, Commands::tr("Run all"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Return}}},
        {QueryCommand::Stop, {u"stopStatement"_qs, u"stop"_qs, Commands::tr("Stop"), {Qt::Key_Escape}}},
        {QueryCommand::StopOnError, {u"stopOnError"_qs, {}, Commands::tr("Stop at the first error"), {}}},
    };
}

QList<CommandLook> editorLooks()
{
    return {
        {QueryCommand::Open,
         {u"openSql"_qs, u"folder"_qs, Commands::tr("Open SQL file…"), {Qt::CTRL | Qt::Key_O}}},
        {QueryCommand::Save,
         {u"saveSql"_qs, u"export"_qs, Commands::tr("Save SQL file"), {Qt::CTRL | Qt::Key_S}}},
        {QueryCommand::SaveAs,
         {u"saveSqlAs"_qs, {}, Commands::tr("Save SQL file as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}}},
        {QueryCommand::NewEditor,
         {u"newEditor"_qs, u"plus"_qs, Commands::tr("New editor"), {Qt::CTRL | Qt::Key_T}}},
        {QueryCommand::CloseEditor,
         {u"closeEditor"_qs, u"close"_qs, Commands::tr("Close editor"), {Qt::CTRL | Qt::SHIFT | Qt::Key_W}}},
        {QueryCommand::NextEditor,
         {u"nextEditor"_qs, {}, Commands::tr("Next editor"), {Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown}}},
        {QueryCommand::PreviousEditor,
         {u"previousEditor"_qs,
          {},
          Commands::tr("Previous editor"),
          {Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp}}},
    };
}

QList<CommandLook> textLooks()
{
    return {
        {QueryCommand::Find, {u"find"_qs, u"search"_qs, Commands::tr("Find"), {Qt::CTRL | Qt::Key_F}}},
        {QueryCommand::Replace,
         {u"replace"_qs, {}, Commands::tr("Find and replace"), {Qt::CTRL | Qt::Key_H}}},
        {QueryCommand::FindNext, {u"findNextAction"_qs, {}, Commands::tr("Find next"), {Qt::Key_F3}}},
        {QueryCommand::FindPrevious,
         {u"findPreviousAction"_qs, {}, Commands::tr("Find previous"), {Qt::SHIFT | Qt::Key_F3}}},
        {QueryCommand::Comment,
         {u"toggleComment"_qs, u"edit"_qs, Commands::tr("Comment or uncomment"), {Qt::CTRL | Qt::Key_Slash}}},
        {QueryCommand::Format,
         {u"formatStatement"_qs, {}, Commands::tr("Format statement"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F}}},
    };
}

QList<CommandLook> resultLooks()
{
    return {
        {QueryCommand::Export,
         {u"exportCurrentResult"_qs, u"export"_qs, Commands::tr("Export result…"), {Qt::CTRL | Qt::Key_E}}},
        {QueryCommand::History,
         {u"showHistory"_qs,
          u"history"_qs,
          Commands::tr("Search the history"),
          {Qt::CTRL | Qt::SHIFT | Qt::Key_H}}},
    };
}

} // namespace

QList<CommandLook> commandLooks()
{
    return runningLooks() + editorLooks() + textLooks() + resultLooks();
}

} // namespace latchkey

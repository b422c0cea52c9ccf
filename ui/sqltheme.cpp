// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sqltheme.h"

#include "ui/theme.h"

namespace latchkey {

SqlTheme SqlTheme::of(const QPalette &palette)
{
    const bool dark = theme::isDark(palette);
    const auto pick = [dark](QRgb light, QRgb onDark) { return QColor(dark ? onDark : light); };
    SqlTheme theme;
    theme.text = palette.color(QPalette::Text);
    theme.keyword = theme::colour(theme::Colour::Accent, palette);
    theme.string = pick(0xff8a4b08, 0xffe3b57c);
    theme.number = pick(0xff7a3b8f, 0xffd3a4e6);
    theme.comment = theme::colour(theme::Colour::MutedText, palette);
    theme.identifier = pick(0xff2f5f9e, 0xff8fb8ee);
    theme.paper = palette.color(QPalette::Base);
    theme.currentLine = palette.color(QPalette::AlternateBase);
    theme.lineNumber = palette.color(QPalette::PlaceholderText);
    theme.brace = theme::tint(theme::Colour::Accent, palette);
    theme.loneBrace = theme::colour(theme::Colour::Danger, palette);
    theme.selection = palette.color(QPalette::Highlight);
    theme.selectedText = palette.color(QPalette::HighlightedText);
    return theme;
}

const QStringList &sqlKeywords()
{
    static const QStringList words =
        QStringLiteral(
            "accessible account action add after algorithm all alter always analyze and any as asc at "
            "auto_increment "
            "before begin between bigint binary bit blob both by call cascade cascaded case change char "
            "character "
            "check checksum close coalesce collate collation column columns comment commit condition "
            "connection "
            "constraint continue convert create cross cube current_date current_time current_timestamp "
            "current_user "
            "cursor data database databases date datetime day deallocate decimal declare default definer "
            "delayed "
            "delete desc describe deterministic distinct div do double drop dual duplicate each else elseif "
            "enable "
            "disable encryption end engine engines enum escape event events except execute exists exit "
            "explain "
            "extended false fetch fields first fixed float flush following for force foreign format from "
            "full "
            "fulltext function generated geometry global grant grants group grouping handler having "
            "high_priority "
            "hour identified if ignore ilike in index indexes infile inner inout insert install instant int "
            "integer "
            "intersect interval into invisible invoker is isolation iterate join json key keys kill language "
            "last "
            "lateral leading leave left level like limit lines load local lock locked logs longblob longtext "
            "loop "
            "low_priority master match materialized maxvalue mediumblob mediumint mediumtext merge minute "
            "mod mode "
            "modify month names national natural next no none not nowait null nulls numeric of offset on "
            "open "
            "optimize option or order out outer outfile over partition partitions password persist plugin "
            "point "
            "preceding precision prepare primary privileges procedure process processlist purge quarter "
            "query quick "
            "range read real recursive references regexp release reload rename repair repeat replace replica "
            "replication require resignal restrict return returning returns revoke right rlike role rollback "
            "rollup "
            "row rows savepoint schema schemas second security select separator sequence serial serializable "
            "session "
            "set share show signal signed skip slave smallint socket some spatial sql ssl start starting "
            "status "
            "straight_join string subject system table tables tablespace temporary terminated text then time "
            "timestamp tinyblob tinyint tinytext to trailing transaction trigger triggers true truncate "
            "unbounded "
            "uncommitted undo uninstall union unique unlock unsigned until update upgrade usage use user "
            "using "
            "utc_date utc_time utc_timestamp uuid values varbinary varchar variables varying view virtual "
            "visible "
            "wait warnings week when where while window with within without work write xa xor year zerofill")
            .split(u' ');
    return words;
}

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/schema/schemamodel.h"
#include "ui/schema/schemarows.h"

#include <algorithm>

namespace latchkey {

/// A row of the schema's tree, with the rows below it.
struct SchemaModel::Node
{
    enum class Kind { Root, Group, Entry, Note, Found };

    Kind kind = Kind::Note;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    schema::Entry entry; ///< of an entry; a note's sentence is its name
    QString database;
    QString relation;
    SchemaGroup group;

    bool isList() const { return kind == Kind::Root || kind == Kind::Group; }
    bool hasNote() const { return !children.empty() && children.front()->kind == Kind::Note; }
    /// Those of its branch; behind them the root may have what was found.
    int listed() const
    {
        const bool hasFound = !children.empty() && children.back()->kind == Kind::Found;
        return static_cast<int>(children.size()) - (hasFound ? 1 : 0);
    }
    schema::Branch branch() const
    {
        return kind == Kind::Root ? schema::Branch{} : schema::Branch{group.branch, database, relation};
    }
    /// Among its siblings, through which it searches.
    int row() const
    {
        const auto &siblings = parent->children;
        const auto at = std::find_if(siblings.begin(), siblings.end(),
                                     [this](const auto &sibling) { return sibling.get() == this; });
        return static_cast<int>(at - siblings.begin());
    }
};

} // namespace latchkey

// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profilemodel.h"

#include "core/connect/identityvalues.h"
#include "ui/profile/draggedrows.h"
#include "ui/profile/profileplan.h"
#include "ui/profilerows.h"
#include "ui/rowdiff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace latchkey {

struct ProfileModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    int number = -1; ///< of a profile
    QString key;
    QString label;
    std::optional<Profile> profile; ///< none: a folder
    std::optional<Folder> folder; ///< of a folder that says something
    std::optional<CatalogueRow> catalogue; ///< whose top this is
    std::optional<Readiness> readiness;
    std::vector<std::unique_ptr<Node>> children;

    void renumber(std::size_t from = 0)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }

    bool hasEmptyFolder() const
    {
        for (const auto &child : children) {
            if (child->profile)
                return false; // folders come first
            if (child->children.empty() || child->hasEmptyFolder())
                return true;
        }
        return false;
    }

    /// The catalogue that this is of; nullptr: of none.
    const CatalogueRow *home() const
    {
        const Node *top = this;
        while (top->parent && top->parent->parent)
            top = top->parent;
        return top->catalogue ? &*top->catalogue : nullptr;
    }
};

struct ProfileModel::Private
{
    explicit Private(ProfileModel &model) : q(model) { }

    std::unique_ptr<Node> make(const ProfilePlan &plan, Node *parent)
    {
        auto node = std::make_unique<Node>();
        node->parent = parent;
        node->key = plan.key;
        node->label = plan.label;
        if (plan.folder)
            node->folder = *plan.folder;
        if (plan.catalogue)
            node->catalogue = *plan.catalogue;
        if (plan.profile) {
            node->profile = *plan.profile;
            node->readiness = readinessOf(*plan.profile);
            byId.insert(plan.profile->id, node.get());
            node->number = texts.add(*node->profile);
        }
        for (const ProfilePlan *child : plan.rows())
            node->children.push_back(make(*child, node.get()));
        node->renumber();
        return node;
    }

    void forget(const Node &node)
    {
        if (node.profile) {
            texts.remove(node.number);
            if (byId.value(node.profile->id) == &node)
                byId.remove(node.profile->id);
        }
        for (const auto &child : node.children)
            forget(*child);
    }

    std::optional<Readiness> readinessOf(const Profile &profile) const
    {
        if (!ticketsKnown)
            return std::nullopt;
        return hasPlaceholders(profile) ? latchkey::readiness(asUsed(profile), caches, now)
                                        : latchkey::readiness(profile, caches, now);
    }

    QModelIndex indexFor(const Node *node) const
    {
        return node->parent ? q.createIndex(node->row, 0, node) : QModelIndex();
    }

    void sync(Node &node, const ProfilePlan &plan);
    void update(Node &node, const ProfilePlan &plan);
    void updateFolder(Node &node, const ProfilePlan &plan);
    void refreshReadiness(Node &folder);
    void syncAll();

    ProfileModel &q;
    ProfileDocument own;
    QList<Catalogue> catalogues;
    QList<CatalogueRow> catalogueRows; ///< of these
    Instant cataloguesAt{}; ///< when they were told
    Node root;
    QHash<QUuid, Node *> byId;
    SearchTexts texts; ///< of the profiles in the nodes
    bool ticketsKnown = false;
    QList<krb::Cache> caches;
    Instant now{};
};

void ProfileModel::Private::sync(Node &node, const ProfilePlan &plan)
{
    const QList<const ProfilePlan *> rows = plan.rows();
    QStringList wanted;
    for (const ProfilePlan *row : rows)
        wanted.append(row->key);
    QStringList present;
    for (const auto &child : node.children)
        present.append(child->key);

    auto &children = node.children;
    const QModelIndex self = indexFor(&node);
    const auto remove = [&](int first, int last) {
        q.beginRemoveRows(self, first, last);
        for (int i = first; i <= last; ++i)
            forget(*children[static_cast<std::size_t>(i)]);
        children.erase(children.begin() + first, children.begin() + last + 1);
        node.renumber();
        q.endRemoveRows();
    };
    const auto move = [&](int from, int to) {
        q.beginMoveRows(self, from, from, self, to);
        std::rotate(children.begin() + to, children.begin() + from, children.begin() + from + 1);
        node.renumber();
        q.endMoveRows();
    };
    const auto insert = [&](int first, int last) {
        q.beginInsertRows(self, first, last);
        std::vector<std::unique_ptr<Node>> added;
        for (int i = first; i <= last; ++i)
            added.push_back(make(*rows.at(i), &node));
        children.insert(children.begin() + first, std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
        node.renumber();
        q.endInsertRows();
    };
    syncRows<QString>(present, wanted, remove, move, insert);
    const QSet<QString> old(present.begin(), present.end());
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (old.contains(rows.at(i)->key))
            update(*children[static_cast<std::size_t>(i)], *rows.at(i));
}

void ProfileModel::Private::update(Node &node, const ProfilePlan &plan)
{
    if (!plan.profile) {
        updateFolder(node, plan);
        return sync(node, plan);
    }
    if (*node.profile == *plan.profile)
        return;
    node.profile = *plan.profile;
    node.label = plan.label;
    node.readiness = readinessOf(*plan.profile);
    texts.forget(node.number);
    byId.insert(plan.profile->id, &node);
    Q_EMIT q.dataChanged(indexFor(&node), indexFor(&node));
}

void ProfileModel::Private::updateFolder(Node &node, const ProfilePlan &plan)
{
    const bool isSame = plan.folder ? node.folder == *plan.folder : !node.folder;
    if (isSame && (!plan.catalogue || node.catalogue == *plan.catalogue))
        return;
    node.folder = plan.folder ? std::optional(*plan.folder) : std::nullopt;
    node.catalogue = plan.catalogue ? std::optional(*plan.catalogue) : std::nullopt;
    node.label = plan.label;
    Q_EMIT q.dataChanged(indexFor(&node), indexFor(&node));
}

void ProfileModel::Private::syncAll()
{
    sync(root, planOf(own, catalogues, catalogueRows));
    texts.prepare();
}

void ProfileModel::Private::refreshReadiness(Node &folder)
{
    for (const auto &child : folder.children) {
        if (!child->profile) {
            refreshReadiness(*child);
            continue;
        }
        auto fresh = readinessOf(*child->profile);
        if (fresh == child->readiness)
            continue;
        child->readiness = std::move(fresh);
        Q_EMIT q.dataChanged(indexFor(child.get()), indexFor(child.get()));
    }
}

ProfileModel::ProfileModel(QObject *parent) : QAbstractItemModel(parent), d(std::make_unique<Private>(*this))
{ }

ProfileModel::~ProfileModel() = default;

void ProfileModel::setDocument(const ProfileDocument &document)
{
    d->own = document;
    d->syncAll();
}

void ProfileModel::setCatalogues(const QList<Catalogue> &catalogues, const QSet<QUuid> &refreshing,
                                 Instant now)
{
    d->catalogues = catalogues;
    d->catalogueRows.clear();
    for (const Catalogue &each : catalogues)
        d->catalogueRows.append(
            {each.subscription, each.document.profiles.size(), refreshing.contains(each.subscription.id)});
    d->cataloguesAt = now;
    d->syncAll();
}

void ProfileModel::setTickets(const QList<krb::Cache> &caches, Instant now)
{
    d->ticketsKnown = true;
    d->caches = caches;
    d->now = now;
    d->refreshReadiness(d->root);
}

const Profile *ProfileModel::profileAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *node = static_cast<const Node *>(index.constInternalPointer());
    return node->profile ? &*node->profile : nullptr;
}

const Folder *ProfileModel::folderAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *node = static_cast<const Node *>(index.constInternalPointer());
    return node->folder ? &*node->folder : nullptr;
}

int ProfileModel::numberAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer())->number : -1;
}

const SearchTexts &ProfileModel::searchTexts() const
{
    return d->texts;
}

QModelIndex ProfileModel::indexOf(const QUuid &id) const
{
    const Node *node = d->byId.value(id);
    return node ? d->indexFor(node) : QModelIndex();
}

int ProfileModel::profileCount() const
{
    return static_cast<int>(d->byId.size());
}

bool ProfileModel::hasEmptyFolder() const
{
    return d->root.hasEmptyFolder();
}

QModelIndex ProfileModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto *node = parent.isValid() ? static_cast<const Node *>(parent.constInternalPointer()) : &d->root;
    if (row < 0 || column != 0 || static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ProfileModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return d->indexFor(static_cast<const Node *>(index.constInternalPointer())->parent);
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const auto *node = parent.isValid() ? static_cast<const Node *>(parent.constInternalPointer()) : &d->root;
    return static_cast<int>(node->children.size());
}

int ProfileModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *node = static_cast<const Node *>(index.constInternalPointer());
    if (role == FolderRole) {
        QStringList path = node->profile ? node->profile->folder : QStringList(node->label);
        for (const Node *up = node->parent; !node->profile && up->parent; up = up->parent)
            path.prepend(up->label);
        return path;
    }
    if (role == CatalogueRole) {
        const CatalogueRow *home = node->home();
        return home ? QVariant(home->subscription.id) : QVariant();
    }
    if (node->catalogue)
        return catalogueData(*node->catalogue, d->cataloguesAt, role);
    return node->profile ? profileData(*node->profile, node->readiness, d->now, role)
                         : folderData(node->label, node->folder ? &*node->folder : nullptr, role);
}

Qt::ItemFlags ProfileModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled;
    return profileAt(index) ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
                            : flags | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QString ProfileModel::catalogueNameOf(const QModelIndex &index)
{
    const auto *node = static_cast<const Node *>(index.constInternalPointer());
    const CatalogueRow *home = index.isValid() ? node->home() : nullptr;
    return home ? home->subscription.name : QString();
}

QString ProfileModel::mimeFormat()
{
    return DraggedRows::profileFormat();
}

QStringList ProfileModel::mimeTypes() const
{
    return DraggedRows::formats();
}

QMimeData *ProfileModel::mimeData(const QModelIndexList &rows) const
{
    DraggedRows dragged;
    for (const QModelIndex &row : rows) {
        if (const Profile *profile = profileAt(row))
            dragged.profiles.append(profile->id);
        else
            dragged.folders.append(joinPath(row.data(FolderRole).toStringList()));
        if (const QString name = catalogueNameOf(row); !name.isEmpty())
            dragged.catalogue = name;
    }
    return dragged.toMimeData();
}

bool ProfileModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                const QModelIndex &parent)
{
    std::optional<DraggedRows> rows = DraggedRows::from(*data);
    if (action != Qt::MoveAction || !rows)
        return false;
    const QString into = catalogueNameOf(parent);
    if (!into.isEmpty() || !rows->catalogue.isEmpty()) {
        Q_EMIT moveRefused(into.isEmpty() ? rows->catalogue : into);
        return false;
    }
    rows->profiles.removeIf([this](const QUuid &id) { return !d->byId.contains(id); });
    Q_EMIT moveRequested(rows->profiles, rows->folders, parent.data(FolderRole).toStringList());
    return false; // the rows move when the store says so
}

} // namespace latchkey

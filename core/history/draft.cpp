// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/draft.h"
#include "core/history/orphaneddrafts.h"

#include "core/base/atomicfile.h"
#include "core/base/job.h"
#include "core/base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>

namespace latchkey::history {

namespace {

constexpr qsizetype largestDraft = 64 * 1024 * 1024;

Error heldElsewhere(const QString &file)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::history",
                "The text in the editor cannot be kept in “%1”. Save it to a file of your "
                "own, and check the folder.")
                .arg(file),
            {},
            errno};
}

// As texts, since a JSON number holds no 64 bits.
QJsonArray stampJson(const FileStamp &stamp)
{
    return {QString::number(stamp.device), QString::number(stamp.inode), QString::number(stamp.size),
            QString::number(stamp.modified)};
}

FileStamp stampFrom(const QJsonArray &parts)
{
    if (parts.size() != 4)
        return foreignStamp;
    return {parts[0].toString().toULongLong(), parts[1].toString().toULongLong(),
            parts[2].toString().toLongLong(), parts[3].toString().toLongLong()};
}

} // namespace

QByteArray draftJson(const Draft &draft)
{
    const QJsonObject object{{QStringLiteral("text"), draft.text},
                             {QStringLiteral("file"), draft.file},
                             {QStringLiteral("unsaved"), draft.isUnsaved},
                             {QStringLiteral("cursor"), static_cast<qint64>(draft.cursor)},
                             {QStringLiteral("position"), draft.position},
                             {QStringLiteral("stamp"), stampJson(draft.stamp)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Draft> draftFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue text = object.value(QLatin1String("text"));
    if (!text.isString())
        return std::nullopt;
    return Draft{text.toString(),
                 object.value(QLatin1String("file")).toString(),
                 object.value(QLatin1String("unsaved")).toBool(),
                 static_cast<qsizetype>(object.value(QLatin1String("cursor")).toInteger()),
                 object.value(QLatin1String("position")).toInt(),
                 stampFrom(object.value(QLatin1String("stamp")).toArray())};
}

struct DraftPlace::Held
{
    QString file;
    std::optional<FileLock> lock;
    bool isDiscarded = false;

    bool hold()
    {
        if (lock)
            return true;
        auto taken = FileLock::take(file + QStringLiteral(".lock"), {});
        if (auto *mine = std::get_if<FileLock>(&taken))
            lock.emplace(std::move(*mine));
        return lock.has_value();
    }

    Result<> save(const Draft &draft)
    {
        if (isDiscarded)
            return Ok{};
        if (auto made = paths::makePrivate(QFileInfo(file).path()); !made)
            return made;
        if (!hold())
            return heldElsewhere(file);
        return writeAtomically(file, draftJson(draft));
    }
};

DraftPlace::DraftPlace(std::shared_ptr<Worker> worker, QString file)
    : m_worker(std::move(worker)), m_held(std::make_shared<Held>())
{
    m_held->file = std::move(file);
}

DraftPlace::~DraftPlace()
{
    m_worker->post([held = std::move(m_held)] { held->lock.reset(); }); // behind what is still to be saved
}

QFuture<Result<>> DraftPlace::save(const Draft &draft)
{
    return startJob<Ok>(*m_worker, {}, [held = m_held, draft](Job &) { return held->save(draft); });
}

void DraftPlace::discard()
{
    m_worker->post([held = m_held] {
        held->isDiscarded = true;
        if (held->lock)
            QFile::remove(held->file);
        held->lock.reset();
    });
}

Drafts::Drafts(QString folder) : m_folder(std::move(folder)) { }

QString Drafts::folderOf(const QUuid &profile) const
{
    return m_folder + u'/' + profile.toString(QUuid::WithoutBraces);
}

QString Drafts::defaultFolder()
{
    return paths::stateDir() + QStringLiteral("/drafts");
}

void Drafts::tidy(const QSet<QUuid> &owners, Instant now)
{
    m_worker->post([folder = m_folder, owners, now] { tidyOrphans(folder, owners, now); });
}

std::shared_ptr<DraftPlace> Drafts::add(const QUuid &profile)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return std::make_shared<DraftPlace>(m_worker, folderOf(profile) + u'/' + name + QStringLiteral(".json"));
}

QFuture<Result<QList<FoundDraft>>> Drafts::take(const QUuid &profile)
{
    const auto work = [worker = m_worker, folder = folderOf(profile)](Job &) -> Result<QList<FoundDraft>> {
        QList<FoundDraft> found;
        for (const QString &name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            auto place = std::make_shared<DraftPlace>(worker, folder + u'/' + name);
            if (!place->m_held->hold())
                continue;
            const auto content = readWhole(place->m_held->file, largestDraft);
            const auto draft = content && *content ? draftFrom(**content) : std::nullopt;
            if (draft)
                found.append({*draft, place});
        }
        std::stable_sort(found.begin(), found.end(), [](const FoundDraft &a, const FoundDraft &b) {
            return a.draft.position < b.draft.position;
        });
        return found;
    };
    return startJob<QList<FoundDraft>>(*m_worker, {}, work);
}

} // namespace latchkey::history

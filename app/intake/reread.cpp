// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/reread.h"

#include "app/intake/imageintake.h"
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

#include <QHash>

#include <utility>

namespace assay {

namespace {

using ReadFile = std::pair<GenerationId, Generation>;

/// The image's generation as its file gives it today.
Result<Generation> readAgain(const Generation& stored, const QString& path, UtcTime now)
{
    auto file = readImageFile(path, {stored.image->root, stored.image->relativePath, stored.client, now});
    if (file && file->image->sha256 != stored.image->sha256)
        return Error{ErrorKind::NotFound, path, QStringLiteral("another image stands in its place now")};
    return file;
}

Result<QHash<ImageRootId, QString>> rootPaths(const Database& database)
{
    const auto roots = ImageRoots(database).all();
    if (!roots)
        return roots.error();
    QHash<ImageRootId, QString> paths;
    for (const ImageRoot& root : *roots)
        paths.insert(root.id, root.path);
    return paths;
}

/// Everything slow, before the transaction.
Result<QList<ReadFile>> readFiles(const Database& database, const Generations& generations,
                                  const QList<GenerationId>& ids, UtcTime now, RereadReport& report)
{
    const auto roots = rootPaths(database);
    if (!roots)
        return roots.error();
    QList<ReadFile> files;
    for (const GenerationId id : ids) {
        const auto stored = generations.get(id);
        if (!stored)
            return stored.error();
        if (!stored->image) {
            ++report.withoutImage;
            continue;
        }
        const QString path = roots->value(stored->image->root) + u'/' + stored->image->relativePath;
        auto file = readAgain(*stored, path, now);
        if (!file) {
            report.problems.append({path, {}, file.error()});
            continue;
        }
        ++report.read;
        files.append({id, *std::move(file)});
    }
    return files;
}

} // namespace

Result<RereadReport> rereadMetadata(const Database& database, const QList<GenerationId>& ids, UtcTime now)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const WeekCalendar calendar(*zone);
    Generations generations(database, calendar);
    RereadReport report;
    const auto files = readFiles(database, generations, ids, now, report);
    if (!files)
        return files.error();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const auto& [id, file] : *files) {
        const auto changed = generations.takeMetadata(id, file);
        if (!changed)
            return changed.error();
        if (*changed)
            report.changed.append(id);
    }
    if (auto searchable = generations.makeSearchable(); !searchable)
        return searchable.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return report;
}

} // namespace assay

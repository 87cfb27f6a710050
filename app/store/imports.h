// SPDX-License-Identifier: GPL-3.0-or-later
// What each import took, knew, refused: kept so that it can be read later and a log goes on where it stopped.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

class Database;

struct ImportCounts
{
    qint64 taken = 0;
    qint64 known = 0;
    qint64 incomplete = 0; ///< taken, but without a prompt
    qint64 refused = 0;

    ImportCounts& operator+=(const ImportCounts& more)
    {
        taken += more.taken;
        known += more.known;
        incomplete += more.incomplete;
        refused += more.refused;
        return *this;
    }
    bool operator==(const ImportCounts&) const = default;
};

/// How much of its source an import reads.
enum class ImportScope {
    Whole,
    AllButYoung, ///< what is being written comes by itself
    Part         ///< what arrived
};

struct ImportProblem
{
    QString source;             ///< the file
    std::optional<qint64> line; ///< of a log
    Error error;

    bool operator==(const ImportProblem&) const = default;
};

struct ImportRecord
{
    ImportId id;
    QString source;
    UtcTime startedAt{};
    std::optional<UtcTime> finishedAt;
    qint64 position = 0;
    ImportCounts counts;
};

class Imports
{
public:
    explicit Imports(const Database& database);

    Result<ImportId> begin(const QString& source, UtcTime at) const;
    Result<void> update(ImportId id, const ImportCounts& counts, qint64 position) const;
    Result<void> addProblem(ImportId id, const ImportProblem& problem) const;
    Result<void> finish(ImportId id, ImportScope scope, UtcTime at) const;
    /// Whether it took anything, or refused something that no import before it refused for the same reason.
    /// Of a whole source also: whether something that was refused before is not refused any more, or an
    /// import of the source before it never came to its end.
    Result<bool> hasNews(ImportId id, ImportScope scope) const;
    /// Removes the import from the history, with what it refused.
    Result<void> forget(ImportId id) const;
    /// Newest first.
    Result<QList<ImportRecord>> recent(int limit) const;
    /// When the first import began; nothing when nothing was ever imported.
    Result<std::optional<UtcTime>> firstStartedAt() const;
    /// The newest import of this source, finished or not: a log goes on at its position.
    Result<std::optional<ImportRecord>> latestOf(const QString& source) const;
    Result<QList<ImportProblem>> problems(ImportId id) const;
    /// NotFound when there is none.
    Result<ImportRecord> get(ImportId id) const;

    /// The files that this import refused something of, each once: reading them again may go better.
    Result<QStringList> refusedSources(ImportId id) const;
    /// The same of all imports, but for those that were finished later for the same file or folder: what such
    /// a one refused is its own.
    Result<QStringList> unsettledSources() const;

private:
    const Database& m_database;
};

} // namespace assay

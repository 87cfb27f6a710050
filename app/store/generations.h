// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of a workspace and what hangs on them: clients, assets, prompts, templates, checklists,
// images. Writing is for the store thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/generation.h"

#include <QList>

#include <optional>

namespace assay {

class Database;

enum class AddOutcome {
    Added,    ///< a new row
    Known,    ///< it was there already; nothing changed
    Joined,   ///< a log line and a file that are the same generation became one
    Relocated ///< a known image was seen at another place, and the old place is empty now
};

struct AddedGeneration
{
    GenerationId id;
    AddOutcome outcome = AddOutcome::Known;
};

class Generations
{
public:
    /// `calendar` gives the stored week of new rows.
    Generations(const Database& database, const WeekCalendar& calendar);
    ~Generations();

    /// Adds one generation from a log (externalId given, statedImage perhaps) or from a file (image given).
    /// The same externalId again is Known. A file whose content is known is Known or Relocated. A log line
    /// and a file with the same path below a root, or the same hash, become one generation in either order:
    /// the log's fields win, the file's fill what the log left open. Marks the week and the asset stale.
    Result<AddedGeneration> add(const Generation& generation);

    /// For a file at this place with this size and time: is its content already known? Lets an import skip
    /// reading it.
    Result<bool> isUnchangedFile(ImageRootId root, const QString& relativePath, qint64 bytes,
                                 UtcTime modifiedAt) const;

    /// The complete value; NotFound when there is none.
    Result<Generation> get(GenerationId id) const;
    Result<std::optional<GenerationId>> findByExternalId(const QString& externalId) const;

    /// Replaces the generation's checklist (an edit by the reviewer).
    Result<void> setChecklist(GenerationId id, const Checklist& checklist);

    /// The file of these images is not at its place any more (or is again).
    Result<QList<GenerationId>> markMissing(ImageRootId root, const QString& relativePath, UtcTime since);

private:
    struct Statements;

    const Database& m_database;
    const WeekCalendar& m_calendar;
    std::unique_ptr<Statements> m_statements;
};

/// All clients by name, without "no client" unless something belongs to it.
Result<QStringList> clientNames(const Database& database);

} // namespace assay

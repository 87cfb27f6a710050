// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of a workspace and what hangs on them: clients, assets, prompts, templates, checklists,
// images. Writing is for the store thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/generation.h"

#include <QList>

#include <memory>
#include <optional>

namespace assay {

class Database;
struct GenerationKeys;

/// For a file's generation that does not state its cycle: the store decides (see CycleRule).
inline constexpr int kCycleByRule = 0;

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
    QList<Error> refusedReviews{}; ///< of reviews that waited for it and can't be of it
};

/// An image as a file beside it has to know it.
struct DescribedImage
{
    QString relativePath;
    bool hasPrompt = false; ///< its generation, from whatever source
    QString rawMetadata;    ///< left out where there is no prompt
};

enum class PromptState { Any, None };

class Generations
{
public:
    /// `calendar` gives the stored week of new rows. Both must outlive it. It may write in many transactions;
    /// the rate card is read again in each.
    Generations(const Database& database, const WeekCalendar& calendar);
    ~Generations();
    Generations(const Generations&) = delete;
    Generations& operator=(const Generations&) = delete;

    /// Adds one generation from a log (externalId given, statedImage perhaps) or from a file (image given).
    /// The same externalId again is Known. A file whose content is known is Known or Relocated. A log line
    /// and a file with the same hash become one generation in either order, and so do those with the same
    /// path below a root of the line's client or of nobody's, where only one root and one line come into
    /// question: the log's fields win, the file's fill what the log left open. Marks the week and the asset
    /// stale. Invalid, before anything is written, when it has neither id nor image, or a checklist with a
    /// key twice.
    Result<AddedGeneration> add(const Generation& generation);
    /// Lets a search find the prompts of what was added. Once, before the transaction ends.
    Result<void> makeSearchable();

    /// For a file at this place with this size and time: is its content already known, and a generation's?
    /// Lets an import skip reading it.
    Result<bool> isUnchangedFile(ImageRootId root, const QString& relativePath, qint64 bytes,
                                 UtcTime modifiedAt) const;

    /// The images that are at places below the root that begin with `prefix`, in the order of the paths.
    Result<QList<DescribedImage>> imagesAt(ImageRootId root, const QString& prefix, PromptState prompt) const;

    /// The complete value, with its effective batch; NotFound when there is none.
    Result<Generation> get(GenerationId id) const;
    /// "sha256:<hex>" finds the generation of that image also after a log gave it another id.
    Result<std::optional<GenerationId>> findByExternalId(const QString& externalId) const;
    /// The ones stored after this one (after none: from the first), in that order, `limit` at most.
    Result<QList<GenerationId>> storedAfter(GenerationId id, int limit) const;
    /// The one stored last; 0 when there is none.
    Result<GenerationId> newest() const;

    /// Replaces what the image's file said by what it says now (`file` as read from it): where a log gave a
    /// field, that stays. Whether anything is different now. Invalid when `file` is not of the generation's
    /// image. Marks the week and the asset stale.
    Result<bool> takeMetadata(GenerationId id, const Generation& file);

    /// Replaces the generation's checklist (an edit by the reviewer); an emptied one is a list as well.
    Result<void> setChecklist(GenerationId id, const Checklist& checklist);
    /// Whether a log or a reviewer gave it a list, be it one without constraints.
    Result<bool> hasChecklist(GenerationId id) const;

    /// Leaves a generation without a verdict on purpose (a sibling was chosen): it goes out of the lane to
    /// review and counts as nothing else. Without a time it comes back.
    Result<void> setAside(GenerationId id, std::optional<UtcTime> at);

    /// Nothing is at this place any more; the generations whose image that was. An image comes back when it
    /// is added again.
    Result<QList<GenerationId>> markMissing(ImageRootId root, const QString& relativePath, UtcTime since);

private:
    struct Statements;

    Result<AddedGeneration> addFromLog(const Generation& generation);
    Result<AddedGeneration> addFromFile(const Generation& generation);
    Result<std::optional<AddedGeneration>> seenAgain(qint64 image, const ImageFile& file);
    Result<Generation> priced(const Generation& generation);
    Result<Generation> withCycle(Generation generation);
    Result<AddedGeneration> addRow(const Generation& generation, std::optional<qint64> image);
    Result<AddedGeneration> join(GenerationId id, const Generation& log, const Generation& file,
                                 qint64 image);
    Result<void> replace(GenerationId id, const Generation& value, qint64 image);
    Result<std::optional<qint64>> keptChecklist(GenerationId id, std::optional<qint64> stated) const;
    Result<Generation> withMetadata(const Generation& stored, const Generation& file);
    Result<QList<Error>> takeWaiting(const Generation& value, GenerationId id);
    Result<GenerationKeys> keysOf(const Generation& generation, std::optional<qint64> image);

    const Database& m_database;
    const WeekCalendar& m_calendar;
    std::unique_ptr<Statements> m_statements;
};

/// All clients by name, without "no client" unless something belongs to it.
Result<QStringList> clientNames(const Database& database);

} // namespace assay

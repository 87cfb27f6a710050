// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewSession: what the reviewer decided and what of it is durable. Sends verdicts, withdrawals, drafts and
// checklist edits to the store thread at once, keeps each until the store says it is saved, keeps what failed
// for Retry, and has the undo and redo stacks. GUI thread, owned by the page. It has no widget and opens no
// image.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/review.h"
#include "app/domain/templatechecklist.h"

#include <QObject>
#include <QTimeZone>

#include <functional>
#include <list>
#include <optional>
#include <vector>

namespace assay {

class Database;
class StoreWriter;

/// An image as a sentence names it: "Spring tea hero 1/4".
struct ReviewTarget
{
    GenerationId id;
    QString name;
};

/// A verdict that can be taken back.
struct Decision
{
    ReviewTarget target;
    Review review;
    std::optional<Disposition> before; ///< the verdict in force until then
};

enum class SaveKind { Verdict, Withdrawal, Draft, Checklist, Template, MostOffered };

/// Something that is not in the workspace yet.
struct Unsaved
{
    GenerationId generation;
    SaveKind kind = SaveKind::Verdict;
    std::optional<Disposition> disposition; ///< in force once it is saved; for Verdict and Withdrawal
    std::optional<Error> error;             ///< nothing: on its way
};

class ReviewSession : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        StoreWriter& writer; ///< outlives the session
        QTimeZone zone;      ///< of the workspace's weeks
        Clock clock;
        QString reviewer; ///< name or initials; may be empty
    };

    explicit ReviewSession(Services services, QObject* parent = nullptr);
    ~ReviewSession() override;

    /// Who decides from now on.
    void setReviewer(const QString& name) { m_services.reviewer = name; }

    /// Saves `decision.review`, whose generation, disposition, checks and note are given, and can undo it.
    void decide(Decision decision);
    /// Takes the last verdict back; its checks and note become the image's draft. Nothing when there is none.
    std::optional<Decision> undo();
    /// Gives the verdict taken back last again. Nothing when there is none.
    std::optional<Decision> redo();
    const Decision* undoable() const;
    const Decision* redoable() const;

    void keepDraft(GenerationId id, const ReviewDraft& draft);
    void saveChecklist(GenerationId id, const Checklist& checklist);

    /// `id` is the image it was saved from.
    void saveTemplate(GenerationId id, const QString& name, const TemplateChecklist& checklist);
    void saveMostOffered(GenerationId id, int most);

    /// Sends again what failed, in the order it was given.
    void retry();

    int failedCount() const;
    int failedCount(SaveKind kind) const;
    int savingCount() const;
    /// What is not saved of this image, the latest of each kind; nothing: all of it is saved.
    std::optional<Unsaved> unsaved(GenerationId id, SaveKind kind) const;
    /// The verdict that is shown for the image although the store does not have it yet.
    std::optional<Unsaved> unsavedVerdict(GenerationId id) const;
    std::optional<Review> unsavedReview(GenerationId id) const;
    std::optional<ReviewDraft> unsavedDraft(GenerationId id) const;
    std::optional<Checklist> unsavedChecklist(GenerationId id) const;
    std::optional<TemplateChecklist> unsavedTemplate(const QString& name) const;
    /// The first thing that failed, for the sentence of the banner.
    std::optional<Unsaved> firstFailed() const;

signals:
    /// Something of this image was sent, saved or failed.
    void stateChanged(assay::GenerationId id);
    void saved(assay::GenerationId id, assay::SaveKind kind);
    void failedCountChanged(int count);
    void undoChanged();

private:
    using Job = std::function<Result<void>(const Database&)>;
    struct Operation
    {
        quint64 serial = 0;
        Unsaved what;
        Review review;                     // Verdict
        QList<Review> withdrawn;           // Withdrawal; Verdict: those it takes back first
        std::optional<ReviewDraft> draft;  // Draft; Withdrawal: nothing when a later one counts
        Checklist checklist;               // Checklist
        std::optional<Checklist> answered; // the others: the list the answers refer to, if it may be unsaved
        QString templateName;              // Template
        TemplateChecklist saved;           // Template
        int most = 0;                      // MostOffered
        bool isObsolete = false;           // failing does not matter any more
    };

    void submit(Operation operation);
    void send(Operation& operation);
    void finish(quint64 serial, const Result<void>& result);
    void dropSavedChecklist(GenerationId id, const Checklist& stored);
    QList<Review> supersedeVerdicts(GenerationId id);
    void supersedeDrafts(GenerationId id);
    void supersede(GenerationId id, SaveKind kind);
    std::optional<Operation> takeFailed(const Review& review);
    Job job(const Operation& operation) const;
    const Operation* latest(GenerationId id, SaveKind kind) const;
    void announce(GenerationId id, int failedBefore);

    Services m_services;
    std::list<Operation> m_operations;
    std::vector<Decision> m_undo;
    std::vector<Decision> m_redo;
    quint64 m_lastSerial = 0;
};

} // namespace assay

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Queue that looks back: what happened to an asset, and how fast verdicts were given.
#include "app/store/database.h"
#include "app/store/queue.h"
#include "app/store/statement.h"

#include <algorithm>
#include <map>

namespace assay {

namespace {

constexpr Milliseconds kPause = std::chrono::minutes(5);

QString historySql()
{
    return QStringLiteral(
        "SELECT g.id, g.cycle, g.candidate, g.batch, g.image_id, t.path, i.relative_path, i.sha256,"
        " g.disposition, r.checks_met, r.checks_missed, r.reviewed_at,"
        " (SELECT count(*) FROM constraints WHERE checklist_id = coalesce(r.checklist_id, g.checklist_id)),"
        " p.text, g.cost_micro, g.cost_currency FROM generations g"
        " LEFT JOIN reviews r ON r.id = g.review_id LEFT JOIN images i ON i.id = g.image_id"
        " LEFT JOIN image_roots t ON t.id = i.root_id LEFT JOIN prompts p ON p.id = g.prompt_id"
        " WHERE g.asset_id = (SELECT asset_id FROM generations WHERE id = ?)"
        " ORDER BY g.cycle, g.sent_at, g.id");
}

struct HistoryRow
{
    HistoryEntry entry;
    QString batch;
    bool hasImage = false;
    std::optional<UtcTime> reviewedAt;
    std::optional<Money> cost;
};

HistoryRow readHistoryRow(const Statement& row)
{
    HistoryRow value;
    HistoryEntry& entry = value.entry;
    entry.id = GenerationId{row.integer(0)};
    entry.cycle = static_cast<int>(row.integer(1));
    if (!row.isNull(2))
        entry.candidate = static_cast<int>(row.integer(2));
    value.batch = row.text(3);
    value.hasImage = !row.isNull(4);
    if (!row.isNull(5))
        entry.imagePath = row.text(5) + u'/' + row.text(6);
    entry.sha256 = row.bytes(7);
    entry.disposition = dispositionFromText(row.text(8));
    entry.checks = {static_cast<int>(row.integer(9)), static_cast<int>(row.integer(10))};
    value.reviewedAt = row.optionalTime(11);
    entry.checkTotal = static_cast<int>(row.integer(12));
    entry.prompt = row.text(13);
    if (!row.isNull(14))
        value.cost = Money{row.integer(14), row.text(15)};
    return value;
}

/// Accepted before decided before the first; of two accepted or decided ones the later.
bool standsBetter(const HistoryRow& row, const HistoryRow& other)
{
    const auto rank = [](const HistoryRow& r) {
        const int verdict = !r.entry.disposition ? 0 : r.entry.disposition == Disposition::Accepted ? 2 : 1;
        return std::pair(verdict, r.reviewedAt);
    };
    return rank(row) > rank(other);
}

QList<HistoryEntry> cyclesOf(const QList<HistoryRow>& rows)
{
    std::map<int, const HistoryRow*> best;
    std::map<std::pair<int, QString>, int> batchSizes;
    for (const HistoryRow& row : rows) {
        if (!row.hasImage)
            continue;
        ++batchSizes[{row.entry.cycle, row.batch}];
        const HistoryRow*& standing = best[row.entry.cycle];
        if (standing == nullptr || standsBetter(row, *standing))
            standing = &row;
    }
    QList<HistoryEntry> cycles;
    for (const auto& [cycle, row] : best) {
        cycles.append(row->entry);
        cycles.last().batchSize = batchSizes[{cycle, row->batch}];
    }
    return cycles;
}

void addCost(AssetHistory& history, const std::optional<Money>& cost)
{
    if (!cost) {
        ++history.costUnknown;
        return;
    }
    const auto sum = std::ranges::find(history.cost, cost->currency, &Money::currency);
    if (sum == history.cost.end())
        history.cost.append(*cost);
    else
        sum->micro += cost->micro;
}

struct Verdict
{
    UtcTime at;
    std::optional<Disposition> disposition;
};

/// The times between two verdicts, pauses left out, shortest first.
QList<Milliseconds> workingGaps(const QList<Verdict>& verdicts)
{
    QList<Milliseconds> gaps;
    for (qsizetype i = 1; i < verdicts.size(); ++i) {
        const Milliseconds gap = verdicts.at(i).at - verdicts.at(i - 1).at;
        if (gap <= kPause)
            gaps.append(gap);
    }
    std::sort(gaps.begin(), gaps.end());
    return gaps;
}

Pace paceOf(const QList<Verdict>& verdicts)
{
    Pace pace;
    for (const Verdict& verdict : verdicts) {
        ++pace.decided;
        pace.accepted += verdict.disposition == Disposition::Accepted ? 1 : 0;
        pace.revised += verdict.disposition == Disposition::Revised ? 1 : 0;
        pace.rejected += verdict.disposition == Disposition::Rejected ? 1 : 0;
    }
    const QList<Milliseconds> gaps = workingGaps(verdicts);
    if (gaps.isEmpty())
        return pace;
    // Nearest rank, as every quantile of METRICS.md section 1.
    pace.medianPerImage = gaps.at((gaps.size() * 50 + 99) / 100 - 1);
    Milliseconds working{0};
    for (const Milliseconds gap : gaps)
        working += gap;
    if (working.count() > 0) {
        constexpr double kHour = 3'600'000;
        pace.perHour = static_cast<double>(gaps.size()) * kHour / static_cast<double>(working.count());
    }
    return pace;
}

} // namespace

Result<AssetHistory> Queue::history(GenerationId id) const
{
    Statement statement = m_database.prepare(historySql());
    if (auto ran = statement.run(id); !ran)
        return ran.error();
    const auto rows = statement.collect(readHistoryRow);
    if (!rows)
        return rows.error();
    AssetHistory history;
    history.attempts = static_cast<int>(rows->size());
    history.cycles = cyclesOf(*rows);
    for (const HistoryRow& row : *rows)
        addCost(history, row.cost);
    return history;
}

Result<Pace> Queue::pace(UtcTime from, UtcTime to) const
{
    Statement statement = m_database.prepare(
        QStringLiteral("SELECT r.reviewed_at, r.disposition FROM reviews r"
                       " JOIN generations g ON g.id = r.generation_id AND g.review_id = r.id"
                       " WHERE r.reviewed_at >= ? AND r.reviewed_at < ? ORDER BY r.reviewed_at, r.id"));
    if (auto ran = statement.run(from, to); !ran)
        return ran.error();
    const auto verdicts = statement.collect([](const Statement& row) {
        return Verdict{row.time(0), dispositionFromText(row.text(1))};
    });
    if (!verdicts)
        return verdicts.error();
    return paceOf(*verdicts);
}

} // namespace assay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/changeproposal.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace assay {

namespace {

using WeekShares = std::vector<const WeekShare*>;

/// What a client had until now.
struct Known
{
    QSet<std::pair<QString, QString>> pairs{};
    QSet<QString> models{};
    const WeekShare* most = nullptr; ///< the largest share of the newest week
};

std::pair<QString, QString> pairOf(const WeekShare& share)
{
    return {share.model, share.templateName};
}

bool isAnnounced(const WeekShare& share, std::span<const Change> changes, const WeekCalendar& calendar)
{
    return std::ranges::any_of(changes, [&](const Change& change) {
        return (change.client.isEmpty() || change.client == share.client) &&
               change.at >= share.firstSentAt - kAnnouncedBefore && change.at < calendar.endOf(share.week);
    });
}

bool isDismissed(const ChangeProposal& proposal, std::span<const ProposalDismissal> dismissals)
{
    return std::ranges::any_of(dismissals, [&proposal](const ProposalDismissal& dismissal) {
        return dismissal.client == proposal.change.client && dismissal.model == proposal.model &&
               dismissal.templateName == proposal.templateName;
    });
}

Change proposedChange(const WeekShare& share, const Known& known)
{
    const WeekShare& before = *known.most;
    Change change;
    change.at = share.firstSentAt;
    change.client = share.client;
    const bool isOtherModel = share.model != before.model;
    const bool isModel =
        isOtherModel && (share.templateName == before.templateName || !known.models.contains(share.model));
    change.kind = isModel ? ChangeKind::Model : ChangeKind::Template;
    change.from = isModel ? before.model : before.templateName;
    change.to = isModel ? share.model : share.templateName;
    change.externalId = QStringLiteral("%1/%2/%3").arg(share.client, share.week.name(), change.to);
    return change;
}

/// Two of a week may bring the same model or template: then its id tells both, so that each has its own.
void tellApart(std::vector<ChangeProposal>& proposals)
{
    std::map<QString, int> times;
    for (const ChangeProposal& proposal : proposals)
        ++times[proposal.change.externalId];
    for (ChangeProposal& proposal : proposals) {
        QString& id = proposal.change.externalId;
        if (times[id] < 2)
            continue;
        id +=
            proposal.change.kind == ChangeKind::Model ? u'/' + proposal.templateName : u'/' + proposal.model;
    }
}

void remember(Known& known, const WeekShares& week)
{
    known.most = *std::ranges::max_element(week, {}, &WeekShare::images);
    for (const WeekShare* share : week) {
        known.pairs.insert(pairOf(*share));
        known.models.insert(share->model);
    }
}

} // namespace

std::vector<ChangeProposal> changeProposals(std::span<const WeekShare> shares, const ProposalAnswers& answers,
                                            const WeekCalendar& calendar)
{
    std::map<std::pair<QString, IsoWeek>, WeekShares> weeks;
    for (const WeekShare& share : shares)
        weeks[{share.client, share.week}].push_back(&share);
    std::map<QString, Known> clients;
    std::vector<ChangeProposal> proposals;
    for (auto& [place, week] : weeks) {
        std::ranges::sort(week, [](const WeekShare* left, const WeekShare* right) {
            return std::tuple(left->firstSentAt, pairOf(*left)) <
                   std::tuple(right->firstSentAt, pairOf(*right));
        });
        qint64 images = 0;
        for (const WeekShare* share : week)
            images += share->images;
        Known& known = clients[place.first];
        for (const WeekShare* share : week) {
            const double part = images == 0 ? 0 : double(share->images) / double(images);
            if (known.most == nullptr || part < kProposedShare || known.pairs.contains(pairOf(*share)) ||
                isAnnounced(*share, answers.changes, calendar))
                continue;
            const Change change = proposedChange(*share, known);
            if (!change.to.isEmpty()) // without a name nothing new came
                proposals.push_back({change, share->week, part, share->model, share->templateName});
        }
        remember(known, week);
    }
    tellApart(proposals);
    // Only now: what is dismissed changes no other proposal's id.
    std::erase_if(proposals, [&answers](const ChangeProposal& proposal) {
        return isDismissed(proposal, answers.dismissals);
    });
    return proposals;
}

} // namespace assay

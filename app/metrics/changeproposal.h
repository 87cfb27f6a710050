// SPDX-License-Identifier: GPL-3.0-or-later
// "Was this a change?" (METRICS.md section 4): models and templates that nobody has announced. A proposal
// changes nothing by itself: a regression would become its own baseline. Pure function, any thread.
#pragma once

#include "app/domain/change.h"
#include "app/domain/proposaldismissal.h"
#include "app/domain/weekshare.h"

#include <span>
#include <vector>

namespace assay {

/// Of a week's images, so much is asked about.
inline constexpr double kProposedShare = 0.2;
/// A change this long before the first image, or later in its week, is the answer.
inline constexpr std::chrono::days kAnnouncedBefore{7};

struct ChangeProposal
{
    Change change{}; ///< as it would be added; its id tells the client, the week and what is new
    IsoWeek week{};
    double share = 0; ///< of the week's images
    QString model{};  ///< with the next, what is new
    QString templateName{};
};

/// What has been said already about models and templates.
struct ProposalAnswers
{
    std::span<const Change> changes{};
    std::span<const ProposalDismissal> dismissals{};
};

/// For every client, a model and template together that the client never had before, with a fifth of a week's
/// images, that no change explains and nobody has dismissed. By client, then time. Shares may come in any
/// order.
std::vector<ChangeProposal> changeProposals(std::span<const WeekShare> shares, const ProposalAnswers& answers,
                                            const WeekCalendar& calendar);

} // namespace assay

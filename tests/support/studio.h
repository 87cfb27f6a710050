// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a workspace with weeks of a client's work, reviewed and rolled up, for tests of what shows them. One
// image an asset; every third asset needs a second cycle.
#pragma once

#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/workspace.h"

#include <QTest>

namespace assay {

struct StudioWeek
{
    QString client = QStringLiteral("nord");
    IsoWeek week{};
    int assets = 40;
    int acceptedOfTen = 7; ///< of the first proposals
    int checksMetOfTen = 9;
};

class Studio
{
public:
    explicit Studio(const TemporaryWorkspace& workspace)
        : m_workspace(workspace)
        , m_generations(workspace.database(), workspace.calendar())
        , m_reviews(workspace.database())
    {
    }

    void add(const StudioWeek& week)
    {
        auto transaction = Transaction::begin(m_workspace.database());
        if (!transaction)
            qFatal("no transaction: %s", qPrintable(transaction.error().detail));
        for (int asset = 0; asset < week.assets; ++asset)
            addAsset(week, asset);
        if (!transaction->commit() || !Rollups(m_workspace.database()).refresh())
            qFatal("the week could not be stored");
    }

    void addChange(UtcTime at, QStringView from, QStringView to)
    {
        Change change = aChange(QStringLiteral("change%1").arg(++m_count), at);
        change.from = from.toString();
        change.to = to.toString();
        if (!Changes(m_workspace.database()).add(change))
            qFatal("the change could not be stored");
    }

private:
    void addAsset(const StudioWeek& week, int asset)
    {
        const UtcTime sentAt =
            m_workspace.calendar().startOf(week.week) + std::chrono::hours(36 + asset % 24);
        const QString name = QStringLiteral("%1 %2").arg(week.week.name()).arg(asset);
        const bool isFirstTime = asset % 10 < week.acceptedOfTen;
        addCycle(week, {name, 1, sentAt, isFirstTime});
        if (!isFirstTime)
            addCycle(week, {name, 2, sentAt + std::chrono::hours(2), true});
    }

    struct Cycle
    {
        QString asset;
        int number = 1;
        UtcTime sentAt{};
        bool isAccepted = true;
    };

    void addCycle(const StudioWeek& week, const Cycle& cycle)
    {
        const QString id = QStringLiteral("g%1").arg(++m_count);
        Checklist checklist;
        for (int i = 0; i < 10; ++i)
            checklist.append(aConstraint(QStringLiteral("c%1").arg(i)));
        const auto added = m_generations.add(aGeneration(id)
                                                 .client(week.client)
                                                 .asset(cycle.asset)
                                                 .cycle(cycle.number)
                                                 .sentAt(cycle.sentAt)
                                                 .promptWrittenAt(cycle.sentAt - std::chrono::hours(3))
                                                 .cost(u"0.04", u"EUR")
                                                 .checklist(checklist));
        if (!added)
            qFatal("no generation: %s", qPrintable(added.error().detail));
        ReviewBuilder review = aReview(added->id);
        review.at(cycle.sentAt + std::chrono::hours(1));
        review.disposition(cycle.isAccepted ? Disposition::Accepted : Disposition::Revised);
        for (int i = 0; i < 10; ++i)
            review.check(QStringLiteral("c%1").arg(i),
                         i < week.checksMetOfTen ? Answer::Met : Answer::Missed);
        if (const auto saved = m_reviews.add(review); !saved)
            qFatal("no review: %s", qPrintable(saved.error().detail));
    }

    const TemporaryWorkspace& m_workspace;
    Generations m_generations;
    Reviews m_reviews;
    int m_count = 0;
};

} // namespace assay

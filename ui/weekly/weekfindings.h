// SPDX-License-Identifier: GPL-3.0-or-later
// WeekFindings: the cards of one week, one below the other, and the metrics that are none. GUI thread. A card
// stays while its week has the finding, so that nobody loses the place or the cursor when the store is read
// again.
#pragma once

#include "ui/weekly/decisioncard.h"
#include "ui/weekly/standingline.h"

#include <QScrollArea>

class QVBoxLayout;

namespace assay {

struct WeekFindingsContent
{
    IsoWeek week{};
    std::vector<FindingContent> findings{};
    std::vector<StandingGroup> standings{};
    QString calmTitle{}; ///< where there is no finding
    QString calmWords{};

    bool operator==(const WeekFindingsContent&) const = default;
};

class WeekFindings : public QScrollArea
{
    Q_OBJECT

public:
    explicit WeekFindings(const DecisionActions& actions, QWidget* parent = nullptr);

    void setContent(const WeekFindingsContent& content);
    const QList<DecisionCard*>& cards() const { return m_cards; }
    DecisionCard* cardOf(MetricId metric) const;
    DecisionCard* focusedCard() const; ///< also while its note is written; null without one
    /// Focuses the first open card behind the focused one, around the end; false when no other is open.
    bool focusNextOpen();
    void setSmall(bool isSmall);

signals:
    void decided(assay::MetricId metric, assay::AlertDecision decision);
    void noteChanged(assay::MetricId metric, const QString& note);
    void noteAdded(assay::MetricId metric, const QString& note);

private:
    DecisionCard* makeCard(const FindingContent& finding);
    QWidget* makeCalm();
    void removeOld(const QList<DecisionCard*>& old);
    void arrange();

    DecisionActions m_actions;
    WeekFindingsContent m_content;
    QList<DecisionCard*> m_cards;
    QWidget* m_calm = nullptr; ///< where there is no card
    QWidget* m_list;
    QVBoxLayout* m_rows;
    StandingLine* m_standings;
    bool m_isSmall = false;
};

} // namespace assay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weeklywords.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/trends/movementrow.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace assay {

namespace {

struct WeeklyWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::WeeklyWords)
};

QDate localDate(UtcTime time, const QTimeZone& zone)
{
    return WeekCalendar(zone).localDate(time);
}

/// A share below 80 % is never shown as "80 %".
QString coverageText(const JudgedWeek& week)
{
    return formatPercent(std::floor(week.counts.coverage() * 100) / 100, 0);
}

QString ordinalWeek(qint64 number)
{
    const bool isTeen = number % 100 >= 11 && number % 100 <= 13;
    switch (isTeen ? 0 : number % 10) {
    case 1:
        return WeeklyWords::tr("%1st week").arg(number);
    case 2:
        return WeeklyWords::tr("%1nd week").arg(number);
    case 3:
        return WeeklyWords::tr("%1rd week").arg(number);
    default:
        return WeeklyWords::tr("%1th week").arg(number);
    }
}

/// Long notes are shown whole in their own week; behind a line of ours the beginning is enough.
QString shortNote(const QString& note)
{
    constexpr int kMost = 240;
    const QString line = plainLine(note).simplified();
    return line.size() <= kMost ? line : line.left(kMost).trimmed() + QStringLiteral("…");
}

QString withNote(const QString& sentence, const QString& note)
{
    if (note.trimmed().isEmpty())
        return sentence + u'.';
    return WeeklyWords::tr("%1. “%2”").arg(sentence, shortNote(note));
}

const DecidedAlert* decisionAbout(const WeeklyReview& review, MetricId metric)
{
    const auto found = std::ranges::find(review.decisions, metric, &DecidedAlert::metric);
    return found == review.decisions.end() ? nullptr : &*found;
}

QString effectPart(const Movement& movement)
{
    const AttributedPart& part = movement.parts.front();
    const QString name = partName(movement, part);
    const QString effect = effectText(movement, part.effect());
    if (movement.dimension == Dimension::Client)
        return WeeklyWords::tr("client %1 %2").arg(name, effect);
    if (movement.dimension == Dimension::Model)
        return WeeklyWords::tr("model %1 %2").arg(name, effect);
    return WeeklyWords::tr("template %1 %2").arg(name, effect);
}

QString movementUnit(const Movement& movement)
{
    if (movement.beyond)
        return WeeklyWords::tr("points of what lies beyond the baseline");
    return definition(movement.metric).unit == MetricUnit::Share ? WeeklyWords::tr("points") : QString();
}

Mark groupMark(Standing standing)
{
    switch (standing) {
    case Standing::InBand:
        return Mark::InBand;
    case Standing::Improved:
        return Mark::Improved;
    case Standing::Different:
        return Mark::Different;
    default:
        return Mark::Few;
    }
}

QString groupText(Mark mark, const QString& names)
{
    switch (mark) {
    case Mark::InBand:
        return WeeklyWords::tr("In band: %1.").arg(names);
    case Mark::Improved:
        return WeeklyWords::tr("Improved: %1.").arg(names);
    case Mark::Different:
        return WeeklyWords::tr("Outside the band, neither good nor bad: %1.").arg(names);
    default:
        return WeeklyWords::tr("Not judged: %1.").arg(names);
    }
}

} // namespace

QString weekSummary(const JudgedWeek& week)
{
    const auto notJudged = std::ranges::count_if(definitions(), [&week](const Definition& metric) {
        const JudgedMetric& judged = week.metric(metric.id);
        return groupMark(judged.standing) == Mark::Few && !judged.alert.isOpen();
    });
    const QString unjudged = notJudged == 1
                                 ? WeeklyWords::tr("1 is not judged")
                                 : WeeklyWords::tr("%1 are not judged").arg(formatCount(notJudged));
    const auto out = qint64(metricsToDecide(week).size());
    const qint64 rest = kMetricCount - out - notJudged;
    QString text;
    if (week.role != WeekRole::Judged)
        text = WeeklyWords::tr("Nothing is judged in this week.");
    else if (out == 0)
        text = WeeklyWords::tr("Nothing is out of band the bad way, %1.").arg(unjudged);
    else
        text = (out == 1 ? WeeklyWords::tr("1 thing is out of band, %2 metrics are not, %3.")
                         : WeeklyWords::tr("%1 things are out of band, %2 metrics are not, %3.")
                               .arg(formatCount(out)))
                   .arg(formatCount(rest), unjudged);
    return WeeklyWords::tr("%1 %2 images, %3 finished assets, %4 of batches reviewed.")
        .arg(text, formatCount(week.counts.ok), formatCount(week.counts.assetsCompleted), coverageText(week));
}

QString findingSubtitle(const Finding& finding, const JudgedWeek& week)
{
    const std::optional<IsoWeek>& since = week.metric(finding.metric).alert.since;
    if (!since)
        return {};
    if (finding.state == AlertState::Pending)
        return WeeklyWords::tr("Pending, first week out of band");
    const qint64 number = since->monday.daysTo(week.week.monday) / 7 + 1;
    const QString subtitle = finding.pattern
                                 ? WeeklyWords::tr("Pattern, firing since %1").arg(formatWeekShort(*since))
                                 : WeeklyWords::tr("Alert, firing since %1").arg(formatWeekShort(*since));
    return number > 1 ? WeeklyWords::tr("%1, %2").arg(subtitle, ordinalWeek(number)) : subtitle;
}

QString findingSentence(const Finding& finding)
{
    QStringList sentences{finding.sentence};
    for (const QString& more : {finding.meaning, finding.whatNext}) {
        if (!more.isEmpty())
            sentences += more;
    }
    return sentences.join(u' ');
}

QString whereSentence(MetricId metric, const std::vector<Movement>& movements)
{
    QStringList parts;
    const Movement* first = nullptr;
    for (const Movement& movement : movements) {
        if (movement.metric != metric || movement.parts.empty())
            continue;
        if (first == nullptr)
            first = &movement;
        parts += effectPart(movement);
    }
    if (first == nullptr)
        return {};
    const QString total = effectText(*first, first->total());
    return WeeklyWords::tr("Where: of %1, %2.")
        .arg(QString(total + u' ' + movementUnit(*first)).trimmed(), parts.join(QStringLiteral(", ")));
}

QString decisionText(AlertDecision decision)
{
    switch (decision) {
    case AlertDecision::FlagRaised:
        return WeeklyWords::tr("Flag raised");
    case AlertDecision::Explained:
        return WeeklyWords::tr("Explained");
    case AlertDecision::Ignored:
        return WeeklyWords::tr("Ignored");
    }
    Q_UNREACHABLE();
}

QStringList previousNotes(const WeeklyContent& content, const JudgedWeek& week, MetricId metric)
{
    QStringList notes;
    const std::optional<IsoWeek>& since = week.metric(metric).alert.since;
    for (const Acknowledgement& given : content.acknowledgements | std::views::reverse) {
        if (given.metric == metric && given.since == since)
            notes +=
                withNote(WeeklyWords::tr("Acknowledged by %1, %2")
                             .arg(plainLine(given.by), formatDate(localDate(given.at, content.view->zone))),
                         given.note);
    }
    const std::vector<JudgedWeek>& weeks = content.view->weeks;
    for (const JudgedWeek& before : weeks | std::views::reverse) {
        if (before.week >= week.week || before.counts.isEmpty())
            continue;
        if (!before.metric(metric).alert.isOpen())
            break;
        for (const WeeklyReview& review : content.reviews | std::views::reverse) {
            const DecidedAlert* decided =
                review.week == before.week ? decisionAbout(review, metric) : nullptr;
            if (decided != nullptr)
                notes += withNote(WeeklyWords::tr("%1, %2: %3")
                                      .arg(formatWeekShort(review.week), plainLine(review.owner),
                                           decisionText(decided->decision).toLower()),
                                  decided->note);
        }
    }
    return notes;
}

QStringList laterNotes(const WeeklyContent& content, IsoWeek week, MetricId metric)
{
    QStringList notes;
    const WeeklyReview* signature = signatureOf(week, content.reviews);
    for (const WeeklyReview& review : content.reviews) {
        const DecidedAlert* decided = review.week == week ? decisionAbout(review, metric) : nullptr;
        if (decided != nullptr && &review != signature)
            notes += withNote(WeeklyWords::tr("%1, %2: %3")
                                  .arg(formatDate(localDate(review.signedAt, content.view->zone)),
                                       plainLine(review.owner), decisionText(decided->decision).toLower()),
                              decided->note);
    }
    return notes;
}

QString whyNotSigned(const JudgedWeek& week, UtcTime now, const QTimeZone& zone)
{
    const QString name = formatWeekShort(week.week);
    const auto dayOf = [&zone](UtcTime time) { return formatDate(localDate(time, zone)); };
    switch (stageOf(week, now)) {
    case WeekStage::Open:
        return WeeklyWords::tr("%1 is not over yet; it can be signed from %2 on.").arg(name, dayOf(week.end));
    case WeekStage::Empty:
        return WeeklyWords::tr("%1 has no images: there is nothing to sign.").arg(name);
    case WeekStage::Provisional:
        return WeeklyWords::tr(
                   "%1 is provisional: it can be signed when %2 of its batches are reviewed (%3 are), "
                   "or from %4 on.")
            .arg(name, formatPercent(kSettledCoverage, 0), coverageText(week),
                 dayOf(week.end + kSettledAfter));
    case WeekStage::Settled:
        break;
    }
    return {};
}

QString signedText(const WeeklyReview& signature, const QTimeZone& zone)
{
    return WeeklyWords::tr("Signed by %1 on %2.")
        .arg(plainLine(signature.owner), formatDateTime(signature.signedAt, zone));
}

std::vector<StandingGroup> standingGroups(const JudgedWeek& week)
{
    std::vector<StandingGroup> groups;
    for (const Mark mark : {Mark::InBand, Mark::Improved, Mark::Different, Mark::Few}) {
        QStringList names;
        for (const Definition& metric : definitions()) {
            const JudgedMetric& judged = week.metric(metric.id);
            if (groupMark(judged.standing) == mark && !judged.alert.isOpen())
                names += withinSentence(metricShortName(metric)).remove(u','); // it stands in a list
        }
        if (!names.isEmpty())
            groups.push_back({mark, groupText(mark, names.join(QStringLiteral(", ")))});
    }
    return groups;
}

QString overdueText(int weeks)
{
    if (weeks == 0)
        return {};
    return weeks == 1 ? WeeklyWords::tr("1 week unsigned")
                      : WeeklyWords::tr("%1 weeks unsigned").arg(formatCount(weeks));
}

} // namespace assay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/judgingsettings.h"

#include "app/store/database.h"
#include "app/store/metricnames.h"
#include "app/store/statement.h"

namespace assay {

namespace {

Result<BaselineSetting> readBaseline(const Statement& row)
{
    const auto from = IsoWeek::fromName(row.text(4));
    const auto to = IsoWeek::fromName(row.text(5));
    if (!from || !to)
        return Error{ErrorKind::Damaged, row.text(5), QStringLiteral("no week")};
    return BaselineSetting{.id = row.integer(0),
                           .view = {row.optionalText(1), row.optionalText(2), row.optionalText(3)},
                           .weeks = {*from, *to},
                           .setAt = row.time(6),
                           .setBy = row.text(7),
                           .note = row.text(8),
                           .withdrawnAt = row.optionalTime(9)};
}

} // namespace

JudgingSettings::JudgingSettings(const Database& database)
    : m_database(database)
{
}

Result<JudgingRules> JudgingSettings::rules(const ViewFilter& view) const
{
    const auto set = thresholds();
    if (!set)
        return set.error();
    const auto byHand = baselines();
    if (!byHand)
        return byHand.error();
    JudgingRules rules;
    const PerMetric<Threshold> defaults = defaultThresholds();
    for (const ThresholdSetting& setting : *set)
        rules.thresholds[index(setting.metric)] = setting.threshold.value_or(defaults[index(setting.metric)]);
    for (const BaselineSetting& setting : *byHand) {
        if (setting.view == view && !setting.withdrawnAt)
            rules.baselines.push_back(setting.weeks);
    }
    return rules;
}

Result<void> JudgingSettings::add(const ThresholdSetting& setting) const
{
    Statement insert = m_database.prepare(QStringLiteral(
        "INSERT INTO threshold_settings (metric, percent, floor, set_at, set_by) VALUES (?, ?, ?, ?, ?)"));
    const std::optional<Threshold>& threshold = setting.threshold;
    return insert.run(
        metricTextId(setting.metric), threshold ? std::optional(threshold->percent) : std::nullopt,
        threshold ? std::optional(threshold->floor) : std::nullopt, setting.setAt, setting.setBy);
}

Result<std::vector<ThresholdSetting>> JudgingSettings::thresholds() const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT metric, percent, floor, set_at, set_by FROM threshold_settings ORDER BY id"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::vector<ThresholdSetting> settings;
    while (read.next()) {
        const auto metric = metricOfTextId(read.text(0));
        if (!metric)
            continue;
        ThresholdSetting setting{.metric = *metric, .setAt = read.time(3), .setBy = read.text(4)};
        if (!read.isNull(1) && !read.isNull(2))
            setting.threshold = Threshold{read.real(1), read.real(2)};
        settings.push_back(std::move(setting));
    }
    if (read.error())
        return *read.error();
    return settings;
}

Result<qint64> JudgingSettings::add(const BaselineSetting& setting) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO baseline_settings (client, model, template, from_week, to_week, set_at,"
                       " set_by, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    return insert.insert(setting.view.client, setting.view.model, setting.view.templateName,
                         setting.weeks.from.name(), setting.weeks.to.name(), setting.setAt, setting.setBy,
                         setting.note);
}

Result<bool> JudgingSettings::withdrawBaseline(qint64 id, UtcTime at) const
{
    Statement withdraw = m_database.prepare(
        QStringLiteral("INSERT INTO baseline_withdrawals (baseline_id, withdrawn_at)"
                       " SELECT id, ? FROM baseline_settings WHERE id = ? ON CONFLICT DO NOTHING"
                       " RETURNING baseline_id"));
    const auto withdrawn = withdraw.firstInteger(at, id);
    if (!withdrawn)
        return withdrawn.error();
    return withdrawn->has_value();
}

Result<std::vector<BaselineSetting>> JudgingSettings::baselines() const
{
    Statement read = m_database.prepare(QStringLiteral(
        "SELECT b.id, b.client, b.model, b.template, b.from_week, b.to_week, b.set_at, b.set_by, b.note,"
        " w.withdrawn_at FROM baseline_settings b LEFT JOIN baseline_withdrawals w ON w.baseline_id = b.id"
        " ORDER BY b.id"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::vector<BaselineSetting> settings;
    while (read.next()) {
        auto setting = readBaseline(read);
        if (!setting) {
            read.finish();
            return setting.error();
        }
        settings.push_back(*std::move(setting));
    }
    if (read.error())
        return *read.error();
    return settings;
}

} // namespace assay

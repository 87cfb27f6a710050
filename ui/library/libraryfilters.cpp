// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/libraryfilters.h"

#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/library/filtergroup.h"
#include "ui/library/librarywords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace assay {

namespace {

constexpr int kWidth = 224;
constexpr int kSide = 12;
constexpr int kGroupGap = 10;
constexpr std::array kRanges{4, 13};

constexpr std::array kVerdictMarks{Mark::Accepted, Mark::Revised, Mark::Rejected, Mark::Undecided};

/// Weeks as they stand in the menu, from and to; both empty: all.
using WeekChoice = std::pair<std::optional<IsoWeek>, std::optional<IsoWeek>>;

QList<WeekChoice> weekChoices(const LibraryChoices& choices, const LibraryFilter& filter)
{
    QList<WeekChoice> offered{{}};
    for (const int range : kRanges) {
        if (choices.weeks.size() > range)
            offered.append({choices.weeks.at(range - 1), choices.weeks.constFirst()});
    }
    for (const IsoWeek& week : choices.weeks)
        offered.append({week, week});
    const WeekChoice chosen{filter.fromWeek, filter.toWeek};
    if (!offered.contains(chosen))
        offered.insert(1, chosen);
    return offered;
}

QString weekText(const WeekChoice& choice, qsizetype newestRange)
{
    const auto& [from, to] = choice;
    if (!from || !to)
        return from || to ? formatWeek(from ? *from : *to) : LibraryFilters::tr("All weeks");
    if (*from == *to)
        return formatWeek(*from);
    if (newestRange > 0)
        return LibraryFilters::tr("Last %1 weeks").arg(newestRange);
    return LibraryFilters::tr("%1 to %2").arg(formatWeek(*from), formatWeek(*to));
}

template<typename Value>
QList<int> indices(const QList<Value>& values)
{
    QList<int> found;
    for (const Value value : values)
        found.append(int(value));
    return found;
}

template<typename Value>
QList<Value> valuesOf(const FilterGroup& group)
{
    QList<Value> values;
    for (const int index : group.ticked())
        values.append(Value(index));
    return values;
}

QString capitalized(QString word)
{
    word[0] = word.at(0).toUpper();
    return word;
}

/// "All models" and each of them; what is chosen stands there even when nothing has it.
void fillNames(QComboBox* combo, const QString& all, const QString& none, QStringList names,
               const std::optional<QString>& chosen)
{
    if (chosen && !names.contains(*chosen))
        names.prepend(*chosen);
    combo->clear();
    combo->addItem(all);
    for (const QString& name : std::as_const(names))
        combo->addItem(name.isEmpty() ? none : plainLine(name), QVariant(name));
    combo->setCurrentIndex(chosen ? int(names.indexOf(*chosen)) + 1 : 0);
}

std::optional<QString> nameIn(const QComboBox* combo)
{
    return combo->currentIndex() > 0 ? std::optional(combo->currentData().toString()) : std::nullopt;
}

} // namespace

LibraryFilters::LibraryFilters(QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_week(makeCombo("libraryWeek", tr("Week")))
    , m_verdict(new FilterGroup(tr("Verdict")))
    , m_reason(new FilterGroup(tr("Counts because")))
    , m_kind(new FilterGroup(tr("Missed kind")))
    , m_client(new FilterGroup(tr("Client")))
    , m_outcome(new FilterGroup(tr("Outcome")))
    , m_model(makeCombo("libraryModel", tr("Model")))
    , m_template(makeCombo("libraryTemplate", tr("Template")))
    , m_clear(makeButton(tr("Clear"), ButtonKind::Link, {}, this))
{
    setObjectName(QStringLiteral("libraryFilters"));
    setAccessibleName(tr("Filters"));
    setLines(Qt::RightEdge);
    setFixedWidth(kWidth);
    auto* head = new Surface(Token::Panel, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(48);
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(kSide, 0, kSide, 1);
    headRow->addWidget(new TextLabel(tr("Filters"), TextStyle::Section, Token::Text, head));
    headRow->addStretch();
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    headRow->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &LibraryFilters::clearRequested);

    auto* content = new Surface(Token::Panel);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSide, 8, kSide, kSide);
    column->setSpacing(kGroupGap);
    auto* week = new QVBoxLayout;
    week->setSpacing(4);
    week->addWidget(new TextLabel(tr("Week"), TextStyle::LabelSemibold, Token::Text3, content));
    week->addWidget(m_week);
    column->addLayout(week);
    for (FilterGroup* group : {m_verdict, m_reason, m_kind, m_client, m_outcome}) {
        column->addWidget(group);
        connect(group, &FilterGroup::changed, this, &LibraryFilters::take);
    }
    auto* made = new QVBoxLayout;
    made->setSpacing(8);
    made->addWidget(new TextLabel(tr("Model and template"), TextStyle::LabelSemibold, Token::Text3, content));
    made->addWidget(m_model);
    made->addWidget(m_template);
    column->addLayout(made);
    column->addStretch();
    for (QComboBox* combo : {m_week, m_model, m_template})
        connect(combo, &QComboBox::activated, this, &LibraryFilters::take);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 1, 0);
    all->setSpacing(0);
    all->addWidget(head);
    all->addWidget(scroll, 1);
    fillFixedGroups();
    fillChoices();
}

QComboBox* LibraryFilters::makeCombo(const char* name, const QString& accessibleName)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(name));
    combo->setAccessibleName(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    return combo;
}

void LibraryFilters::fillFixedGroups()
{
    for (int i = 0; i < kLibraryVerdictCount; ++i)
        m_verdict->add(markWord(kVerdictMarks[size_t(i)]), QStringLiteral("verdict%1").arg(i),
                       kVerdictMarks[size_t(i)]);
    const QString reasons[] = {tr("Missed a constraint"), tr("Rejected"),          tr("Slow, over p95"),
                               tr("Costly, over p95"),    tr("Drifted, over p95"), tr("Retried"),
                               tr("Reworked, cycle 2 on")};
    for (int i = 0; i < kLibraryReasonCount; ++i)
        m_reason->add(reasons[i], QStringLiteral("reason%1").arg(i));
    for (int i = 0; i <= int(ConstraintKind::Other); ++i)
        m_kind->add(capitalized(kindWord(ConstraintKind(i))), QStringLiteral("kind%1").arg(i));
    for (int i = 0; i <= int(GenerationStatus::ContentFilter); ++i)
        m_outcome->add(outcomeWord(GenerationStatus(i)), QStringLiteral("outcome%1").arg(i));
}

void LibraryFilters::fillChoices()
{
    for (const QString& client : std::as_const(m_filter.clients)) {
        if (!m_choices.clients.contains(client))
            m_choices.clients.append(client);
    }
    m_client->clear();
    for (int i = 0; i < m_choices.clients.size(); ++i) {
        const QString& client = m_choices.clients.at(i);
        m_client->add(client.isEmpty() ? tr("No client") : plainLine(client),
                      QStringLiteral("client%1").arg(i));
    }
    m_client->setVisible(!m_choices.clients.isEmpty());
    showFilter();
}

void LibraryFilters::showFilter()
{
    m_week->clear();
    const QList<WeekChoice> offered = weekChoices(m_choices, m_filter);
    const IsoWeek newest = m_choices.weeks.value(0);
    for (const WeekChoice& choice : offered) {
        const bool isNewest = choice.second && *choice.second == newest;
        m_week->addItem(weekText(choice, isNewest ? m_choices.weeks.indexOf(*choice.first) + 1 : 0));
    }
    m_week->setCurrentIndex(int(offered.indexOf(WeekChoice{m_filter.fromWeek, m_filter.toWeek})));
    fillNames(m_model, tr("All models"), tr("Unknown model"), m_choices.models, m_filter.model);
    fillNames(m_template, tr("All templates"), tr("No template"), m_choices.templates, m_filter.templateName);
    m_verdict->setTicked(indices(m_filter.verdicts));
    m_reason->setTicked(indices(m_filter.reasons));
    m_kind->setTicked(indices(m_filter.missedKinds));
    m_outcome->setTicked(indices(m_filter.outcomes));
    QList<int> clients;
    for (const QString& client : std::as_const(m_filter.clients))
        clients.append(int(m_choices.clients.indexOf(client)));
    m_client->setTicked(clients);
    m_clear->setEnabled(!(m_filter == LibraryFilter{}));
}

LibraryFilter LibraryFilters::filter() const
{
    return m_filter;
}

void LibraryFilters::setFilter(const LibraryFilter& filter)
{
    m_filter = filter;
    m_filter.search.clear();
    m_filter.sort = LibrarySort::Newest;
    fillChoices();
}

void LibraryFilters::setChoices(const LibraryChoices& choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    fillChoices();
}

void LibraryFilters::setCounts(const std::optional<LibraryCounts>& counts)
{
    const auto show = [&counts](FilterGroup* group, const auto& numbers) {
        for (int i = 0; i < group->size(); ++i)
            group->setCount(i, counts ? std::optional(numbers[size_t(i)]) : std::nullopt);
    };
    const LibraryCounts known = counts.value_or(LibraryCounts());
    show(m_verdict, known.verdicts);
    show(m_reason, known.reasons);
    show(m_kind, known.missedKinds);
    show(m_outcome, known.outcomes);
    for (int i = 0; i < m_client->size(); ++i)
        m_client->setCount(i, counts ? std::optional(known.clients.value(m_choices.clients.at(i)))
                                     : std::nullopt);
}

void LibraryFilters::take()
{
    const WeekChoice week = weekChoices(m_choices, m_filter).value(m_week->currentIndex());
    if (week != WeekChoice{m_filter.fromWeek, m_filter.toWeek})
        m_filter.weekOf = LibraryWeekOf::Sending;
    m_filter.fromWeek = week.first;
    m_filter.toWeek = week.second;
    m_filter.model = nameIn(m_model);
    m_filter.templateName = nameIn(m_template);
    m_filter.verdicts = valuesOf<LibraryVerdict>(*m_verdict);
    m_filter.reasons = valuesOf<LibraryReason>(*m_reason);
    m_filter.missedKinds = valuesOf<ConstraintKind>(*m_kind);
    m_filter.outcomes = valuesOf<GenerationStatus>(*m_outcome);
    m_filter.clients.clear();
    for (const int index : m_client->ticked())
        m_filter.clients.append(m_choices.clients.at(index));
    m_clear->setEnabled(!(m_filter == LibraryFilter{}));
    emit changed();
}

} // namespace assay
